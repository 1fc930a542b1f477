// Learns what `src/data/{likeness,weighing,detection}.json` hold, by the same steps in the same order every time.
import { replyTypeIds, type ReplyTypeId } from '../../src/core/ids';
import { detectLanguage } from '../../src/core/reading/language';
import { findSender } from '../../src/core/reading/sender';
import { split } from '../../src/core/reading/split';
import { unwrap } from '../../src/core/reading/unwrap';
import { isNever, otherMail } from '../../src/core/understanding/judge';
import { examine } from '../../src/core/understanding/understand';
import { markNames, marksOf } from '../../src/core/understanding/weighing';
import { book } from '../../src/data';
import type { Likeness, Weighing } from '../../src/data/schema/likeness';
import type { UnderstandingBook } from '../../src/data/schema/understanding';
import { recordToMessage } from '../../src/mailfile/record-to-message';
import { regress, type Row } from './ridge';
import { learnSentences, pack, readSample, type Read, type Sample, type Sayings } from './sentences';

export { isApart } from './apart';
export type { Sample, Sayings };
type Learned = { readonly likeness: Likeness; readonly weighing: Weighing; readonly detection: Readonly<Record<string, number>>; readonly report: string };
/** Parts into which the mails are cut, so that each is weighed by models that never saw it. */
const parts = 3;
const weighingPull = 3;

type Marked = { readonly sample: Sample; readonly marks: ReadonlyMap<ReplyTypeId, readonly number[]> };
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** All that the extension learns from sentences and from mails that are not held back. */
export function learnAll(sayings: Sayings, samples: readonly Sample[], madeFrom: string, log: (line: string) => void): Learned {
  const mails = samples.map(readSample);
  const folds = Array.from({ length: parts }, (_, part) => {
    const { likeness, ...rest } = book.understanding;
    log(`part ${part + 1} of ${parts}; the last weights were made from ${likeness.madeFrom}`);
    const seen = mails.filter((_mail, index) => index % parts !== part);
    return { ...rest, likeness: pack(learnSentences(sayings, seen), '') };
  });
  const bookOf = (index: number): UnderstandingBook => folds[index % parts] as UnderstandingBook;
  const weighing = learnWeighing(mails, bookOf);
  log(`types are found from ${weighing.from} on`);
  const detection = learnDetection(mails, (index) => ({ ...bookOf(index), weighing }));
  const likeness = pack(learnSentences(sayings, mails), madeFrom);
  return { likeness, weighing, detection, report: '' };
}

function look(sample: Sample, knowledge: UnderstandingBook) {
  const { message } = recordToMessage(sample);
  const whole = split(message, book.reading);
  const inner = unwrap(message, whole, book.reading);
  const own = whole.own.map(({ start, end }) => message.text.slice(start, end)).join('\n');
  const sender = findSender(message, own, book);
  const never = (inner.kind !== 'none' && inner.kind !== 'pec') || isNever({ message, sender, book: knowledge });
  return { never, ...examine({ message, split: whole, sender, language: detectLanguage(own, book.reading) }, null, knowledge) };
}

/** Rules were written with two thirds of the mails in view: how far they are right is told by the last third alone. */
function learnWeighing(mails: readonly Read[], bookOf: (index: number) => UnderstandingBook): Weighing {
  const marked: Marked[] = [];
  for (const [index, { sample }] of mails.entries())
    if (sample.label.kind === 'reply' && (sample.label.heldBack || sample.label.set !== undefined))
      marked.push({ sample, marks: marksOf(look(sample, bookOf(index)).told) });
  const whole = fit(marked);
  // The likelihood from which on a type is found is chosen on mails that the fit did not see.
  const points: { readonly likely: number; readonly yes: boolean }[] = [];
  for (let part = 0; part < 5; part++) {
    const fitted = fit(marked.filter((_, index) => index % 5 !== part));
    for (const [index, one] of marked.entries())
      if (index % 5 === part)
        for (const [type, values] of one.marks)
          if (!one.sample.label.mayBeGiven?.includes(type)) points.push({ likely: likelyOf(fitted, type, values), yes: one.sample.label.types.includes(type) });
  }
  // Of bars that do about as well, the highest: what is not said is looked for, what is said wrongly is believed.
  const bars = Array.from({ length: 26 }, (_, index) => 0.2 + index * 0.02).map((bar) => {
    const given = points.filter(({ likely }) => likely >= bar);
    return { bar, score: (2 * given.filter(({ yes }) => yes).length) / (given.length + points.filter(({ yes }) => yes).length) };
  });
  const most = Math.max(...bars.map(({ score }) => score));
  const from = bars.filter(({ score }) => score >= most - 0.004).at(-1)?.bar ?? 0.5;
  console.log(`weighing: micro-F1 ${most.toFixed(3)} at ${from.toFixed(2)} over ${marked.length} replies, each unseen by the fit`);
  return { ...whole, from: round(from) };
}

