import { says, type Line } from '../own-words';
import {
  caseNumber,
  gapShapes,
  gapWords,
  headOf,
  international,
  maskedIn,
  national,
  onwards,
  period,
  periodWords,
  phoneWord,
  serviceWord,
  singleDay,
} from './patterns';
import { asksData, listsData } from './asks';
import { isWanted } from './identifier';
import type { Kind } from './kind';
import type { View } from './view';

/** The gap that somebody meant to fill. */
export function placeholder(view: View): void {
  const inSubject = firstGap(view.outgoing.subject);
  if (inSubject) {
    view.add('unresolved_placeholder', { start: inSubject.index, end: inSubject.index + inSubject[0].length }, undefined, 'subject');
    return;
  }
  const found = firstGap(view.body);
  if (found) view.add('unresolved_placeholder', view.place(found[0]));
}

/** An attachment that the text promises. Words about somebody else's attachment, or about the text below, promise none. */
export function attachment(view: View): void {
  if (view.context.drafted || view.outgoing.attachments.length > 0) return;
  for (const line of view.lines) {
    const said = says(line, '=ATTACHED');
    if (!said || says(line, '~ELSEWHERE') || says(line, 'RECEIVED')) continue;
    if (line.question && !says(line, 'ASK')) continue;
    view.add('attachment_missing', { start: said.start, end: said.end });
    return;
  }
}

function firstGap(text: string): RegExpExecArray | undefined {
  const masked = maskedIn(text);
  for (const pattern of [gapWords, gapShapes])
    for (const found of text.matchAll(pattern)) {
      const end = found.index + found[0].length;
      if (!masked.some((one) => /[\d+@]/u.test(one.words) && one.index < end && found.index < one.index + one.words.length + 5)) return found;
    }
  return undefined;
}

export function everything(view: View): void {
  for (const [at, line] of view.lines.entries()) {
    const said = says(line, '=EVERYTHING');
    if (
      !said ||
      /^\s?(?:else|other|altro|resto|autre|reste|andere|übrige|weitere|demás|lo demás)\b/iu.test(line.text.slice(said.end - line.start)) ||
      line.hits.some(({ concept, first }) => concept === 'FUTURE' && first >= said.last && first - said.last <= 3) ||
      !wanted(line, view.lines[at - 1]) ||
      namesItems(line) ||
      says(line, 'NARROW') ||
      says(line, 'RECEIVED') ||
      says(line, 'PAST_REQUEST')
    )
      continue;
    view.add('overbroad_scope', { start: said.start, end: said.end });
    return;
  }
}

/** "All existing records, including messages and log-ins, from … to …": a hold whose bounds are named. */
function namesItems(line: Line): boolean {
  return (
    says(line, 'PRESERVE') !== undefined &&
    !says(line, 'GIVE') &&
    new Set(line.hits.filter(({ concept }) => concept === 'GROWING' || concept === 'CONTENT').map(({ start }) => start)).size >= 2 &&
    (period.test(line.text) || singleDay.test(line.text))
  );
}

/** A sentence that asks for data, for a hold, or lists what is asked: it begins with the word for it, or follows a colon. */
function wanted(line: Line, previous: Line | undefined): boolean {
  return (
    asksData(line, previous) ||
    listsData(line) ||
    ['PRESERVE', 'ORDERING', 'ASK_FOR'].some((one) => says(line, one)) ||
    previous?.colon === true ||
    line.hits.some(({ concept, first }) => concept === 'DATA' && first === 0) ||
    (says(line, 'ASK') !== undefined && !says(line, '~NOTIFY'))
  );
}

/** Records that grow with time, without a period. */
export function dateRange(view: View, kind: Kind): void {
  if (view.has('content_from_e2ee') || view.has('prospective_preservation')) return;
  for (const [at, line] of view.lines.entries()) {
    const growing = line.hits.find(({ concept, denied, start }) => concept === 'GROWING' && !denied && !latest.test(line.text.slice(0, start - line.start)));
    if (!growing) continue;
    if (kind.id !== 'preservation' && says(line, 'PRESERVE')) continue;
    const asked =
      asksData(line, view.lines[at - 1]) ||
      listsData(line) ||
      (kind.id === 'preservation' && says(line, 'PRESERVE') !== undefined) ||
      (view.lines[at - 1]?.colon ?? false);
    if (!asked || says(line, 'RECEIVED')) continue;
    if (
      period.test(view.body) ||
      onwards.test(line.text) ||
      periodWords.test(line.text) ||
      singleDay.test(line.text.slice(growing.end - line.start, growing.end - line.start + 60))
    )
      return;
    if (kind.id === 'preservation' && says(line, 'TODAY')) return;
    view.add('date_range_missing', { start: growing.start, end: growing.end });
    return;
  }
}

/** "The last connection" is one entry, no log. */
const latest = /(?:\blast|ultim[oa]|derni[eè]re?|letzte[nrs]?|[uú]ltim[oa]|date of|data di|date de|datum de[rs]|fecha de)\s(?:\S{1,14}\s)?$/iu;

