// Computes the weights of `src/data/likeness.json` from example sentences: one logistic regression a type, by the same steps in the
// same order every time. Labelled mails that are not held back teach too: of each, the sentence that is most like its type.
import { replyTypeIds, type ReplyTypeId } from '../../src/core/ids';
import { symbolsFor } from '../../src/core/understanding/symbols';
import { findTraits, traitCount, traitsBuffer } from '../../src/core/understanding/traits';
import { wordsOf, type Words } from '../../src/core/understanding/words';
import { split } from '../../src/core/reading/split';
import { recordToMessage } from '../../src/mailfile/record-to-message';
import { assess } from '../../src/core/assess';
import { book as knowledge } from '../../src/data';
import { reading } from '../../src/data/reading';
import type { Likeness } from '../../src/data/schema/likeness';

export type Label = {
  readonly kind: string;
  readonly isProviderReply: boolean;
  readonly types: readonly string[];
  readonly mayBeGiven?: readonly string[];
  readonly heldBack: boolean;
};
export type Sample = { readonly id: string; readonly label: Label } & Readonly<Record<string, unknown>>;
/** Example sentences by type; `none` holds those that are like a type and are not it. */
export type Sayings = Readonly<Record<string, readonly string[]>>;

type Sentence = { readonly traits: Int32Array; readonly text: string };
type Case = { readonly sentence: Sentence; readonly yes: ReadonlySet<string>; readonly maybe: ReadonlySet<string>; readonly weight: number };

const symbols = symbolsFor(reading.confusables);
const buffer = traitsBuffer();
function traitsOf(words: Words, index: number): Int32Array {
  findTraits(buffer, words, index, symbols);
  return buffer.found.slice(0, buffer.count);
}
const blind = { next: new Int32Array(0), ends: new Int32Array(0), leaves: new Int32Array(0) } as never;

export function sentencesOf(
  text: string,
  own: readonly { readonly start: number; readonly end: number }[] = [{ start: 0, end: text.length }],
): readonly Sentence[] {
  const words = wordsOf(text, own as never, blind, symbols, 60_000);
  return Array.from({ length: Math.min(400, words.sentences) }, (_, index) => ({
    traits: traitsOf(words, index),
    text: text.slice(words.start[words.first[index] ?? 0], words.end[(words.stop[index] ?? 1) - 1]),
  }));
}

export function mailSentences(sample: Sample): readonly Sentence[] {
  const { message } = recordToMessage(sample);
  return sentencesOf(message.text, split(message, reading).own);
}

class Model {
  readonly weights: Float64Array;
  bias = -3;
  private readonly squares: Float64Array;
  private biasSquares = 1;
  constructor() {
    this.weights = new Float64Array(traitCount);
    this.squares = new Float64Array(traitCount).fill(1e-2);
  }
  odds(traits: ArrayLike<number> & Iterable<number>): number {
    let sum = this.bias;
    const share = 1 / Math.sqrt(Math.max(1, traits.length));
    for (const trait of traits) sum += (this.weights[trait] ?? 0) * share;
    return sum;
  }
  /** One step of AdaGrad with a pull to zero. */
  learn(traits: ArrayLike<number> & Iterable<number>, target: number, weight: number, rate: number, pull: number): void {
    const error = (1 / (1 + Math.exp(-this.odds(traits))) - target) * weight;
    if (Math.abs(error) < 1e-4) return;
    const share = 1 / Math.sqrt(Math.max(1, traits.length));
    for (const trait of traits) {
      const slope = error * share + pull * (this.weights[trait] ?? 0);
      this.squares[trait] = (this.squares[trait] ?? 0) + slope * slope;
      this.weights[trait] = (this.weights[trait] ?? 0) - (rate * slope) / Math.sqrt(this.squares[trait] ?? 1);
    }
    this.biasSquares += error * error;
    this.bias -= (rate * error) / Math.sqrt(this.biasSquares);
  }
}

