import type { StepId } from '../ids';
import { allHold, answers, apart, type Part } from './conditions';
import { factsOf, sureTypes, type Facts } from './situation';
import { tests } from './tests';

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
  const steps = new Map<StepId, { id: StepId; rows: string[]; at: number }>();
  const { asked, rows } = askedBy(facts);
  const held = new Int8Array(rows.length);
  for (const { id, row, parts, at } of asked) {
    let state = held[row] ?? 0;
    if (state === 0) held[row] = state = allHold(rows[row]?.parts ?? [], facts) ? 1 : -1;
    if (state < 0 || !allHold(parts, facts)) continue;
    const name = rows[row]?.id ?? '';
    const known = steps.get(id);
    if (!known) steps.set(id, { id, rows: [name], at });
    else if (!known.rows.includes(name)) known.rows.push(name);
  }
  if (tests['freeze-ignored'](facts)) steps.get('preservation_request')?.rows.unshift('D28');
  return [...steps.values()];
}

/** A type that the reading is unsure of adds its steps, but what comes first follows from what the reading is sure of. */
function surestFirst(steps: readonly Planned[], { situation, book, danger }: Facts): readonly Planned[] {
  const replyTypes = sureTypes(situation);
  if (replyTypes.length === situation.replyTypes.length) return steps;
  const replies = situation.replies?.filter(({ type }) => replyTypes.includes(type)) ?? [];
  const [lead] = collect(factsOf({ ...situation, replyTypes, replies }, book));
  // In danger a lane that is open is not put back for a doubt.
  const open = steps[0]?.at ?? 0;
  if (danger === 'now' && open >= 20 && open < 40) return steps;
  const first = steps.find(({ id }) => id === lead?.id);
  return first && lead ? [{ ...first, at: lead.at }, ...steps.filter((step) => step !== first)] : steps;
}

/** A step that a row asks for; `row` counts in `rows`. */
type Asked = { readonly id: StepId; readonly row: number; readonly at: number; readonly parts: readonly Part[] };
/** What the case, the office and the day still have to decide. */
type Admitted = { readonly rows: readonly { readonly id: string; readonly parts: readonly Part[] }[]; readonly asked: readonly Asked[] };
/** By the reply's look-up of shades, which a situation shares with the cases that it is tried with and nothing else, and by its types. */
const admitted = new WeakMap<object, Map<string, Admitted>>();

/** The rows and steps that the reply admits, in the order of thought: worked out once for all the cases that a reply is tried with. */
function askedBy(facts: Facts): Admitted {
  const { shade, replyTypes } = facts.situation;
  let known = shade && admitted.get(shade);
  if (shade && !known) admitted.set(shade, (known = new Map()));
  const key = replyTypes.join();
  let made = known?.get(key);
  if (!made) {
    const rows: Admitted['rows'][number][] = [];
    const asked: Asked[] = [];
    for (const { id: name, when, steps } of facts.book.rows) {
      if (!answers(when, facts)) continue;
      for (const { do: id, at, when: only } of steps)
        if (!only || answers(only, facts)) asked.push({ id, row: rows.length, at, parts: only ? apart(only) : [] });
      rows.push({ id: name, parts: apart(when) });
    }
    asked.sort((a, b) => a.at - b.at);
    made = { rows, asked };
    known?.set(key, made);
  }
  return made;
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
