import type { Likeness } from '../../data/schema/likeness';
import type { UnderstandingBook } from '../../data/schema/understanding';
import type { Evidence, ReplyFinding } from '../assessment';
import type { ReplyTypeId } from '../ids';
import type { Symbols } from './symbols';
import { findTraits, traitsBuffer, type Traits } from './traits';
import type { Words } from './words';

/** How like a type's example sentences one sentence is. `odds` is a log-odds: 0 is even. */
export type Like = { readonly type: ReplyTypeId; readonly sentence: number; readonly odds: number };

type Ready = {
  readonly types: readonly ReplyTypeId[];
  readonly bias: readonly number[];
  readonly from: Int32Array;
  readonly type: Uint8Array;
  readonly weight: Float32Array;
};
const made = new WeakMap<Likeness, Ready>();
let traits: Traits | undefined;
const mostSentences = 400;

/**
 * Holds each sentence against the example sentences of each type (`lang/<code>/sayings`), through weights that were computed from
 * them. Gives the best sentence of each type, whatever its odds.
 */
export function likeSayings(words: Words, symbols: Symbols, book: Likeness): readonly Like[] {
  const ready = readyOf(book);
  traits ??= traitsBuffer();
  const best = ready.types.map((): { sentence: number; odds: number } => ({ sentence: -1, odds: Number.NEGATIVE_INFINITY }));
  const odds = new Float64Array(ready.types.length);
  for (let sentence = 0; sentence < Math.min(words.sentences, mostSentences); sentence++) {
    for (let type = 0; type < odds.length; type++) odds[type] = ready.bias[type] ?? 0;
    findTraits(traits, words, sentence, symbols);
    // Long sentences have more traits; the same weight must not make them surer.
    const share = 1 / Math.sqrt(Math.max(1, traits.count));
    for (let index = 0; index < traits.count; index++) {
      const trait = traits.found[index] ?? 0;
      const stop = ready.from[trait + 1] ?? 0;
      for (let at = ready.from[trait] ?? 0; at < stop; at++) {
        const type = ready.type[at] ?? 0;
        odds[type] = (odds[type] ?? 0) + (ready.weight[at] ?? 0) * share;
      }
    }
    for (let type = 0; type < odds.length; type++) {
      const known = best[type];
      if (known && (odds[type] ?? 0) > known.odds) best[type] = { sentence, odds: odds[type] ?? 0 };
    }
  }
  return ready.types.flatMap((type, index) => {
    const one = best[index];
    return one && one.sentence >= 0 ? [{ type, ...one }] : [];
  });
}

/** Findings from likeness: types whose best sentence passes the type's bar. The sentence is the proof. */
export function likeFindings(words: Words, likes: readonly Like[], book: Likeness): readonly ReplyFinding[] {
  return likes.flatMap(({ type, sentence, odds }) => {
    const bar = book.bars[type];
    if (bar === undefined || odds < bar) return [];
    const start = words.start[words.first[sentence] ?? 0] ?? 0;
    const end = words.end[(words.stop[sentence] ?? 1) - 1] ?? start;
    const evidence: readonly Evidence[] = [{ start, end, text: words.text.slice(start, end) }];
    return [{ type, score: Math.round(100 * Math.min(0.79, 1 / (1 + Math.exp(-(odds - bar) - 0.6)))) / 100, evidence }];
  });
}

/**
 * Rules and likeness together: what both find is surer, and keeps the rule's shorter proof; what likeness alone finds stands behind,
 * and falls away where a rule's type says the same more exactly.
 */
export function joined(ruled: readonly ReplyFinding[], likes: readonly ReplyFinding[], book: UnderstandingBook): readonly ReplyFinding[] {
  const both = ruled.map((finding) =>
    likes.some(({ type }) => type === finding.type) ? { ...finding, score: Math.min(0.99, Math.round((finding.score + 0.04) * 100) / 100) } : finding,
  );
  const outranked = new Set(book.replies.filter(({ id }) => ruled.some(({ type }) => type === id)).flatMap(({ outranks }) => outranks));
  return [...both, ...likes.filter(({ type }) => !ruled.some((finding) => finding.type === type) && !outranked.has(type))].sort((a, b) => b.score - a.score);
}

function readyOf(book: Likeness): Ready {
  let ready = made.get(book);
  if (!ready) {
    const bytes = Uint8Array.from(atob(book.weights), (character) => character.charCodeAt(0));
    ready = unpack(book, new DataView(bytes.buffer));
    made.set(book, ready);
  }
  return ready;
}

/** Each entry is five bytes: trait (three, little-endian), type, weight (signed, in `step`s); sorted by trait. */
function unpack({ types, bias, step, traits }: Likeness, view: DataView): Ready {
  const count = Math.floor(view.byteLength / 5);
  const from = new Int32Array(traits + 1);
  const type = new Uint8Array(count);
  const weight = new Float32Array(count);
  for (let index = 0; index < count; index++) {
    const at = index * 5;
    const trait = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    from[trait + 1] = index + 1;
    type[index] = view.getUint8(at + 3);
    weight[index] = view.getInt8(at + 4) * step;
  }
  for (let trait = 1; trait <= traits; trait++) from[trait] = Math.max(from[trait] ?? 0, from[trait - 1] ?? 0);
  return { types, bias, from, type, weight };
}
