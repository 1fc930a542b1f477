import type { DecidingBook, DecidingText } from '../../data/schema/deciding';
import type { NextStep, Warning } from '../assessment';
import type { StepId, UiLanguage } from '../ids';
import { asksOf, changesOf } from './alternatives';
import { channelOf } from './channel';
import { clockOf } from './clocks';
import { entryOf, figures, fill } from './fill';
import { askedState, basisOf, inForce, sourceOf } from './in-force';
import { rejectedOf } from './rejected';
import { holds } from './conditions';
import { plan, type Planned } from './rows';
import { signatory } from './signing';
import { factsOf, shades, withoutEmptyObjection, type Advice, type Facts, type Situation } from './situation';

export type { Advice, Situation } from './situation';

/** The next steps in order, with reason, legal basis, addressee, clock, what is missing; what would change them; what was left out and why. */
export function nextSteps(given: Situation, book: DecidingBook, language: UiLanguage): Advice {
  const text = book.texts[language] ?? book.texts['en'];
  if (!text) throw new Error('The data have no texts for the advice.');
  const situation = withoutEmptyObjection({ ...given, shade: shades(given, book) }, book);
  const facts = factsOf(situation, book);
  const planned = plan(facts);
  const changes = changesOf(facts, planned, text);
  return {
    nextSteps: planned.map((one, index) => ({ ...describe(one, index + 1, facts, text, language), changes: changes.get(one.id) ?? [] })),
    asks: asksOf(facts, planned, text),
    rejected: rejectedOf(facts, planned, text),
    warnings: warningsOf(facts, text),
  };
}

/** The next steps alone, without what would change them. */
export function stepsOf(situation: Situation, book: DecidingBook, language: UiLanguage): readonly NextStep[] {
  const text = book.texts[language];
  if (!text) throw new Error('The data have no texts for the advice.');
  const facts = factsOf(situation, book);
  return plan(facts).map((one, index) => describe(one, index + 1, facts, text, language));
}

function describe(planned: Planned, rank: number, facts: Facts, text: DecidingText, language: UiLanguage): NextStep {
  const { id, rows, at } = planned;
  const step = entryOf(facts.book.steps, id);
  if (!step) throw new Error(`The data have no step "${id}".`);
  const signature = signatory(id, facts);
  const caveats = step.caveats.filter((key) => said(key, id, facts)).map((key) => fill(text.caveats[key] ?? key, figures(facts)));
  if (signature?.check) caveats.unshift(text.caveats['signed-check'] ?? '');
  if (signature) caveats.unshift(text.caveats[`signed-${signature.who}`] ?? signature.who);
  const channel = channelOf(id, facts, text);
  return {
    id,
    rank,
    title: text.titles[id] ?? id,
    reason: reasonOf(id, rows, text),
    legalBasis: basisOf(id, facts, language),
    ...(channel ? { channel } : {}),
    ...clockOf(step, facts, text, language),
    needs: step.needs.filter((key) => missing(key, id, facts)).map((key) => text.needs[key] ?? key),
    ...(step.template ? { template: step.template } : {}),
    caveats,
    rows,
    because: becauseOf(rows, facts, language),
    ...(signature ? { signedBy: signature.who } : {}),
    ...(rank > 1 && (step.parallel || (facts.danger === 'now' && at < 50)) ? { parallel: true } : {}),
  };
}

/** A caveat is said when its condition holds and everything it leans on is in force. */
function said(key: string, step: StepId, facts: Facts): boolean {
  const caveat = facts.book.caveats[key];
  if (!caveat) throw new Error(`The data have no caveat "${key}".`);
  return holds(caveat.when, facts) && caveat.sources.every((id) => inForce(sourceOf(id, facts), step, facts));
}

/** What the case, the office or the mail already gives is not asked for again; what belongs to another state's law neither. */
function missing(need: string, step: StepId, facts: Facts): boolean {
  const { case: known, profile, facts: mail } = facts.situation;
  switch (need) {
    case 'offence':
      return known.offence?.articles === undefined && (known.offence?.maxYears === undefined || known.offence.maxYears < 0);
    case 'categories':
      return !facts.categoriesKnown;
    case 'hold-reference':
      return facts.hold !== 'none' && !known.preservation?.reference && !mail?.holdReference;
    case 'hold-expiry':
      return facts.holdEnds === null;
    case 'reference':
      return (mail?.references.length ?? 0) === 0;
    case 'switchboard':
      return !profile?.switchboard;
    case 'supervisor':
      return !profile?.supervisor;
    case 'probable-cause':
      return askedState(step, facts) === 'US' && facts.wantsContent;
    default:
      return true;
  }
}

function reasonOf(id: StepId, rows: readonly string[], text: DecidingText): string {
  const row = rows.find((one) => text.reasons[`${id}.${one}`]);
  return (row ? text.reasons[`${id}.${row}`] : text.reasons[id]) ?? '';
}

/** The rows that put a step here, in words, each with the place in the mail that made it apply. */
function becauseOf(rows: readonly string[], facts: Facts, language: UiLanguage): NonNullable<NextStep['because']> {
  return rows.flatMap((id) => {
    const row = entryOf(facts.book.rows, id);
    if (!row) return [];
    const proof = facts.situation.replies?.find(({ type }) => row.when.replies?.includes(type))?.evidence[0];
    return [{ row: id, says: row.says[language], ...(proof ? { evidence: proof } : {}) }];
  });
}

function warningsOf(facts: Facts, text: DecidingText): readonly Warning[] {
  if (facts.threshold === false && facts.wantsJudged && facts.orderBar === null) return [{ id: 'threshold', message: text.caveats['threshold'] ?? '' }];
  return [];
}