const likelyOf = ({ start, marks }: Weighing, type: ReplyTypeId, values: readonly number[]): number =>
  1 / (1 + Math.exp(-values.reduce((sum, value, index) => sum + value * (marks[markNames[index] ?? ''] ?? 0), start[type] ?? 0)));

function fit(marked: readonly Marked[]): Weighing {
  const size = markNames.length + replyTypeIds.length;
  const rows: Row[] = marked.flatMap(({ sample: { label }, marks }) =>
    [...marks].flatMap(([type, values]) =>
      label.mayBeGiven?.includes(type)
        ? []
        : [
            {
              entries: [...values.map((value, place) => [place, value] as const), [markNames.length + replyTypeIds.indexOf(type), 1] as const],
              yes: label.types.includes(type),
              cost: 1,
            },
          ],
    ),
  );
  const weights = regress(rows, size, weighingPull);
  return {
    from: 0.5,
    start: Object.fromEntries(replyTypeIds.map((type, index) => [type, round((weights[size] ?? 0) + (weights[markNames.length + index] ?? 0))])),
    marks: Object.fromEntries(markNames.map((name, index) => [name, round(weights[index] ?? 0)])),
  };
}

/** A false alarm counts this many times as much as a reply missed. */
const falseAlarmCosts = 1.2;
/** Part of the weight of a mail that is learned without its correspondents. */
const blindShare = 0.2;
/** A sign must be met this often before it is learned, and is trusted little. */
const enough = 8;
const detectionPull = 1;
/** Concepts are many and met seldom: each is trusted less than who writes and how it sounds. */
const conceptPull = 12;

/** Few of the labelled mails that are no reply have a history below them: that there is one must not say much. */
const historyPull = 40;
const pullOn = (sign: string): number =>
  /^(?:answers|subject):/u.test(sign) ? historyPull : /^[A-Z]/u.test(sign) && !otherMail.includes(sign) ? conceptPull : detectionPull;

/** What tells a provider's reply from other mail. */
function learnDetection(mails: readonly Read[], bookOf: (index: number) => UnderstandingBook): Readonly<Record<string, number>> {
  const rows: { readonly signs: ReadonlyMap<string, number>; readonly yes: boolean; readonly share: number }[] = [];
  for (const [index, { sample }] of mails.entries()) {
    const { never, signs } = look(sample, bookOf(index));
    if (never) continue;
    const yes = sample.label.isProviderReply;
    // Addresses of the labelled mails are made up: what is said must carry as much without them.
    const bare = new Map([...signs].filter(([sign]) => !/^(?:from:office|to:)/u.test(sign)));
    rows.push({ signs, yes, share: 1 - blindShare }, { signs: bare, yes, share: blindShare });
  }
  const times = new Map<string, number>();
  for (const { signs } of rows) for (const sign of signs.keys()) times.set(sign, (times.get(sign) ?? 0) + 1);
  const names = [...times].filter(([, count]) => count >= enough).map(([name]) => name);
  const places = new Map(names.map((name, index) => [name, index]));
  const weights = regress(
    rows.map(({ signs, yes, share }) => ({
      entries: [...signs].flatMap(([sign, strength]) => {
        const place = places.get(sign);
        return place === undefined ? [] : [[place, strength] as const];
      }),
      yes,
      cost: share * (yes ? 1 : falseAlarmCosts),
    })),
    names.length,
    (place) => pullOn(names[place] ?? ''),
  );
  const entries = names.map((name, index) => [name, Math.round((weights[index] ?? 0) * 100) / 100] as const).filter(([, weight]) => Math.abs(weight) >= 0.03);
  return { start: Math.round((weights[names.length] ?? -3) * 100) / 100, ...Object.fromEntries(entries.toSorted((a, b) => b[1] - a[1])) };
}