/** The same shuffle every time. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const all = [...items];
  let state = seed;
  for (let index = all.length - 1; index > 0; index--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (index + 1);
    [all[index], all[other]] = [all[other] as T, all[index] as T];
  }
  return all;
}

export type Learned = { readonly models: ReadonlyMap<ReplyTypeId, Model>; readonly odds: (sentences: readonly Sentence[], type: ReplyTypeId) => number };

export function learn(sayings: Sayings, samples: readonly Sample[]): Learned {
  const types = replyTypeIds.filter((type) => type !== 'other_provider' || (sayings[type]?.length ?? 0) > 0);
  const fixed: Case[] = Object.entries(sayings).flatMap(([type, lines]) =>
    lines.flatMap((line) => {
      // A line may say several things at once: "type: sentence | also: type".
      const [text = '', also = ''] = line.split(' | also: ');
      const yes = new Set([
        ...(type === 'none' ? [] : [type]),
        ...also
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean),
      ]);
      const parts = sentencesOf(text);
      const sentence = parts.toSorted((a, b) => b.traits.length - a.traits.length)[0];
      return sentence ? [{ sentence, yes, maybe: new Set<string>(), weight: 1 }] : [];
    }),
  );
  const replies = samples.filter(({ label }) => label.kind === 'reply').map((sample) => ({ label: sample.label, sentences: mailSentences(sample) }));
  const plain: Case[] = samples
    .filter(({ label }) => label.kind === 'ordinary')
    .flatMap((sample) =>
      mailSentences(sample)
        .slice(0, 12)
        .map((sentence) => ({ sentence, yes: new Set<string>(), maybe: new Set<string>(), weight: 0.6 })),
    );

  let models = new Map<ReplyTypeId, Model>();
  for (let turn = 0; turn < 2; turn++) {
    const before = models;
    models = new Map();
    for (const type of types) {
      const cases: { readonly traits: Int32Array; readonly target: number; readonly weight: number }[] = [];
      for (const { sentence, yes, weight } of fixed) cases.push({ traits: sentence.traits, target: yes.has(type) ? 1 : 0, weight: yes.has(type) ? 4 : weight });
      for (const { sentence, weight } of plain) cases.push({ traits: sentence.traits, target: 0, weight });
      for (const { label, sentences } of replies) {
        if (label.types.includes(type)) {
          const former = before.get(type);
          if (sentences.length === 1) cases.push({ traits: sentences[0]?.traits ?? new Int32Array(0), target: 1, weight: 4 });
          else if (former) {
            const best = sentences.toSorted((a, b) => former.odds(b.traits) - former.odds(a.traits))[0];
            if (best) cases.push({ traits: best.traits, target: 1, weight: 4 });
          } else for (const sentence of sentences) cases.push({ traits: sentence.traits, target: 1, weight: 2 / sentences.length });
        } else if (!label.mayBeGiven?.includes(type)) for (const sentence of sentences) cases.push({ traits: sentence.traits, target: 0, weight: 1 });
      }
      const model = new Model();
      for (let pass = 0; pass < 5; pass++) for (const one of shuffled(cases, pass + 7)) model.learn(one.traits, one.target, one.weight, 0.5, 2e-4);
      models.set(type, model);
    }
  }
  return { models, odds: (sentences, type) => Math.max(-20, ...sentences.map(({ traits }) => models.get(type)?.odds(traits) ?? -20)) };
}

/** The bar of a type: where finding and missing balance best over mails that the model did not learn from, with what the rules find already. */
export function bestBar(points: readonly { readonly odds: number; readonly yes: boolean; readonly ruled: boolean }[]): {
  readonly bar: number;
  readonly f1: number;
} {
  let best = { bar: 99, f1: 0 };
  const all = points.filter(({ yes }) => yes).length;
  for (const { odds: bar } of points) {
    const hits = points.filter(({ odds, yes }) => odds >= bar && yes).length;
    const given = points.filter(({ odds }) => odds >= bar).length;
    const f1 = (1.49 * hits) / Math.max(1, given + 0.48999999999999994 * all);
    if (f1 > best.f1) best = { bar, f1 };
  }
  return best;
}

