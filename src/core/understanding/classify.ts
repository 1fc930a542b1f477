import type { Rule, UnderstandingBook } from '../../data/schema/understanding';
import type { Evidence, ReplyFinding } from '../assessment';
import type { Hit } from './concepts';
import type { Sentence } from './tokens';

/** A sentence with what it says. */
export type Said = { readonly sentence: Sentence; readonly hits: readonly Hit[] };

/** Below this nothing is reported. */
const floor = 0.5;
const mostEvidence = 6;

/** Every way of answering that the sentences contain, best first, each with the shortest words that prove it. */
export function classify(text: string, said: readonly Said[], book: UnderstandingBook): readonly ReplyFinding[] {
  const found: ReplyFinding[] = [];
  for (const type of book.replies) {
    const proofs: (Evidence & { score: number })[] = [];
    const about = new Set<string>();
    for (const rule of type.rules)
      for (let index = 0; index < said.length; index++) {
        const proof = holds(rule, said, index);
        if (proof) for (const name of proof.concepts) about.add(name);
        if (proof && !proofs.some((other) => other.start < proof.end && proof.start < other.end && other.score >= rule.score))
          proofs.push({ start: proof.start, end: proof.end, text: text.slice(proof.start, proof.end), score: rule.score });
      }
    if (proofs.length === 0) continue;
    const scores = proofs.map(({ score }) => score).sort((a, b) => b - a);
    // Independent proofs of the same thing add a little.
    const score = Math.min(0.99, (scores[0] ?? 0) + Math.min(0.06, (scores.length - 1) * 0.02));
    if (score < floor) continue;
    const evidence = proofs.sort((a, b) => b.score - a.score || a.start - b.start).slice(0, mostEvidence);
    found.push({
      type: type.id,
      score: Math.round(score * 100) / 100,
      evidence: evidence.map(({ start, end, text: words }) => ({ start, end, text: words })),
      about: [...about],
    });
  }
  const dropped = new Set(found.flatMap(({ type }) => book.replies.find(({ id }) => id === type)?.outranks ?? []));
  return found.filter(({ type }) => !dropped.has(type)).sort((a, b) => b.score - a.score);
}

function holds(
  rule: Rule,
  said: readonly Said[],
  index: number,
): { readonly start: number; readonly end: number; readonly concepts: readonly string[] } | null {
  const here = said[index];
  if (!here || here.hits.length === 0) return null;
  if (rule.question && !here.sentence.question) return null;
  const next = rule.within === 'neighbours' ? said[index + 1] : undefined;
  if ((rule.none ?? []).some((name) => says(name, here.hits, rule) || (next && says(name, next.hits, rule)))) return null;
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  let inHere = false;
  const concepts: string[] = [];
  // "does not constitute an emergency": the denial of the verb reaches its object, so the object counts either way.
  const denies = rule.all.some((choice) => choice.some((name) => name.startsWith('-')));
  for (const choice of rule.all.map((names) => (denies ? names.map((name) => (/^[-~]/u.test(name) ? name : `~${name}`)) : names))) {
    let best: { hit: Hit; sentence: Sentence } | null = null;
    for (const name of choice) {
      const hit = says(name, here.hits, rule);
      if (hit && (!best || distance(here.sentence, hit, start, end) < distance(best.sentence, best.hit, start, end))) best = { hit, sentence: here.sentence };
    }
    if (best) inHere = true;
    if (!best && next)
      for (const name of choice) {
        const hit = says(name, next.hits, rule);
        if (hit) {
          best = { hit, sentence: next.sentence };
          break;
        }
      }
    if (!best) return null;
    concepts.push(best.hit.concept);
    // Proof is what one sentence says; the other only has to be there.
    if (best.sentence !== here.sentence && inHere) continue;
    start = Math.min(start, best.sentence.tokens[best.hit.first]?.start ?? start);
    end = Math.max(end, best.sentence.tokens[best.hit.last]?.end ?? end);
  }
  return inHere ? { start, end, concepts } : null;
}

function distance(sentence: Sentence, hit: Hit, start: number, end: number): number {
  if (end < 0) return 0;
  const from = sentence.tokens[hit.first]?.start ?? 0;
  const to = sentence.tokens[hit.last]?.end ?? 0;
  return Math.max(0, start - from) + Math.max(0, to - end);
}

function says(name: string, hits: readonly Hit[], rule: Rule): Hit | undefined {
  const sign = name[0];
  const concept = sign === '-' || sign === '~' ? name.slice(1) : name;
  return hits.find((hit) => hit.concept === concept && (sign === '~' || hit.negated === (sign === '-')) && (rule.loose || (!hit.conditional && !hit.quoted)));
}
