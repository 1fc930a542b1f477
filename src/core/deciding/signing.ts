import type { DecidingBook } from '../../data/schema/deciding';
import type { StepId } from '../ids';
import { belongs } from './in-force';
import type { Facts } from './situation';

export type Signature = DecidingBook['signing'][number];

/**
 * Who must sign a step when the person may not, with the source and whether national law has to be checked; undefined when they
 * may, or when no signature is needed. The matrix is `data/signing.json`; its first match counts.
 */
export function signatory(step: StepId, facts: Facts): Signature | undefined {
  if (step === 'judge_order_first' && facts.role === 'judge') return undefined;
  return facts.book.signing.find(
    (rule) =>
      rule.steps.includes(step) &&
      rule.role.includes(facts.role) &&
      (rule.states.length === 0 || rule.states.some((state) => belongs(facts.country, state, facts))) &&
      (!rule.danger || rule.danger.includes(facts.danger)) &&
      concerns(rule.data, step, facts),
  );
}

function concerns(data: Signature['data'], step: StepId, facts: Facts): boolean {
  switch (data) {
    case 'any':
      return true;
    case 'judged':
      // In an emergency the part without a judge goes out first.
      return facts.wantsJudged && !(facts.wantsSimple && (step === 'epoc_emergency' || facts.threshold === false));
    case 'traffic':
      return facts.categories.includes('traffic');
    case 'subscriber-only':
      return facts.categories.every((category) => category === 'subscriber');
    default:
      return facts.wantsSimple;
  }
}
