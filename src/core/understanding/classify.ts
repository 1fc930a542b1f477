import type { UnderstandingBook } from '../../data/schema/understanding';
import type { Evidence, ReplyFinding } from '../assessment';
import type { ReplyTypeId } from '../ids';
import { conceptsOf } from './automaton';
import { saysAnywhere, type Hits } from './hits';
import { rulesOf, type ReadyRule, type Wanted } from './rules';
import { said, type Scope } from './scope';
import { nature, type Words } from './words';

export type Reading = { readonly words: Words; readonly hits: Hits; readonly scope: Scope };

/** Below this nothing is reported. */
const floor = 0.5;
const mostEvidence = 6;
/** Proofs of one type that are held against each other; a mail that says one thing thousands of times is none of a person. */
const mostProofs = 200;

/** What rules say of a mail: the types that one of them proves, and those that fall because another says the same more exactly. */
export type Ruled = { readonly found: readonly ReplyFinding[]; readonly outranked: ReadonlySet<ReplyTypeId> };

/** Every way of answering that a rule finds in the sentences, best first, each with the shortest words that prove it. */
export function classify(reading: Reading, book: UnderstandingBook): Ruled {
  const { words, hits } = reading;
  const { names } = conceptsOf(book);
  const found: ReplyFinding[] = [];
  const outranked = new Set<ReplyTypeId>();
  let places: Places | undefined;
  for (const type of rulesOf(book)) {
    let proofs: (Evidence & { score: number })[] = [];
    const about = new Set<string>();
    for (const rule of type.rules) {
      if (!rule.all.every((choice) => choice.some(({ concept }) => concept >= 0 && saysAnywhere(hits, concept)))) continue;
      for (const sentence of worthTrying(rule, hits, (places ??= placesOf(hits, words.sentences)))) {
        const proof = holds(rule, reading, sentence);
        if (!proof) continue;
        for (const concept of proof.concepts) about.add(names[concept] ?? '');
        if (proofs.length >= mostProofs) continue;
        const start = words.start[proof.first] ?? 0;
        const end = words.end[proof.last] ?? 0;
        if (proofs.some((other) => other.start < end && start < other.end && other.score >= rule.score)) continue;
        proofs = proofs.filter((other) => !(other.start < end && start < other.end));
        proofs.push({ start, end, text: words.text.slice(start, end), score: rule.score });
      }
    }
    if (proofs.length === 0) continue;
    proofs.sort((a, b) => b.score - a.score || a.start - b.start);
    // Independent proofs of the same thing add a little.
    const score = Math.min(0.99, (proofs[0]?.score ?? 0) + Math.min(0.06, (proofs.length - 1) * 0.02));
    if (score < floor) continue;
    for (const other of type.outranks) outranked.add(other);
    found.push({
      type: type.id,
      score: Math.round(score * 100) / 100,
      evidence: proofs.slice(0, mostEvidence).map(({ start, end, text }) => ({ start, end, text })),
      about: [...about],
    });
  }
  return { found: found.sort((a, b) => b.score - a.score), outranked };
}

/** The sentences that say a concept: those of concept `c` are `sentences[from[c]]` up to `sentences[from[c + 1]]`, some twice. */
type Places = { readonly from: Int32Array; readonly sentences: Int32Array };

function placesOf(hits: Hits, sentences: number): Places {
  const { times } = hits;
  const from = new Int32Array(times.length + 1);
  for (let hit = 0; hit < hits.count; hit++) {
    const next = (hits.concept[hit] ?? 0) + 1;
    from[next] = (from[next] ?? 0) + 1;
  }
  for (let concept = 1; concept < from.length; concept++) from[concept] = (from[concept] ?? 0) + (from[concept - 1] ?? 0);
  const at = from.slice();
  const all = new Int32Array(hits.count);
  for (let sentence = 0; sentence < sentences; sentence++)
    for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
      const concept = hits.concept[hit] ?? 0;
      const place = at[concept] ?? 0;
      all[place] = sentence;
      at[concept] = place + 1;
    }
  return { from, sentences: all };
}

