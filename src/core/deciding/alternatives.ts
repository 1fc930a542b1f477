import type { DecidingText } from '../../data/schema/deciding';
import type { Ask } from '../assessment';
import type { Case, Profile } from '../case';
import { daysBefore } from '../deadlines';
import type { StepId } from '../ids';
import { fill } from './fill';
import { plan, type Planned } from './rows';
import { signatory } from './signing';
import { factsOf, type Facts, type Situation } from './situation';
import { tests } from './tests';

const withCase = (situation: Situation, change: Partial<Case>): Situation => ({ ...situation, case: { ...situation.case, ...change } });
const withProfile = (situation: Situation, change: Partial<Profile>): Situation => ({
  ...situation,
  profile: { country: '', role: 'prosecutor', ...situation.profile, ...change },
});

/** A date some days from now, ISO date. */
const inDays = (facts: Facts, days: number) => daysBefore(facts.situation.now, -days);

type Change = (situation: Situation, facts: Facts) => Situation;
const put =
  (change: Partial<Case>): Change =>
  (situation) =>
    withCase(situation, change);

/** The facts that can change advice, each with the answers worth trying, by label. */
const questions: Readonly<Record<string, Readonly<Record<string, Change>>>> = {
  emergency: { now: put({ emergency: 'now' }), none: put({ emergency: 'none' }), ended: put({ emergency: 'ended' }) },
  country: Object.fromEntries(['IT', 'GB', 'CH', 'US'].map((country) => [country, (situation: Situation) => withProfile(situation, { country })])),
  role: Object.fromEntries((['prosecutor', 'judge', 'police'] as const).map((role) => [role, (situation: Situation) => withProfile(situation, { role })])),
  dataCategories: { simple: put({ dataCategories: ['subscriber', 'identification'] }), content: put({ dataCategories: ['content'] }) },
  offence: { terrorism: put({ offence: { terrorism: true } }), minor: put({ offence: { maxYears: 1 } }) },
  preservation: {
    none: put({ preservation: { state: 'none' } }),
    confirmed: (situation, facts) => withCase(situation, { preservation: { state: 'confirmed', expires: inDays(facts, 80) } }),
    ending: (situation, facts) => withCase(situation, { preservation: { state: 'confirmed', expires: inDays(facts, 7) } }),
    expired: put({ preservation: { state: 'expired' } }),
  },
  providerSeat: { US: put({ providerSeat: 'US' }), EU: put({ providerSeat: 'DE' }), other: put({ providerSeat: 'CA' }) },
  euAddressee: { yes: (situation, { country }) => withCase(situation, { euAddressee: country === 'IE' ? 'NL' : 'IE' }), no: put({ euAddressee: null }) },
  suspectResidesIn: {
    own: (situation, { country }) => withCase(situation, { suspectResidesIn: country, offenceIn: country }),
    abroad: put({ suspectResidesIn: 'SY' }),
  },
};

type Outcome = { readonly label: string; readonly steps: readonly StepId[]; readonly mark: string };
const tried = new WeakMap<Facts, Map<string, readonly Outcome[]>>();

/** What each answer to a question would lead to; worked out once for a situation. */
function outcomesOf(facts: Facts, key: string): readonly Outcome[] {
  const known = tried.get(facts) ?? new Map<string, readonly Outcome[]>();
  tried.set(facts, known);
  const before = known.get(key);
  if (before) return before;
  const outcomes = Object.entries(questions[key] ?? {}).map(([label, change]) => {
    const then = factsOf(change(facts.situation, facts), facts.book);
    const steps = plan(then);
    return { label, steps: steps.map(({ id }) => id), mark: mark(then, steps) };
  });
  known.set(key, outcomes);
  return outcomes;
}

