import { documentsOf } from '../webmail/pages';

/** Share of the page's time that looking at it may take. */
const share = 0.008;
const first = 16;
const longest = 4000;

/**
 * Calls `look` soon after the page changed. However often it changes there is one pending call, and a look that takes long is not taken
 * again before a hundred times as long has passed. Frames of the same origin are watched too.
 */
export function watch(look: () => void, isOurs: (target: Node) => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let free = 0;
  const watched = new WeakSet<Document>();
  const soon = () => {
    timer ??= setTimeout(run, Math.max(first, Math.min(free - performance.now(), longest)));
  };
  const run = () => {
    timer = undefined;
    const start = performance.now();
    look();
    for (const doc of documentsOf(document)) follow(doc);
    const end = performance.now();
    free = end + (end - start) / share;
  };
  const observer = new MutationObserver((records) => {
    // With a look pending there is nothing to find out.
    if (timer === undefined && records.some(({ target }) => !isOurs(target))) soon();
  });
  const follow = (doc: Document) => {
    if (watched.has(doc) || !doc.documentElement) return;
    watched.add(doc);
    observer.observe(doc.documentElement, { childList: true, subtree: true, characterData: true });
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
  return { soon, stop: () => observer.disconnect() };
}