/** The sentences in which a rule can hold, in order: those with what it asks for most rarely, and those before where neighbours count. */
function worthTrying(rule: ReadyRule, hits: Hits, { from, sentences }: Places): readonly number[] {
  let rarest: readonly Wanted[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const choice of rule.all) {
    let times = 0;
    for (const { concept } of choice) if (concept >= 0) times += (from[concept + 1] ?? 0) - (from[concept] ?? 0);
    if (times < least) {
      least = times;
      rarest = choice;
    }
  }
  const found = new Set<number>();
  for (const { concept } of rarest)
    if (concept >= 0)
      for (let at = from[concept] ?? 0; at < (from[concept + 1] ?? 0); at++) {
        const sentence = sentences[at] ?? 0;
        found.add(sentence);
        if (rule.neighbours && sentence > 0 && hits.from[sentence - 1] !== hits.from[sentence]) found.add(sentence - 1);
      }
  return [...found].sort((a, b) => a - b);
}

type Proof = { readonly first: number; readonly last: number; readonly concepts: readonly number[] };

function holds(rule: ReadyRule, reading: Reading, sentence: number): Proof | null {
  const { words } = reading;
  if (rule.question && ((words.nature[sentence] ?? 0) & nature.question) === 0) return null;
  const next = rule.neighbours && sentence + 1 < words.sentences ? sentence + 1 : -1;
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  let inHere = false;
  const concepts: number[] = [];
  for (const choice of rule.all) {
    let best = nearest(choice, reading, sentence, rule.loose, first, last);
    let where = sentence;
    if (best < 0 && next >= 0) {
      best = nearest(choice, reading, next, rule.loose, Number.POSITIVE_INFINITY, -1);
      where = next;
    }
    if (best < 0) return null;
    concepts.push(reading.hits.concept[best] ?? 0);
    // Proof is what one sentence says; the other only has to be there.
    if (where !== sentence) {
      if (inHere) continue;
    } else if (!inHere) {
      inHere = true;
      first = Number.POSITIVE_INFINITY;
      last = -1;
    }
    first = Math.min(first, reading.hits.first[best] ?? 0);
    last = Math.max(last, reading.hits.last[best] ?? 0);
  }
  if (!inHere || last - first > rule.near) return null;
  for (const wanted of rule.none) {
    if (find(wanted, reading, sentence) || (next >= 0 && find(wanted, reading, next))) return null;
  }
  return { first, last, concepts };
}

/** The hit of one of several concepts that lies nearest to what is already proved. */
function nearest(choice: readonly Wanted[], reading: Reading, sentence: number, loose: boolean, first: number, last: number): number {
  const { hits } = reading;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
    const concept = hits.concept[hit];
    const wanted = choice.find((one) => one.concept === concept);
    if (!wanted || !meets(wanted, reading, hit, sentence, loose)) continue;
    const from = hits.first[hit] ?? 0;
    const to = hits.last[hit] ?? 0;
    const distance = last < 0 ? to - from : Math.max(0, first - from) + Math.max(0, to - last);
    if (distance < least) {
      least = distance;
      best = hit;
    }
  }
  return best;
}

/** Whether a sentence says what a rule excludes, be it only supposed. */
function find(wanted: Wanted, reading: Reading, sentence: number): boolean {
  const { hits } = reading;
  if (wanted.concept < 0 || !saysAnywhere(hits, wanted.concept)) return false;
  for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++)
    if (hits.concept[hit] === wanted.concept && meets(wanted, reading, hit, sentence, true)) return true;
  return false;
}

function meets(wanted: Wanted, { scope }: Reading, hit: number, sentence: number, loose: boolean): boolean {
  const meant = scope.of(hit, sentence);
  if ((meant & said.foreign) !== 0 || (!loose && (meant & said.supposed) !== 0)) return false;
  return wanted.how === 2 || ((meant & said.denied) !== 0) === (wanted.how === 1);
}
