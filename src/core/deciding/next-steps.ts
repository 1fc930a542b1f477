import type { DecidingBook, DecidingText } from '../../data/schema/deciding';
import type { Ask, LegalBasis, NextStep, Rejected, Warning } from '../assessment';
import { isSince, later } from '../deadlines';
import type { StepId, UiLanguage } from '../ids';
import { plan, type Planned } from './rows';
import { factsOf, type Advice, type Facts, type Situation } from './situation';
import { signatory } from './signing';

export type { Advice, Situation } from './situation';

/** The next steps in order, with reason, legal basis, addressee, clock, what is missing; what would change them; what was left out and why. */
export function nextSteps(situation: Situation, book: DecidingBook, language: UiLanguage): Advice {
  const text = book.texts[language] ?? book.texts['en'];
  if (!text) throw new Error('The data have no texts for the advice.');
  const facts = factsOf(situation, book);
  const planned = plan(facts);
  return {
    nextSteps: planned.map((one, index) => describe(one, index + 1, facts, book, text)),
    asks: asksOf(facts, text),
    rejected: rejectedOf(facts, planned, text),
    warnings: warningsOf(facts, text),
  };
}

function describe({ id, rows, at }: Planned, rank: number, facts: Facts, book: DecidingBook, text: DecidingText): NextStep {
  const step = book.steps.find((one) => one.id === id);
  if (!step) throw new Error(`The data have no step "${id}".`);
  const { now } = facts.situation;
  const signedBy = signatory(id, facts);
  const due = step.clock ? later(now, step.clock.count, step.clock.unit, facts.zone) : undefined;
  const caveats = step.caveats.filter((key) => caveatApplies(key, facts)).map((key) => text.caveats[key] ?? key);
  if (signedBy) caveats.unshift(text.caveats[`signed-${signedBy}`] ?? signedBy);
  const channel = channelOf(id, facts, text);
  return {
    id,
    rank,
    title: text.titles[id] ?? id,
    reason: reasonOf(id, rows, text),
    legalBasis: basisOf(step.basis, facts, book),
    ...(channel ? { channel } : {}),
    ...(due ? { due } : {}),
    ...(step.clock
      ? {
          clock: fill(text.clocks[step.clock.law ? 'law' : 'office'] ?? '', {
            count: `${step.clock.count}`,
            unit: text.clocks[step.clock.unit] ?? step.clock.unit,
          }),
        }
      : {}),
    needs: step.needs.map((key) => text.needs[key] ?? key),
    ...(step.template ? { template: step.template } : {}),
    caveats,
    rows,
    ...(signedBy ? { signedBy } : {}),
    ...(rank > 1 && (step.parallel || (facts.danger === 'now' && at < 50)) ? { parallel: true } : {}),
  };
}

function reasonOf(id: StepId, rows: readonly string[], text: DecidingText): string {
  const row = rows.find((one) => text.reasons[`${id}.${one}`]);
  return (row ? text.reasons[`${id}.${row}`] : text.reasons[id]) ?? '';
}

/** Only what is in force on the day and for the requester's state is cited. */
function basisOf(ids: readonly string[], facts: Facts, book: DecidingBook): readonly LegalBasis[] {
  return ids.flatMap((id) => {
    const source = book.sources.find((one) => one.id === id);
    if (!source) throw new Error(`The data have no source "${id}".`);
    const { now } = facts.situation;
    if (source.from && !isSince(now, source.from)) return [];
    if (source.until && isSince(now, source.until)) return [];
    if (source.states.length > 0 && !source.states.includes(facts.country)) return [];
    if (id.startsWith('ev-') && facts.orderBar !== null) return [];
    if (id === 'it-215' && facts.orderBar !== null) return [];
    if (id === 'us-eu-mla' && (facts.seat !== 'US' || !book.countries.bound.concat(book.countries.notBound).includes(facts.country))) return [];
    if (id.startsWith('us-') && facts.seat !== 'US') return [];
    return [
      {
        instrument: source.instrument,
        article: source.article,
        ...(source.url ? { url: source.url } : {}),
        asOf: source.checkedOn,
        source: id,
        confidence: source.confidence,
      },
    ];
  });
}

