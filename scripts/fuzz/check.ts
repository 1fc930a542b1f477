import type { Assessment } from '../../src/core/assessment';
import type { Message } from '../../src/core/message';

/** Throws where an assessment contradicts itself or the mail that it is of. */
export function check({ text }: Message, said: Assessment): void {
  const { own, quoted, kinds } = said.split;
  const spans = [...own, ...quoted].sort((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end } of spans) {
    if (start !== at || end < start) throw new Error(`The spans leave a gap or overlap at ${at}.`);
    at = end;
  }
  if (at !== text.length && text.length > 0) throw new Error(`The spans end at ${at} of ${text.length}.`);
  if (kinds.length !== quoted.length) throw new Error('Some quoted span has no kind.');
  const inside = (start: number, end: number) => own.some((span) => span.start <= start && end <= span.end);
  for (const { score, evidence } of said.replyTypes) {
    if (!(score >= 0 && score <= 1)) throw new Error(`A score of ${score}.`);
    for (const proof of evidence) {
      if (text.slice(proof.start, proof.end) !== proof.text) throw new Error('A proof is not what stands in the text.');
      if (!inside(proof.start, proof.end)) throw new Error('A proof lies outside the own words.');
    }
  }
  const { references, questions, deadlines, legalBasis, contacts, identifiers, amounts } = said.facts;
  for (const claims of [references, questions, deadlines, legalBasis, contacts, identifiers, amounts])
    for (const claim of claims) if (!inside(claim.start, claim.end)) throw new Error(`A fact lies outside the own words: ${claim.text.slice(0, 60)}`);
  if (said.provider?.trust === 'lookalike' && said.isProviderReply) throw new Error('A look-alike was taken for a provider.');
  JSON.stringify(said);
}
