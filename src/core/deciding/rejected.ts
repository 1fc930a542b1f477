import type { DecidingText } from '../../data/schema/deciding';
import type { Rejected } from '../assessment';
import type { StepId } from '../ids';
import type { Planned } from './rows';
import type { Facts } from './situation';
import { says, tests } from './tests';

/** The steps that somebody would think of and that were left out, each with the reason. */
export function rejectedOf(facts: Facts, planned: readonly Planned[], text: DecidingText): readonly Rejected[] {
  const { situation } = facts;
  if (!situation.isProviderReply || situation.match?.trust === 'lookalike') return [];
  const rejected: Rejected[] = [];
  const add = (id: StepId, key: string) => {
    if (!planned.some((one) => one.id === id)) rejected.push({ id, reason: text.rejections[key] ?? key });
  };
  const binding = planned.some(({ id }) => id === 'epoc' || id === 'epoc_emergency');
  if (facts.orderBar !== null) add(facts.danger === 'now' ? 'epoc_emergency' : 'epoc', `epoc.${facts.orderBar}`);
  else if (!tests.orderable(facts)) add(facts.danger === 'now' ? 'epoc_emergency' : 'epoc', 'threshold');
  if (facts.danger === 'none' && facts.emergency === 'none') add('emergency_disclosure', 'no-emergency');
  if (facts.danger === 'ended') add('emergency_disclosure', 'ended');
  if (facts.danger === 'now' && !tests.edr(facts) && !says(facts, 'data_disclosed', 'no_records')) add('emergency_disclosure', 'edr-answered');
  if (facts.danger === 'none' && tests.refused(facts) && facts.seat === 'US' && !tests['own-seat'](facts)) add('voluntary_non_content', 'voluntary-content');
  if (!facts.agreement && facts.seat === 'US' && !tests['own-seat'](facts)) add('cloud_act_order', 'no-agreement');
  if (facts.flag('F1') !== true && facts.orderBar !== 'same-state') add('sap_direct_order', 'not-in-force');
  if (binding) add('mlat_request', 'order-first');
  else if (facts.orderBar === 'same-state') add('mlat_request', 'own-seat');
  if (facts.hold === 'held') add('preservation_request', 'held');
  if (!tests.network(facts) && facts.orderBar !== 'same-state') add('network_24_7', 'no-network');
  if (says(facts, 'acknowledgement') && !tests.overdue(facts)) add('chase', 'chase-early');
  return rejected;
}