function caveatApplies(key: string, facts: Facts): boolean {
  if (key === 'addressee') return facts.addressee === 'IE' ? facts.flag('F4') !== true : facts.flag('F5') !== true;
  if (key === 'f8') return true;
  if (key === 'content-us' || key === 'content-probable-cause') return facts.seat === 'US';
  if (key === 'ten-months') return facts.seat === 'US';
  return true;
}

function channelOf(id: StepId, facts: Facts, text: DecidingText): string | undefined {
  const { provider } = facts.situation;
  const portal = provider?.portal?.url;
  const address = facts.addressee ?? '?';
  switch (id) {
    case 'epoc':
    case 'epoc_emergency':
    case 'epoc_pr':
    case 'correct_epoc':
    case 'answer_conflict_objection':
      return fill(text.channels['epoc'] ?? '', { entity: provider?.euAddressee.entity ?? '?', state: address });
    case 'mlat_request':
      return fill(text.channels[facts.seat === 'US' && facts.orderBar !== 'irish-act' ? 'mla-us' : 'mla'] ?? '', {
        state: facts.orderBar === 'irish-act' ? 'IE' : facts.orderBar === 'denmark' ? 'DK' : (facts.seat ?? '?'),
      });
    case 'us_agency_channel':
    case 'escalate_attache':
      return text.channels['us-agency'];
    case 'network_24_7':
      return text.channels['24-7'];
    case 'judge_order_first':
      return text.channels['judge'];
    case 'emergency_disclosure':
    case 'resubmit_designated':
    case 'preservation_request':
    case 'use_portal':
      return portal ? fill(text.channels['portal'] ?? '', { portal }) : text.channels['same'];
    case 'wait':
    case 'none':
    case 'other_sources':
    case 'record_preservation':
    case 'domestic_order':
    case 'cloud_act_order':
    case 'sap_direct_order':
      return undefined;
    case 'verify_sender':
      return portal ? fill(text.channels['listed'] ?? '', { portal }) : text.channels['listed-none'];
    default:
      return text.channels['same'];
  }
}

/** Only what would change the advice is asked. */
function asksOf(facts: Facts, text: DecidingText): readonly Ask[] {
  const { situation } = facts;
  if (!situation.isProviderReply || situation.match?.trust === 'lookalike') return [];
  const keys: string[] = [];
  if (facts.emergency === 'unknown') keys.push('emergency');
  if (!facts.country) keys.push('country');
  if (!facts.categoriesKnown) keys.push('dataCategories');
  if (facts.orderBar === null && facts.wantsJudged && facts.threshold === null) keys.push('offence');
  if (!situation.case.preservation) keys.push('preservation');
  if (facts.seat === null) keys.push('providerSeat');
  return keys.flatMap((key) => {
    const ask = text.asks[key];
    return ask ? [{ fact: key, question: ask.question, decides: ask.decides }] : [];
  });
}

function rejectedOf(facts: Facts, planned: readonly Planned[], text: DecidingText): readonly Rejected[] {
  const { situation } = facts;
  if (!situation.isProviderReply || situation.match?.trust === 'lookalike') return [];
  const rejected: Rejected[] = [];
  const add = (id: StepId, key: string) => {
    if (!planned.some((one) => one.id === id)) rejected.push({ id, reason: text.rejections[key] ?? key });
  };
  if (facts.orderBar !== null) add('epoc', `epoc.${facts.orderBar}`);
  if (facts.emergency === 'none') add('emergency_disclosure', 'no-emergency');
  if (facts.emergency === 'ended') add('emergency_disclosure', 'ended');
  if (!facts.agreement) add('cloud_act_order', 'no-agreement');
  if (facts.flag('F1') !== true) add('sap_direct_order', 'not-in-force');
  if (facts.orderBar === null) add('mlat_request', 'order-first');
  return rejected;
}

function warningsOf(facts: Facts, text: DecidingText): readonly Warning[] {
  const warnings: Warning[] = [];
  if (facts.threshold === false && facts.wantsJudged && facts.orderBar === null) warnings.push({ id: 'threshold', message: text.caveats['threshold'] ?? '' });
  return warnings;
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