/** What isn't known. */
function unknown(facts: Facts): readonly string[] {
  const { case: known, profile, provider } = facts.situation;
  const keys: string[] = [];
  if (facts.emergency === 'unknown') keys.push('emergency');
  if (!facts.country) keys.push('country');
  if (!profile) keys.push('role');
  if (!facts.categoriesKnown) keys.push('dataCategories');
  if (facts.threshold === null) keys.push('offence');
  if (!known.preservation) keys.push('preservation');
  if (facts.seat === null) keys.push('providerSeat');
  if (facts.addressee === null && known.euAddressee !== null && (!provider || provider.euAddressee.confidence === 'unsure')) keys.push('euAddressee');
  if (facts.country !== '' && !known.suspectResidesIn && (facts.danger === 'now' || (facts.orderBar === null && facts.wantsJudged)))
    keys.push('suspectResidesIn');
  return keys;
}

/** Only what would change the advice is asked: every unknown fact is tried with its possible answers. Most telling first. */
export function asksOf(facts: Facts, planned: readonly Planned[], text: DecidingText): readonly Ask[] {
  const { situation } = facts;
  if (!situation.isProviderReply || situation.match?.trust === 'lookalike') return [];
  const asks: (Ask & { readonly weight: number })[] = [];
  for (const key of unknown(facts)) {
    const words = text.asks[key];
    if (!words) continue;
    const outcomes = outcomesOf(facts, key).map(({ label, steps, mark: seen }) => ({
      label: words.options[label] ?? label,
      first: steps[0] ?? 'none',
      steps,
      mark: seen,
    }));
    if (new Set(outcomes.map((one) => one.mark)).size < 2) continue;
    const firsts = new Set(outcomes.map(({ first }) => first));
    const decides = firsts.size > 1 ? outcomes.map(({ label, first }) => `${label}: ${title(first, text)}`).join(' · ') : differences(outcomes, text);
    asks.push({
      fact: key,
      question: words.question,
      decides: `${words.decides} ${decides}`.trim(),
      options: outcomes.map(({ label, steps }) => ({ label, steps })),
      weight: (firsts.size > 1 ? 2 : 0) + (outcomes.some(({ first }) => first !== planned[0]?.id) ? 1 : 0),
    });
  }
  return asks.toSorted((a, b) => b.weight - a.weight).map(({ weight: _weight, ...ask }) => ask);
}

/** What only some of the answers lead to, when the first step is the same whatever the answer. */
function differences(outcomes: readonly { readonly label: string; readonly steps: readonly StepId[] }[], text: DecidingText): string {
  const parts = outcomes.flatMap(({ label, steps }) => {
    const own = steps.filter((id) => outcomes.some((other) => !other.steps.includes(id)));
    return own.length > 0 ? [`${label}: + ${own.map((id) => title(id, text)).join(', ')}`] : [];
  });
  return parts.join(' · ');
}

/** Everything that somebody would notice: the steps in order, who signs, whether the enforcing authority is told. */
function mark(facts: Facts, steps: readonly Planned[]): string {
  const told = facts.wantsJudged && steps.some(({ id }) => id === 'epoc' || id === 'epoc_emergency') ? String(tests['both-limbs'](facts)) : '';
  return `${steps.map(({ id }) => `${id}:${signatory(id, facts)?.who ?? ''}`).join(' ')}|${told}`;
}

/**
 * What would take each step away: known facts are changed one at a time. By step id, in words; at most three, since more is no help.
 */
export function changesOf(facts: Facts, planned: readonly Planned[], text: DecidingText): ReadonlyMap<StepId, readonly string[]> {
  const changes = new Map<StepId, string[]>();
  const { situation } = facts;
  if (!situation.isProviderReply || situation.match?.trust === 'lookalike') return changes;
  for (const key of ['emergency', 'preservation', 'dataCategories', 'euAddressee', 'offence'])
    for (const { label, steps } of outcomesOf(facts, key)) {
      for (const { id } of planned) {
        const said = changes.get(id) ?? [];
        if (steps.includes(id) || said.length >= 3) continue;
        const what = text.changes[`${key}.${label}`];
        if (what) changes.set(id, [...said, fill(what, { step: title(steps[0] ?? 'none', text) })]);
      }
    }
  return changes;
}

function title(id: StepId, text: DecidingText): string {
  return text.titles[id] ?? id;
}
