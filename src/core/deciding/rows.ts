import type { Condition, Row } from '../../data/schema/deciding';
import type { StepId } from '../ids';
import { factsOf, sureTypes, type Facts } from './situation';
import { about, says, tests } from './tests';

/** A step of the plan, with every row of the decision table that asks for it, and its place in the order of thought. */
export type Planned = { readonly id: StepId; readonly rows: readonly string[]; readonly at: number };

/** Steps that keep the data while a longer instrument is on its way. */
export const freezes: ReadonlySet<StepId> = new Set(['preservation_request', 'epoc_pr', 'network_24_7']);

/**
 * The rows that hold, as one ordered plan without duplicates. Places (`at`): under 10 ends the matter · 10–19 what the reply
 * itself asks for · 20–29 the binding order that may go out now · 30–39 emergency lanes · 40–49 freeze and bridge ·
 * 50–59 binding instrument · 60–79 what goes with it · 80–99 other sources and waiting.
 */
export function plan(facts: Facts): readonly Planned[] {
  const { situation } = facts;
  if (situation.match?.trust === 'lookalike') return [{ id: 'verify_sender', rows: ['T16'], at: 0 }];
  if (!situation.isProviderReply) return [{ id: 'none', rows: ['–'], at: 0 }];
  const steps = surestFirst(collect(facts), facts);
  if (steps.length === 0) return [{ id: 'wait', rows: ['D25'], at: 99 }];
  return facts.danger === 'now' ? besideTheFirst(steps, facts) : freezeInTime(steps);
}

function collect(facts: Facts): readonly Planned[] {
  const asked: { readonly id: StepId; readonly row: Row; readonly at: number }[] = [];
  for (const row of facts.book.rows)
    if (holds(row.when, facts)) for (const step of row.steps) if (!step.when || holds(step.when, facts)) asked.push({ id: step.do, row, at: step.at });
  asked.sort((a, b) => a.at - b.at);
  const steps = new Map<StepId, { id: StepId; rows: string[]; at: number }>();
  for (const { id, row, at } of asked) {
    const known = steps.get(id);
    if (!known) steps.set(id, { id, rows: [row.id], at });
    else if (!known.rows.includes(row.id)) known.rows.push(row.id);
  }
  if (tests['freeze-ignored'](facts)) steps.get('preservation_request')?.rows.unshift('D28');
  return [...steps.values()];
}

/** A type that the reading is unsure of adds its steps, but what comes first follows from what the reading is sure of. */
function surestFirst(steps: readonly Planned[], { situation, book }: Facts): readonly Planned[] {
  const replyTypes = sureTypes(situation);
  if (replyTypes.length === situation.replyTypes.length) return steps;
  const replies = situation.replies?.filter(({ type }) => replyTypes.includes(type)) ?? [];
  const [lead] = collect(factsOf({ ...situation, replyTypes, replies }, book));
  const first = steps.find(({ id }) => id === lead?.id);
  return first && lead ? [{ ...first, at: lead.at }, ...steps.filter((step) => step !== first)] : steps;
}

/** Nobody is in danger: a freeze stands first or second, whatever else the reply asks for. */
function freezeInTime(steps: readonly Planned[]): readonly Planned[] {
  const index = steps.findIndex(({ id }) => freezes.has(id));
  const freeze = steps[index];
  // A network beside an assistance request keeps a hold alive; it is no freeze that is missing.
  if (!freeze || index < 2 || freeze.at > 50) return steps;
  return [...steps.slice(0, 1), freeze, ...steps.slice(1, index), ...steps.slice(index + 1)];
}

/** Life is at risk: beside what the reply asks for, the binding order goes out; without one, the network. */
function besideTheFirst(steps: readonly Planned[], facts: Facts): readonly Planned[] {
  const [first, ...rest] = steps;
  if (!first || first.at >= 20) return steps;
  // A US agency that the reply asks for comes before the network: it is what the provider waits for.
  const lane = (step: Planned) => step.id === 'network_24_7' || (step.id === 'us_agency_channel' && step.rows.includes('D24'));
  const order = (step: Planned) => step.at >= 20 && step.at < 30;
  const beside = facts.orderBar === null ? rest.filter(order) : facts.hold === 'held' ? [] : rest.filter(lane);
  return [first, ...beside, ...rest.filter((step) => !beside.includes(step))];
}

/** True when every part of a condition holds; a list wants one of its entries, `wants`, `test` and `not` want all. */
export function holds(when: Condition, facts: Facts): boolean {
  if (when.replies && !says(facts, ...when.replies)) return false;
  if (when.without && says(facts, ...when.without)) return false;
  if (when.danger && !when.danger.includes(facts.danger)) return false;
  if (when.seat && !when.seat.includes(seatKind(facts))) return false;
  if (when.order !== undefined && when.order !== (facts.orderBar === null)) return false;
  if (when.bar && (facts.orderBar === null || !when.bar.includes(facts.orderBar))) return false;
  if (when.hold && !when.hold.includes(facts.hold)) return false;
  if (when.role && !when.role.includes(facts.role)) return false;
  if (when.wants?.some((kind) => !wants(kind, facts))) return false;
  if (when.wantsNot?.some((kind) => wants(kind, facts))) return false;
  for (const [flag, value] of Object.entries(when.flags ?? {})) if (facts.flag(flag as 'F1') !== value) return false;
  for (const [flag, value] of Object.entries(when.flagsNot ?? {})) if (facts.flag(flag as 'F1') === value) return false;
  for (const [type, concepts] of Object.entries(when.about ?? {})) if (!about(facts, type as 'use_portal', ...concepts)) return false;
  if (when.test?.some((name) => !tests[name](facts))) return false;
  return !when.not?.some((name) => tests[name](facts));
}

function seatKind({ seat, book }: Facts): 'US' | 'EU' | 'other' | 'unknown' {
  if (seat === null) return 'unknown';
  if (seat === 'US') return 'US';
  return book.countries.bound.includes(seat) || book.countries.notBound.includes(seat) ? 'EU' : 'other';
}

function wants(kind: NonNullable<Condition['wants']>[number], facts: Facts): boolean {
  switch (kind) {
    case 'simple':
      return facts.wantsSimple;
    case 'judged':
      return facts.wantsJudged;
    case 'content-only':
      return facts.categories.every((category) => category === 'content');
    default:
      return facts.categories.includes(kind);
  }
}
