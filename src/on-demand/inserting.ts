import type { Fix } from '../core/assessment';
import type { PageAct } from '../core/page-act';
import type { Message } from '../core/message';
import { tellExtension } from '../platform/page-browser';
import { findReplyButton } from '../webmail/reply-button';
import { insertInto, type Inserted } from '../webmail/insert/insert';
import type { PageWorld } from '../webmail/insert/editor';
import { setSubject } from '../webmail/insert/subject';
import { flat, textOf } from '../webmail/insert/verify';
import { chooseComposer } from '../webmail/insert/which';
import type { Composer } from '../webmail/webmail';
import type { InsertAnswer, OpenReplyAnswer, UndoAnswer } from '../wire/calls';

type Words = { readonly subject: string; readonly text: string };
/** What the page shows now; read anew at every use. */
export type PageNow = {
  composers(): readonly Composer[];
  message(): Message | undefined;
  /** Where the webmail has its Reply button, as a selector, when it is known. */
  replySelector(): string | undefined;
  /** When the person last pressed a key in the page, in ms since the epoch. */
  typedAt(): number;
  /** Called when a box was written to. */
  changed(): void;
};

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));

/** Everything that writes into compose boxes of this page, on the person's order only. */
export function inserting(page: PageNow) {
  let warned = '';
  let last:
    | { readonly composer: Composer; readonly words: string; readonly subject: string; readonly set: boolean; readonly done: Extract<Inserted, { ok: true }> }
    | undefined;
  let openedAt = 0;
  const choose = () => chooseComposer(page.composers(), page.message());
  let busy: Promise<unknown> = Promise.resolve();
  /** One job after another: two at once would not know each other's text. */
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const next = busy.then(job);
    busy = next.catch(() => undefined);
    return next;
  };

  async function put(words: Words, whenSteady: boolean): Promise<InsertAnswer> {
    // A reply that has just been opened is still being filled by its webmail; one that is gone again is not waited for.
    const filling = Date.now() - openedAt < 5000 && choose() !== 'none';
    const box = whenSteady || filling ? await steady(choose) : choose();
    if (box === 'none') return { ok: false, why: 'no-composer' };
    if (box === 'several') return { ok: false, why: 'several-composers' };
    // A person who is typing is not interrupted in the middle of a word.
    while (Date.now() - page.typedAt() < 500) await pause(100);
    if (last && last.composer.body === box.body && flat(textOf(box)).includes(flat(words.text)))
      return { ok: true, by: last.done.by, subjectSet: box.subject === words.subject };
    // The person changed the letter that went in: a second one would stand beside it. Asked once.
    const state = `${words.text}\n${textOf(box)}`;
    if (last && last.composer.body === box.body && last.words === words.text && warned !== state && standsChanged(textOf(box), words.text)) {
      warned = state;
      return { ok: false, why: 'changed-meanwhile' };
    }
    const subject = box.subjectField?.value ?? box.subject;
    const done = await insertInto(box, words.text, inPage);
    if (!done.ok) return { ok: false, why: 'refused-by-editor' };
    const set = words.subject !== '' && setSubject(box, words.subject);
    last = { composer: box, words: words.text, subject, set, done };
    page.changed();
    return { ok: true, by: done.by, subjectSet: set };
  }

  return {
    /** True while a reply that was asked for may still be on its way. */
    isOpening: () => Date.now() - openedAt < 5000,
    insert: (words: Words, whenSteady = false): Promise<InsertAnswer> => inTurn(() => put(words, whenSteady)),
    undo: (): Promise<UndoAnswer> =>
      inTurn(async () => {
        if (!last) return { undone: false };
        const { composer, subject, set, done } = last;
        const came = await done.undo();
        if (came === 'undone') {
          if (set) setSubject(composer, subject);
          last = undefined;
          page.changed();
        }
        return { undone: came === 'undone', ...(came === 'changed-meanwhile' || came === 'box-gone' ? { why: came } : {}) };
      }),
    applyFix: (fix: Fix): Promise<boolean> =>
      inTurn(async () => {
        const box = choose();
        if (typeof box === 'string') return false;
        const subject = box.subjectField?.value ?? box.subject;
        if (fix.kind === 'set-subject') {
          const set = setSubject(box, fix.text);
          page.changed();
          return set;
        }
        if (fix.kind !== 'insert-top') return false;
        const done = await insertInto(box, fix.text.trimEnd(), inPage);
        if (done.ok) last = { composer: box, words: fix.text, subject, set: false, done };
        page.changed();
        return done.ok;
      }),
    openReply: async (): Promise<OpenReplyAnswer> => {
      if (page.composers().length > 0) return { opened: 'composer-open' };
      const button = findReplyButton(document, page.replySelector());
      if (!button) return { opened: 'press-reply' };
      let leaving = false;
      addEventListener('beforeunload', () => (leaving = true), { once: true });
      // What is on its way before the click is out of date after it.
      openedAt = Date.now();
      button.click();
      for (let turn = 0; turn < 30 && !leaving; turn++) {
        await pause(100);
        if (page.composers().length > 0) return { opened: 'opened' };
      }
      // A page that is left has no time for much; where it is gone before this arrives, that says the same.
      if (leaving) return { opened: 'navigating' };
      openedAt = 0;
      return { opened: 'press-reply' };
    },
  };
}

/** True when most lines of a letter stand in a box, though not all as they were. */
function standsChanged(now: string, letter: string): boolean {
  const there = new Set(now.split('\n').map(flat));
  const wanted = letter.split('\n').map(flat).filter(Boolean);
  return wanted.filter((line) => there.has(line)).length >= wanted.length / 2;
}

/** Waits until the box is there and its webmail has stopped filling it. */
async function steady(choose: () => Composer | 'none' | 'several'): Promise<Composer | 'none' | 'several'> {
  let seen = '';
  let since = Date.now();
  const end = since + 15_000;
  for (;;) {
    const box = choose();
    const now = typeof box === 'string' ? box : `${box.body.id} ${box.kind} ${box.subject} ${box.text}`;
    if (now !== seen) {
      seen = now;
      since = Date.now();
    } else if (typeof box !== 'string' && Date.now() - since >= (box.subject === '' && box.to.length === 0 ? 3000 : 500)) return box;
    if (Date.now() > end) return box;
    await pause(100);
  }
}

/** Marks the box for the time of the job, and has the extension run it in the page's world. */
const inPage: PageWorld = async (act, box) => {
  const mark = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('');
  box.setAttribute('data-rogatory-target', mark);
  try {
    const order: PageAct = { ...act, mark };
    return (await tellExtension({ type: 'page-act', act: order })) === true;
  } finally {
    box.removeAttribute('data-rogatory-target');
  }
};
