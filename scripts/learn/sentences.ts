// The models of sentences: one a type, learned from example sentences and labelled mails, and one for the voice of a provider.
import { replyTypeIds, type ReplyTypeId } from '../../src/core/ids';
import { split } from '../../src/core/reading/split';
import { unwrap } from '../../src/core/reading/unwrap';
import { symbolsFor } from '../../src/core/understanding/symbols';
import { findTraits, traitCount, traitsBuffer } from '../../src/core/understanding/traits';
import { wordsOf } from '../../src/core/understanding/words';
import { reading } from '../../src/data/reading';
import type { Likeness } from '../../src/data/schema/likeness';
import { recordToMessage } from '../../src/mailfile/record-to-message';
import { oddsOf, separate, type Case, type Model } from './svm';

export type Label = {
  readonly kind: string;
  readonly isProviderReply: boolean;
  readonly types: readonly string[];
  readonly mayBeGiven?: readonly string[];
  readonly heldBack: boolean;
  readonly set?: string;
};
export type Sample = { readonly id: string; readonly label: Label } & Readonly<Record<string, unknown>>;
/** Example sentences by type; `none` holds those that are like a type and are not it. */
export type Sayings = Readonly<Record<string, readonly string[]>>;
/** A labelled mail and the traits of its sentences; `hushed` when who writes it alone tells that it is no reply. */
export type Read = { readonly sample: Sample; readonly sentences: readonly Int32Array[]; readonly hushed: boolean };

const symbols = symbolsFor(reading.confusables);
const buffer = traitsBuffer();
const blind = { next: new Int32Array(0), ends: new Int32Array(0), leaves: new Int32Array(0) } as never;

function sentencesOf(text: string, own: readonly { readonly start: number; readonly end: number }[]): readonly Int32Array[] {
  const words = wordsOf(text, own as never, blind, symbols, 60_000);
  return Array.from({ length: Math.min(400, words.sentences) }, (_, index) => {
    findTraits(buffer, words, index, symbols);
    return buffer.found.slice(0, buffer.count);
  });
}

/** Reads a mail into its sentences, as the engine would. */
export function readSample(sample: Sample): Read {
  const { message } = recordToMessage(sample);
  const whole = split(message, reading);
  const { kind } = unwrap(message, whole, reading);
  return { sample, sentences: sentencesOf(message.text, whole.own), hushed: kind !== 'none' && kind !== 'pec' };
}

/** How much a case counts: a type's own sentences are few among the many that are none of it. */
const costs = { own: 1.2, other: 0.3, ordinary: 0.18, saying: 0.3, mail: 1 };
/** Sentences of a mail by which the voice is learned. */
const heard = 40;

export type Models = { readonly types: ReadonlyMap<ReplyTypeId, Model>; readonly voice: Model };

/** Learns all models from example sentences and from the mails given. */
export function learnSentences(sayings: Sayings, mails: readonly Read[]): Models {
  const examples = Object.entries(sayings).flatMap(([type, lines]) =>
    lines.flatMap((line) => {
      // A line may say several things at once: "sentence | also: type".
      const [text = '', also = ''] = line.split(' | also: ');
      const longest = sentencesOf(text, [{ start: 0, end: text.length }]).toSorted((a, b) => b.length - a.length)[0];
      const others = also.split(',').map((one) => one.trim());
      return longest ? [{ traits: longest, types: new Set([type, ...others]) }] : [];
    }),
  );
  const replies = mails.filter(({ sample }) => sample.label.kind === 'reply');
  const ordinary = mails.filter(({ sample }) => sample.label.kind === 'ordinary').flatMap(({ sentences }) => sentences.slice(0, 12));
  const types = new Map<ReplyTypeId, Model>();
  for (const type of replyTypeIds) {
    const cases: Case[] = examples.map(({ traits, types: own }) => {
      const yes = own.has(type);
      return { traits, yes, cost: yes ? costs.own : costs.other };
    });
    for (const traits of ordinary) cases.push({ traits, yes: false, cost: costs.ordinary });
    for (const { sample, sentences } of replies) {
      if (sample.label.types.includes(type)) {
        if (sentences.length === 1) cases.push({ traits: sentences[0] as Int32Array, yes: true, cost: costs.own });
      } else if (!sample.label.mayBeGiven?.includes(type)) for (const traits of sentences) cases.push({ traits, yes: false, cost: costs.other });
    }
    const first = separate(cases, traitCount);
    // A label names the mail: of its sentences the one that is most like the type is taken to say it.
    const more = replies
      .filter(({ sample, sentences }) => sample.label.types.includes(type) && sentences.length > 1)
      .map(({ sentences }) => ({ traits: sentences.toSorted((a, b) => oddsOf(first, b) - oddsOf(first, a))[0] as Int32Array, yes: true, cost: costs.own }));
    types.set(type, separate([...cases, ...more], traitCount));
  }
  const voices: Case[] = examples.map(({ traits, types: own }) => ({ traits, yes: !own.has('none'), cost: costs.saying }));
  for (const { sample, sentences, hushed } of mails) {
    if (hushed) continue;
    const some = sentences.slice(0, heard);
    for (const traits of some) voices.push({ traits, yes: sample.label.isProviderReply, cost: costs.mail / Math.sqrt(some.length) });
  }
  return { types, voice: separate(voices, traitCount) };
}

/** Units below which a weight is left out: it hardly matters. */
const leastUnits = 3;

/** Packs the models for the extension. */
export function pack({ types, voice }: Models, madeFrom: string): Likeness {
  const models = [...types.values(), voice];
  let largest = 0;
  for (const { weights } of models) for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const step = largest / 127;
  const entries: number[] = [];
  for (let trait = 0; trait < traitCount; trait++)
    for (const [row, { weights }] of models.entries()) {
      const units = Math.round((weights[trait] ?? 0) / step);
      if (Math.abs(units) >= leastUnits) entries.push(trait, row, units);
    }
  const bytes = new Uint8Array((entries.length / 3) * 5);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index * 3 < entries.length; index++) {
    const [trait = 0, row = 0, units = 0] = entries.slice(index * 3, index * 3 + 3);
    view.setUint16(index * 5, trait & 0xffff, true);
    view.setUint8(index * 5 + 2, trait >> 16);
    view.setUint8(index * 5 + 3, row);
    view.setInt8(index * 5 + 4, units);
  }
  return {
    madeFrom,
    types: [...types.keys()],
    bias: models.map(({ bias }) => Number(bias.toFixed(4))),
    step: Number(step.toPrecision(6)),
    traits: traitCount,
    weights: Buffer.from(bytes).toString('base64'),
  };
}
