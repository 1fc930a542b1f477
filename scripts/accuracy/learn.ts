import type { ReplyTypeId } from '../../src/core/ids';
import { replyTypeIds } from '../../src/core/ids';
import { detectLanguage } from '../../src/core/reading/language';
import { split } from '../../src/core/reading/split';
import { conceptsOf } from '../../src/core/understanding/automaton';
import { said } from '../../src/core/understanding/scope';
import { readingOf } from '../../src/core/understanding/understand';
import { nature } from '../../src/core/understanding/words';
import { book } from '../../src/data';
import { recordToMessage } from '../../src/mailfile/record-to-message';
import { regress } from '../learn/ridge';
import type { Sample } from './measure';

type Row = { readonly signs: ReadonlySet<string>; readonly types: readonly string[]; readonly may: readonly string[] };

/** A sign must be met this often before it is learned, and its weight is pulled towards nothing. */
const enough = 4;
const pull = 2;
/** Helpers of the scan and of detection: they say nothing about what is answered. */
const helpers =
  /^(?:NOT|NOT_AFTER|NOT_A_DENIAL|NOT_NEEDED|IF|COUNTERFACTUAL|REPORTED|COLLEAGUE|BULK|TO_USER|REQUESTING|OTHER_BODY|HOUSEKEEPING|PHISHING|OUT_OF_OFFICE)$/u;

/**
 * Learns from labelled replies, never from those held back, which concepts speak for which type: one logistic regression a type
 * (Newton's method, ridge penalty). Gives `signs.json`: weights by type and sign, `start` for the bias.
 */
export function learn(
  samples: readonly Sample[],
  wordings: readonly { readonly types: readonly string[]; readonly text: string; readonly language: string }[],
): Record<string, Record<string, number>> {
  const rows: Row[] = [
    ...samples
      .filter(({ label }) => label.isProviderReply && !label.heldBack)
      .map((sample) => {
        const { message } = recordToMessage(sample);
        const own = split(message, book.reading).own;
        const language = detectLanguage(own.map(({ start, end }) => message.text.slice(start, end)).join('\n'), book.reading);
        return { signs: signsOf(message.text, own, language), types: sample.label.types, may: sample.label.mayBeGiven ?? [] };
      }),
    ...wordings.map(({ types, text, language }) => ({ signs: signsOf(text, [{ start: 0, end: text.length }], language), types, may: [] })),
  ];
  const times = new Map<string, number>();
  for (const { signs } of rows) for (const sign of signs) times.set(sign, (times.get(sign) ?? 0) + 1);
  const names = [...times].filter(([name, count]) => count >= enough && !helpers.test(name.replace(/^[-?]/u, ''))).map(([name]) => name);
  const places = new Map(names.map((name, index) => [name, index]));
  const vectors = rows.map(({ signs }) => [...signs].flatMap((sign) => places.get(sign) ?? []));
  const learned: Record<string, Record<string, number>> = {};
  for (const type of replyTypeIds) {
    const weights = weightsFor(vectors, rows, type, names.length);
    const entries = names.map((name, index) => [name, Math.round((weights[index] ?? 0) * 100) / 100] as const).filter(([, weight]) => Math.abs(weight) >= 0.08);
    learned[type] = { start: Math.round((weights[names.length] ?? -4) * 100) / 100, ...Object.fromEntries(entries.sort((a, b) => b[1] - a[1])) };
  }
  return learned;
}

function signsOf(text: string, own: readonly { readonly start: number; readonly end: number }[], language: string | null): ReadonlySet<string> {
  const { words, hits, scope } = readingOf(text, own, language, book.understanding);
  const { names } = conceptsOf(book.understanding);
  const signs = new Set<string>();
  for (let sentence = 0; sentence < words.sentences; sentence++)
    for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
      const meant = scope.of(hit, sentence);
      if ((meant & said.foreign) !== 0) continue;
      const name = names[hits.concept[hit] ?? 0] ?? '';
      signs.add((meant & said.denied) !== 0 ? `-${name}` : name);
      if (((words.nature[sentence] ?? 0) & nature.question) !== 0) signs.add(`?${name}`);
    }
  return signs;
}

function weightsFor(vectors: readonly (readonly number[])[], rows: readonly Row[], type: ReplyTypeId, size: number): Float64Array {
  return regress(
    rows.map(({ types, may }, index) => ({
      entries: (vectors[index] ?? []).map((place) => [place, 1] as const),
      yes: types.includes(type),
      cost: may.includes(type) && !types.includes(type) ? 0 : 1,
    })),
    size,
    pull,
  );
}
