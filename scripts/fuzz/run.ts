// What must hold whatever comes in: nothing is thrown but a sentence, spans cover the text, proofs and facts lie in own words, no
// text takes more than 50 ms for 100 kB.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { assess } from '../../src/core/assess';
import type { Message } from '../../src/core/message';
import { readIdentifiers } from '../../src/core/writing/identifier-clinic';
import { lintDraft } from '../../src/core/writing/lint-draft';
import { book } from '../../src/data';
import { htmlToText } from '../../src/mailfile/html-to-text';
import { readMailFile } from '../../src/mailfile/read-mail-file';
import { readPasted } from '../../src/mailfile/read-pasted';
import { recordToMessage } from '../../src/mailfile/record-to-message';
import { check } from './check';
import { choose, given, mail, mutated, next, randomText, sow } from './hostile';
import { damagedRecord, file, page } from './files';

type Order = { readonly inputs: number; readonly seconds: number; readonly seed: number; readonly samples: readonly string[]; readonly keepIn: string };
type Figures = {
  readonly inputs: number;
  readonly perSecond: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly slowestMsPer100kB: number;
  readonly failures: readonly string[];
};

const context = { now: '2026-11-24T09:00:00Z', language: 'en', case: { emergency: 'unknown' } } as const;
/** Milliseconds that 100,000 characters may take. */
const allowed = 50;
/** Shorter texts are timed as if they had this length: below it the clock and the garbage collector measure themselves. */
const shortest = 20_000;
/** Inputs until the code is compiled; before that nothing is timed. */
const warm = 2000;
/** An error whose message is a sentence is an answer, not a failure. */
const sentence = /^["A-Z][\s\S]{8,200}\.$/u;
const mostKept = 20;

/** Reads one input after the other until the inputs or the seconds are used up. */
export async function run({ inputs, seconds, seed, samples, keepIn }: Order): Promise<Figures> {
  sow(seed, samples);
  const byKind: Record<string, number> = {};
  const failures = new Map<string, string>();
  const started = performance.now();
  let count = 0;
  let slowest = 0;
  let told = started;
  let current: unknown;
  const record = (kind: string, input: unknown, error: unknown) => {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const same = what.replace(/\d+/gu, '0').split('\n').slice(0, 3).join('\n').slice(0, 400);
    if (failures.has(same) || failures.size >= mostKept) return;
    mkdirSync(keepIn, { recursive: true });
    const kept = path.join(keepIn, `${kind}-${seed}-${count}.json`);
    writeFileSync(kept, JSON.stringify(input));
    failures.set(same, `${kind}: ${what.slice(0, 1500)}\nKept in ${path.relative(process.cwd(), kept)}.`);
  };
  const timed = (kind: string, input: unknown, length: number, work: () => void) => {
    current = input;
    const per = (spent: number) => (spent * 100_000) / Math.max(shortest, length);
    const from = performance.now();
    work();
    let spent = per(performance.now() - from);
    if (count < warm) return;
    // What was slow once must be slow again, in processor time: other programs are no fault of the text.
    for (let turn = 0; turn < 12 && spent > allowed / 2; turn++) {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      spent = Math.min(spent, per((user + system) / 1000));
    }
    slowest = Math.max(slowest, spent);
    if (spent > allowed) record(kind, input, `It took ${Math.round(spent)} ms per 100,000 characters.`);
  };
  const assessed = (kind: string, message: Message) => timed(kind, message, message.text.length, () => check(message, assess(message, context, book)));

  const kinds: Readonly<Record<string, readonly [number, () => void | Promise<void>]>> = {
    mails: [52, () => assessed('mails', mail(mutated(next(200) === 0 ? 'long' : 'short')))],
    words: [
      20,
      () =>
        assessed('words', {
          ...mail(randomText()),
          subject: randomText().slice(0, 80),
          from: { name: randomText().slice(0, 60), email: randomText().slice(0, 60) },
        }),
    ],
    records: [
      12,
      () => {
        const line = damagedRecord();
        const read = asked(() => JSON.parse(line) as unknown);
        const made = read === undefined ? undefined : asked(() => recordToMessage(read));
        if (made) assessed('records', made.message);
      },
    ],
    pages: [
      6,
      () => {
        const html = page();
        timed('pages', html, html.length, () => {
          const { text, marks } = htmlToText(html);
          for (const { start, end } of marks) if (end > text.length || start > end) throw new Error('A mark lies outside the text.');
        });
        assessed('pages', { ...mail(''), ...htmlToText(html) });
      },
    ],
    files: [
      4,
      async () => {
        const bytes = file();
        current = [...bytes];
        try {
          assessed('files', await readMailFile(bytes, choose(['x.eml', 'x.txt', 'x.msg'])));
        } catch (error) {
          if (!(error instanceof Error && sentence.test(error.message))) throw error;
        }
      },
    ],
    pastes: [3, () => void asked(() => assessed('pastes', readPasted(mutated('short'), 'p')))],
    drafts: [
      3,
      () => {
        const text = next(2) ? mutated('short') : randomText();
        timed('drafts', text, text.length, () => {
          const outgoing = { id: 'd', to: [], cc: [], subject: text.slice(0, 60), text, attachments: [] };
          for (const { start = 0, end = 0, where } of lintDraft(outgoing, { now: context.now }, book, 'en'))
            if (start > end || end > (where === 'subject' ? outgoing.subject : text).length) throw new Error('A finding lies outside the draft.');
          readIdentifiers(text, 'IT');
        });
      },
    ],
  };
  const wheel = Object.entries(kinds).flatMap(([kind, [share]]) => Array.from({ length: share }, () => kind));

  while (count < inputs && performance.now() - started < seconds * 1000) {
    const kind = choose(wheel);
    current = { state: given() };
    try {
      const going = kinds[kind]?.[1]();
      if (going) await going;
    } catch (error) {
      record(kind, current, error);
    }
    count++;
    byKind[kind] = (byKind[kind] ?? 0) + 1;
    if (performance.now() - told > 60_000) {
      told = performance.now();
      console.log(`${count} inputs, ${failures.size} failures, slowest ${slowest.toFixed(1)} ms per 100 kB`);
    }
  }
  const perSecond = Math.round(count / ((performance.now() - started) / 1000));
  return { inputs: count, perSecond, byKind, slowestMsPer100kB: Math.round(slowest * 10) / 10, failures: [...failures.values()] };
}

/** What is read, or nothing where a sentence says why it can't be. */
function asked<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && sentence.test(error.message))) return undefined;
    throw error;
  }
}