/** What the rules alone find. */
function ruledTypes(sample: Sample): ReadonlySet<string> {
  const likeness = { ...knowledge.understanding.likeness, bars: {} };
  const found = assess(
    recordToMessage(sample).message,
    { now: '2026-11-24T09:00:00Z', language: 'en', case: { emergency: 'unknown' } },
    { ...knowledge, understanding: { ...knowledge.understanding, likeness } },
  );
  return new Set(found.replyTypes.filter(({ evidence }) => evidence.length > 0).map(({ type }) => type));
}

/** Packs the models; weights that hardly matter are left out. */
export function pack({ models }: Learned, bars: Readonly<Partial<Record<ReplyTypeId, number>>>, madeFrom: string): Likeness {
  const types = [...models.keys()];
  let largest = 0;
  for (const { weights } of models.values()) for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const step = largest / 127;
  const entries: number[][] = [];
  for (const [number, type] of types.entries()) {
    const { weights } = models.get(type) as Model;
    for (let trait = 0; trait < traitCount; trait++) {
      const units = Math.round((weights[trait] ?? 0) / step);
      if (Math.abs(units) >= 9) entries.push([trait, number, units]);
    }
  }
  entries.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0));
  const bytes = new Uint8Array(entries.length * 5);
  const view = new DataView(bytes.buffer);
  for (const [index, [trait = 0, type = 0, units = 0]] of entries.entries()) {
    view.setUint16(index * 5, trait & 0xffff, true);
    view.setUint8(index * 5 + 2, trait >> 16);
    view.setUint8(index * 5 + 3, type);
    view.setInt8(index * 5 + 4, units);
  }
  return {
    madeFrom,
    types,
    bias: types.map((type) => Number((models.get(type)?.bias ?? 0).toFixed(4))),
    bars: Object.fromEntries(types.flatMap((type) => (bars[type] === undefined ? [] : [[type, Number(bars[type].toFixed(3))]]))),
    step: Number(step.toPrecision(6)),
    traits: traitCount,
    weights: Buffer.from(bytes).toString('base64'),
  };
}

/** Learns on one half and then on the other, to set the bars on mails that were not learnt from; then on all. */
export function learnAll(
  sayings: Sayings,
  samples: readonly Sample[],
  madeFrom: string,
): { readonly book: Likeness; readonly learned: Learned; readonly report: string } {
  const folds = 2;
  const points = new Map<ReplyTypeId, { odds: number; yes: boolean; ruled: boolean }[]>();
  for (let fold = 0; fold < folds; fold++) {
    const learned = learn(
      sayings,
      samples.filter((_, index) => index % folds !== fold),
    );
    for (const [index, sample] of samples.entries()) {
      if (index % folds !== fold || sample.label.kind !== 'reply') continue;
      const sentences = mailSentences(sample);
      const ruled = ruledTypes(sample);
      for (const type of learned.models.keys()) {
        if (sample.label.mayBeGiven?.includes(type)) continue;
        const list = points.get(type) ?? [];
        list.push({ odds: learned.odds(sentences, type), yes: sample.label.types.includes(type), ruled: ruled.has(type) });
        points.set(type, list);
      }
    }
  }
  const lines: string[] = [];
  const bars: Partial<Record<ReplyTypeId, number>> = {};
  for (const [type, list] of points) {
    const { bar, f1 } = bestBar(list);
    bars[type] = bar;
    lines.push(`${type.padEnd(40)} bar ${bar.toFixed(2)} f1 ${f1.toFixed(2)} of ${list.filter(({ yes }) => yes).length}`);
  }
  const learned = learn(sayings, samples);
  return { book: pack(learned, bars, madeFrom), learned, report: lines.join('\n') };
}
