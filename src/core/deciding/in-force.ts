import type { Source } from '../../data/schema/deciding';
import type { LegalBasis } from '../assessment';
import type { StepId, UiLanguage } from '../ids';
import { entryOf } from './fill';
import { agreementWith, type Facts } from './situation';
import { tests } from './tests';

/** Steps that answer to an order which was issued already, whoever the addressee is. */
const afterAnOrder: ReadonlySet<StepId> = new Set(['correct_epoc', 'answer_conflict_objection']);
/** What belongs to European orders: silent wherever they can't be used. */
const ofOrders = /^(?:ev-|it-215$)/u;

/** What one state asks of another: nothing for an authority and a company of the same state. */
const betweenStates = /^(?:bud-(?:18|26|29|31|35)|us-2702-c6|us-3512|sap-)/u;

/** The state that is asked: of a company its seat, of assistance the state whose authority carries it out. */
export function askedState(step: StepId, facts: Facts): string | null {
  if (facts.orderBar === 'same-state') return facts.country;
  if (step !== 'mlat_request') return facts.seat;
  if (facts.orderBar === 'irish-act') return 'IE';
  if (facts.orderBar === 'denmark') return 'DK';
  return facts.seat;
}

/** True when a source is in force on the day, for the requester's state and towards the state that is asked, for the data wanted. */
export function inForce(source: Source, step: StepId, facts: Facts): boolean {
  if (source.from && facts.today < source.from) return false;
  if (source.until && facts.today >= source.until) return false;
  if (source.flag && facts.flag(source.flag) !== true) return false;
  if (source.states.length > 0 && !source.states.some((one) => belongs(facts.country, one, facts))) return false;
  const asked = askedState(step, facts);
  if (betweenStates.test(source.id) && asked !== null && asked === facts.country) return false;
  if (source.providers.length > 0 && (asked === null || !source.providers.some((one) => belongs(asked, one, facts)))) return false;
  if (source.data === 'simple' && !facts.wantsSimple && !facts.categories.includes('traffic')) return false;
  if (source.data === 'judged' && !facts.wantsJudged) return false;
  if (source.data === 'content' && !facts.wantsContent) return false;
  if (ofOrders.test(source.id)) return facts.orderBar === null || (afterAnOrder.has(step) && tests.regulation(facts));
  return true;
}

/** What a step rests on, of the sources that are in force; its fallback where none is. */
export function basisOf(step: StepId, facts: Facts, language: UiLanguage): readonly LegalBasis[] {
  const known = entryOf(facts.book.steps, step);
  if (!known) throw new Error(`The data have no step "${step}".`);
  const cited = known.basis.map((id) => sourceOf(id, facts)).filter((source) => inForce(source, step, facts));
  const used = cited.length > 0 || known.basis.length === 0 ? cited : [sourceOf(known.fallback, facts)];
  return used.map(({ id, instrument, article, url, checkedOn, confidence, says, from, states }) => ({
    instrument,
    article,
    ...(url ? { url } : {}),
    asOf: id === 'provider-policy' ? (facts.situation.provider?.checkedOn ?? checkedOn) : checkedOn,
    source: id,
    says: says[language],
    ...sinceOf({ states, from }, step, facts),
    confidence,
  }));
}

/** From when a source applies here: of the Budapest Convention from the day on which both states were parties, which nobody verified. */
function sinceOf({ states, from }: Pick<Source, 'states' | 'from'>, step: StepId, facts: Facts): Pick<LegalBasis, 'since' | 'sinceUnverified'> {
  if (!states.includes('budapest')) return from ? { since: from } : {};
  const { budapest, checks } = facts.book.countries;
  const since = [budapest[facts.country], budapest[askedState(step, facts) ?? '']]
    .filter((date) => date !== undefined)
    .toSorted()
    .at(-1);
  if (since === undefined) return from ? { since: from } : {};
  return { since, ...(checks.budapest.confidence === 'verified' ? {} : { sinceUnverified: checks.budapest.checkedOn }) };
}

/** A source by its id. Throws when the data have none. */
export function sourceOf(id: string, facts: Facts): Source {
  const source = entryOf(facts.book.sources, id);
  if (!source) throw new Error(`The data have no source "${id}".`);
  return source;
}

/** True when a state is the one named, or in the group on the day. */
export function belongs(state: string, named: string, facts: Facts): boolean {
  const { bound, notBound, budapest } = facts.book.countries;
  switch (named) {
    case 'own':
      return state === facts.country;
    case 'EU':
      return bound.includes(state) || notBound.includes(state);
    case 'bound':
      return bound.includes(state);
    case 'eio':
      return bound.includes(state) && state !== 'IE';
    case 'budapest':
      return (budapest[state] ?? '9999') <= facts.today;
    case 'agreements':
      return agreementWith(state, facts.today, facts.book, facts.flag);
    default:
      return state === named;
  }
}
