import { documentsOf } from '../webmail/pages';

/** Share of the page's time that looking at it may take. */
const share = 0.006;
const first = 16;
const longest = 4000;

/**
 * Calls `look` soon after the page changed. However often it changes there is one pending call, and a look that takes long is not taken
 * again before that share of the time is kept to. Frames of the same origin are watched too.
 */
export function watch(look: () => void, isOurs: (target: Node) => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let free = 0;
  let stopped = false;
  const heard = new WeakSet<Document>();
  const soon = () => {
    if (stopped) return;
    timer ??= setTimeout(run, Math.max(first, Math.min(free - performance.now(), longest)));
    // With a look pending there is nothing to find out: what the page does until then costs nothing.
    observer.disconnect();
  };
  const run = () => {
    timer = undefined;
    const start = performance.now();
    try {
      look();
    } finally {
      // What `look` itself asked for is pending already.
      if (timer === undefined && !stopped) for (const doc of documentsOf(document)) follow(doc);
    }
    const end = performance.now();
    free = end + (end - start) / share;
  };
  const observer = new MutationObserver((records) => {
    if (timer === undefined && records.some(({ target }) => !isOurs(target))) soon();
  });
  const follow = (doc: Document) => {
    if (!doc.documentElement) return;
    observer.observe(doc.documentElement, { childList: true, subtree: true, characterData: true });
    if (heard.has(doc)) return;
    heard.add(doc);
    doc.addEventListener('input', soon, { capture: true, passive: true });
    doc.addEventListener('focusin', soon, { capture: true, passive: true });
    doc.addEventListener('load', (event) => (event.target as Node | null)?.nodeName === 'IFRAME' && soon(), true);
  };
  /** The person did something: what follows is looked at without the pause that a page's own changes are given. */
  const atOnce = () => {
    free = 0;
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    soon();
  };
  follow(document);
  for (const type of ['hashchange', 'popstate'])
    addEventListener(
      type,
      () => {
        atOnce();
        soon();
      },
      { passive: true },
    );
  addEventListener('click', atOnce, { capture: true, passive: true });
  addEventListener('keydown', ({ repeat, target }) => !repeat && !isWritten(target) && atOnce(), { capture: true, passive: true });
  return {
    soon,
    stop: () => {
      stopped = true;
      observer.disconnect();
    },
  };
}

/** Whether keys pressed there are typed text. */
function isWritten(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA)$/u.test(target.tagName));
}