/** Content of a provider that encrypts it from end to end. Source: the directory's fact on the provider. */
export function content(view: View): void {
  if (view.provider?.endToEndEncrypted !== true) return;
  for (const [at, line] of view.lines.entries()) {
    const said = says(line, '=CONTENT');
    if (!said || says(line, '~NO_CONTENT') || says(line, 'RECEIVED') || says(line, 'PAST_REQUEST')) continue;
    const previous = view.lines[at - 1];
    const asked =
      asksData(line, previous) ||
      listsData(line) ||
      says(line, 'PRESERVE') !== undefined ||
      line.hits.some(({ concept, first }) => concept === 'DATA' && first === 0);
    // "The account that sent the messages" asks for an account.
    const told = line.hits.some(({ concept, last }) => concept === 'SAID' && last < said.first && said.first - last <= 4);
    if (!asked || (told && !says(line, 'PRESERVE'))) continue;
    view.add('content_from_e2ee', { start: said.start, end: said.end });
    return;
  }
}

export function caseReference(view: View): void {
  const dates =
    /\b(?:d\.?\s?lgs|d\.?\s?p\.?\s?r|d\.?\s?l|legge|regulation|regolamento|verordnung|r[eè]glement|reglamento|directive|direttiva|richtlinie|directiva|loi|ley|gesetz)\b\.?[^\d\n]{0,14}\d{1,4}\/\d{2,4}|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|(?<!§)§+\s?\d+\S*|https?:\/\/\S+|\b\d{4}\/\d{2,4}\b(?=\s?(?:\)|DSA))|\bU\.?S\.?C\.?|24\/7/giu;
  const clean = `${view.outgoing.subject}\n${view.text}\n${view.before}`.replace(dates, ' ');
  caseNumber.lastIndex = 0;
  if (!caseNumber.test(clean)) view.add('case_reference_missing');
}

/** Nothing asks the provider to be silent. */
export function confidentiality(view: View): void {
  const silent = view.said.some((line) => {
    if (says(line, '~SECRET')) return true;
    const user = says(line, '~USER');
    const denies = line.hits.some(({ concept }) => concept === 'NOT' || concept === 'NOT_AFTER');
    const told = says(line, '~NOTIFY');
    if (told && denies && (user !== undefined || says(line, '~WHO') !== undefined || (told.denied && !says(line, '~DATA')))) return true;
    if (told && user && says(line, 'OMIT')) return true;
    // "The user must not know", "say nothing to the holder", not "we do not know the user".
    if (!denies) return false;
    const knows = says(line, '~KNOW');
    if (knows && !says(line, 'GIVE') && !says(line, '~DEADLY') && !(ourselves.test(line.text) && knows.first <= 5)) return true;
    if (ourselves.test(line.text)) return false;
    if (mustNot(line)) return true;
    return says(line, '~TELL') !== undefined && (user ?? says(line, '~PERSON') ?? says(line, '~WHO')) !== undefined && !says(line, '~DEADLY');
  });
  if (silent) return;
  const text = view.sentence('silence');
  view.add('no_confidentiality', undefined, text ? { kind: 'append', text: `\n\n${text}` } : undefined);
}

/** "The boy must not notice", whatever the verb: a short sentence in which a person is not to do something, and that is about neither data nor harm. */
function mustNot(line: Line): boolean {
  return (
    line.text.length < 110 &&
    says(line, '~MUST') !== undefined &&
    (says(line, '~USER') ?? says(line, '~PERSON') ?? says(line, '~WHO')) !== undefined &&
    !['GIVE', 'ASK_FOR', 'DEADLY', 'DANGER', 'PRESERVE', 'PROCESS', 'BASIS', 'PAST', 'SAID', 'ORDERING'].some((one) => says(line, `~${one}`))
  );
}

const ourselves =
  /^\s*(?:(?:but|and|so far|at present|ma|e|al momento|finora|mais|et|à ce stade|aber|und|bisher|pero|y|por ahora),?\s)?(?:we|i|our|nobody knows|noi|non sappiamo|non conosciamo|nessuno sa|nous|je|on ne|nul ne|wir|ich|niemand weiß|no sabemos|desconocemos|nadie sabe)(?!\p{L})/iu;

export function legalBasis(view: View): void {
  if (
    view.said.some((line) => says(line, '~BASIS') && !says(line, 'NEED_IF')) ||
    ['CETS', 'UNCONV', 'CLOUD', 'DSA', 'EPOC'].some((one) => view.find(one)) ||
    /§\s?\d/u.test(view.text)
  )
    return;
  if (/\b(?:art|sec|sect)\.?\s?\d/iu.test(view.text)) return;
  view.add('no_legal_basis');
}

/** A number to call back: a phone of the office, not the account's. */
export function callback(view: View): void {
  for (const pattern of [international, national]) {
    for (const found of view.text.matchAll(pattern)) {
      const head = headOf(view.text, found.index);
      const service = lastMatch(head, serviceWord);
      const phone = lastMatch(head, phoneWord);
      if (phone > service || (service < 0 && (phone >= 0 || (isOfficeLine(view, head, found.index) && !isWanted(view, found[0].trim()))))) return;
    }
  }
  const known = view.context.profile?.phone;
  view.add('no_callback', undefined, known ? { kind: 'append', text: `\n\n${view.sentence('callback').replace('{phone}', () => known)}` } : undefined);
}

/** A number without any word before it: in the last part of the mail, or behind a name. */
function isOfficeLine(view: View, head: string, at: number): boolean {
  return at > view.text.length * 0.6 || (/[,–|(]$/u.test(head.trimEnd()) && /\p{L}{2}/u.test(head.trimEnd().slice(-43, -1)));
}

function lastMatch(text: string, pattern: RegExp): number {
  let last = -1;
  for (const found of text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))) last = found.index;
  return last;
}
