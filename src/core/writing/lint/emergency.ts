import { says, type Hit, type Line } from '../own-words';
import { clock, dateText, hasZone, period, zoneForAll } from './patterns';
import type { Kind } from './kind';
import type { View } from './view';

/** How a request must be called, and what “urgent” does not do. Source: the reply of 28 April 2016; published guidelines. */
export function designation(view: View, kind: Kind): void {
  const { subject, body } = kind.designated;
  const meant = kind.danger || kind.id === 'emergency' || (kind.id === 'follow-up' && body && !view.find('PAST_REQUEST'));
  if (meant && !subject) {
    const words = view.provider?.emergency.designation.subject ?? view.sentence('subject');
    view.add('missing_designation_subject', undefined, { kind: 'set-subject', text: `${words.toUpperCase()} – ${view.outgoing.subject}`.trim().slice(0, 200) });
    if (!body) view.add('missing_designation_body', undefined, { kind: 'insert-top', text: `${view.sentence('designation')}\n\n` });
  }
  if (subject || body) return;
  const urgent = view.inBody('=URGENT') ?? view.inSubject('=URGENT');
  if (!urgent || says(urgent.line, '=URGENT')?.supposed) return;
  const inBody = view.lines.includes(urgent.line);
  view.add(
    'urgency_without_designation',
    urgent,
    meant ? { kind: 'set-subject', text: `${view.sentence('subject').toUpperCase()} – ${view.outgoing.subject}`.trim().slice(0, 200) } : undefined,
    inBody ? 'body' : 'subject',
  );
}

/** What the provider's questions ask for: the harm, the person, the time, the link, the reason. */
export function emergencyFacts(view: View): void {
  if (!view.tells('~DANGER') && !view.tells('~DEADLY') && !view.tells('HARM')) view.add('nature_missing');
  if (!whoAtRisk(view)) view.add('who_at_risk_missing');
  const deadline = deadlineIn(view);
  if (!deadline && !view.said.some((line) => ahead(line, 'SOON') ?? (threatens(line) ? ahead(line, 'TODAY') : undefined))) view.add('imminence_missing');
  if (!deadline) view.add('deadline_missing');
  if (!view.said.some((line) => linked(line)) && !view.lines.some((line, at) => speaksOfData(line, view.lines.slice(Math.max(0, at - 2), at))))
    view.add('nexus_missing');
  if (!view.tells('~NO_TIME') && !view.said.some((line) => tooSlow(line))) view.add('why_not_normal_process_missing');
}

/** A time that is still to come: "tonight", but not "wrote tonight". */
function ahead(line: Line, concept: string): Hit | undefined {
  return line.hits.find(
    (hit) => hit.concept === concept && !line.hits.some((told) => told.concept === 'SAID' && told.first - hit.last <= 2 && hit.first - told.last <= 3),
  );
}

function threatens(line: Line): boolean {
  return says(line, '~DANGER') !== undefined || says(line, '~DEADLY') !== undefined || says(line, 'THREAT') !== undefined;
}

const headCount =
  /\b(?:\d{1,6}|(?<!\p{L})\p{L}{3,12}aines?(?: de)?|hundert\w{0,20}|dozens? of|hundreds of|centinaia di|decine di|cientos de)\s(?:people|persons|persone|personnes|menschen|personen|personas|residents)\b/iu;

function whoAtRisk(view: View): boolean {
  return view.said.some(
    (line) =>
      says(line, '~WHO') ||
      says(line, 'TARGET') ||
      (says(line, 'PERSON') && says(line, 'AT_RISK')) ||
      // "At risk are …": the words for it stand first, and somebody follows.
      line.hits.some(({ concept, first, end }) => concept === 'AT_RISK' && first <= 2 && line.end - end > 12) ||
      headCount.test(line.text),
  );
}

/** A sentence that wants something of the provider, or is about secrecy, holds, attachments, what somebody wrote. */
function asks(line: Line): boolean {
  return ['ASK', 'ASK_FOR', 'PRESERVE', 'NOTIFY', 'SECRET', 'ATTACHED', 'MESSAGE_FROM', 'BASIS', 'PROCESS', 'DESIGNATION', 'VOLUNTARY'].some((one) =>
    says(line, `~${one}`),
  );
}

/** A court or a treaty, and that it takes time, comes late or can't be had. A promise to send the paper later says nothing of that. */
function tooSlow(line: Line): boolean {
  if (!says(line, '~PROCESS') && !says(line, '~FORUM')) return false;
  if (says(line, '~SLOW')) return true;
  return !says(line, 'PROMISE') && ['LATE', 'SOON', 'BY', 'TODAY'].some((one) => says(line, `~${one}`)) && !says(line, 'ATTACHED') && !says(line, '~NOTIFY');
}

/** "With reference to", "by order of": the opening of a request, no link. */
function isFormal(line: Line): boolean {
  return ['BASIS', 'ASK_FOR', 'ASK', 'RECEIVED', 'PAST_REQUEST', 'VOLUNTARY', 'DESIGNATION', 'PRESERVE'].some((one) => says(line, `~${one}`));
}

/** A label that announces what the data are for. */
const purpose =
  /^\s*(?:\d{1,2}[.)]\s?)?(?:why|purpose|perché|scopo|utilità|finalità|pourquoi|utilité|finalité|warum|zweck|nutzen|por qué|para qué|finalidad|utilidad)\s?:\s?\S/iu;

/** A link between data and rescue: something enables an act. The word that enables stands before the act, or close to it. */
function linked(line: Line): boolean {
  if (line.hits.some(({ concept, first }) => (concept === 'NEXUS_LABEL' && first <= 2) || (concept === 'INSTRUMENT' && first <= 1 && !isFormal(line))))
    return true;
  if (says(line, '~LINK') && !asks(line) && (!says(line, '~DEADLY') || says(line, '~DATA'))) return true;
  // "We need the number: it leads us to his door."
  const colon = line.text.search(/(?<=.{12}):\s/u);
  const behind = line.hits.filter(({ start }) => colon > 0 && start > line.start + colon);
  if (says(line, '~DATA') && line.text.length - colon > 40 && ['SHOW', 'ACT', 'LINK'].some((one) => behind.some(({ concept }) => concept === one))) return true;
  // A statement about the data that asks for nothing says what they are good for.
  const label = /^[^:]{0,40}:/u.test(line.text);
  if (purpose.test(line.text)) return true;
  // "The holder shows a gun and says …" is the danger, not the link.
  const tells = (says(line, '~SAID') ?? says(line, '~ANNOUNCE')) && (says(line, '~DEADLY') ?? says(line, '~DANGER'));
  if (!label && !tells && !asks(line) && says(line, '~DATA') && (says(line, 'SHOW') ?? says(line, 'ACT'))) return true;
  // "Let us have the address" hands over, it links nothing.
  const ties = line.hits.some(
    ({ concept, denied, start }) => concept === 'LINK' && !denied && !line.hits.some((one) => one.concept === 'GIVE' && one.start === start),
  );
  if (ties && (says(line, '~DATA') ?? says(line, '~ACT'))) return true;
  return line.hits.some(
    (enable) => enable.concept === 'ENABLE' && line.hits.some((act) => act.concept === 'ACT' && (act.first > enable.first || enable.first - act.last <= 4)),
  );
}

/** A statement whose subject is the data that were just asked for: "The address brings us to the house", "They tell where she is". */
function speaksOfData(line: Line, before: readonly Line[]): boolean {
  if (asks(line) || line.question || /^[^:\n]{0,40}:/u.test(line.text) || ourselvesOnly.test(line.text)) return false;
  if (['SAID', 'ANNOUNCE', 'DANGER', 'CRIME', 'RECEIVED', 'REFERENCE', 'ORDERING'].some((one) => says(line, `~${one}`))) return false;
  if (line.hits.some(({ concept, first }) => (concept === 'THESE' || concept === 'INSTRUMENT') && first <= 1))
    return line.text.length > 24 && before.some((one) => ['DATA', 'GROWING', 'CONTENT'].some((concept) => says(one, `~${concept}`)));
  const does = ['SHOW', 'ACT', 'KNOW', 'ENABLE', 'THREAT', 'LINK', 'WHO'].some((one) => says(line, one));
  return (
    does && !aboutUser.test(line.text) && line.hits.some(({ concept, first, denied }) => (concept === 'DATA' || concept === 'GROWING') && first <= 2 && !denied)
  );
}

/** "This is …", "It concerns …": the mail itself. */
const ourselvesOnly =
  /^\s*(?:this|it|questo|questa|ciò|ceci|cela|c[’']|dies|das|esto|esta)\s(?:is|concerns|è|riguarda|est|concerne|ist|betrifft|es|se refiere)(?!\p{L})/iu;
/** "The account …", "The user …": about whom, not what for. */
const aboutUser =
  /^\s*(?:the |l[’']|il |la |le |das |der |die |el )?(?:account|user|utente|profilo|profile|compte|utilisat\p{L}*|konto|nutzer|cuenta|usuari\p{L}*)\b/iu;

const dated = new RegExp(`${dateText}`, 'iu');

/** The sentence that says until when: an hour or a day with a word of time, or a near time by its nature. */
export function deadlineIn(view: View): Line | undefined {
  return view.said.find((line) => {
    if (isAside(line)) return false;
    if (ahead(line, 'SOON') && concrete(line)) return true;
    // Hours of the records are no deadline.
    const rest = line.text.replace(period, ' ');
    const hour = matches(rest, clock);
    const day = dated.test(rest);
    if (!hour && !day && (rest !== line.text || !ahead(line, 'TODAY'))) return false;
    if (says(line, '~BY') && (hour || day || ahead(line, 'TODAY')) && !says(line, 'GROWING')) return true;
    if (hour && moments(line, rest).length > 0) return true;
    return day && says(line, 'THREAT') !== undefined && !says(line, 'GROWING');
  });
}

const near = ['THREAT', 'DEADLY', 'DANGER', 'BEGINS', 'BY', 'SOON', 'TODAY'];

/**
 * The hours of a sentence that lie ahead, with their place in it: beside a threat, a beginning or a word of time, or alone in a sentence
 * that tells of nothing past. An hour right behind "wrote" or "was seen" is past, and so are those of the records.
 */
function moments(line: Line, text: string): readonly { readonly index: number; readonly words: string }[] {
  const told = line.hits.filter(({ concept }) => concept === 'SAID' || concept === 'ANNOUNCE' || concept === 'PAST');
  const hinted = line.hits.some(({ concept }) => near.includes(concept));
  const wants = says(line, 'ASK') ?? says(line, 'ASK_FOR');
  if (wants && (says(line, 'GROWING') ?? says(line, 'DATA')) && !['BY', 'THREAT', 'BEGINS', 'DEADLY', 'SOON'].some((one) => says(line, `~${one}`))) return [];
  const found: { index: number; words: string }[] = [];
  clock.lastIndex = 0;
  for (const hour of text.matchAll(clock)) {
    const at = line.start + hour.index;
    const hits = line.hits.filter(({ concept, end }) => near.includes(concept) && concept !== 'TODAY' && end <= at + 1);
    const behind = told.filter(({ end }) => end <= at);
    const last = behind[behind.length - 1];
    // Between what was told and the hour stands what will happen: "wrote that he will shoot at six".
    const tells = last !== undefined && !hits.some(({ start }) => start >= last.start);
    // "… said that at ten he will stab …": the deed stands behind the hour.
    const coming =
      last !== undefined && at - last.end > 24 && line.hits.some(({ concept, start }) => start > at && (concept === 'DEADLY' || concept === 'THREAT'));
    if ((tells && !coming) || (told.length > 0 && last === undefined && hits.length === 0)) continue;
    if (hinted || told.length === 0) found.push({ index: hour.index, words: hour[0].trimEnd() });
  }
  return found;
}

/** “Imminent” and “at any moment” give no hour and no day. */
function concrete(line: Line): boolean {
  return line.hits.some(
    (hit) =>
      hit.concept === 'SOON' &&
      !/^(?:imminent|any |every |ongoing|in progress|immediat|unmittelbar|bevorsteh|akut|jederzeit|jeden|da un momento|in qualsiasi|in ogni|in corso|a momenti|en cours|à tout|en cualquier|de un momento|en curso|inminent|gegenw|steht|in this|attualit|d’un|d'un|about to|sta per|stanno per|sur le point|im begriff|a punto|s’appr|s'appr|en breve|right now|as we|gerade|en ce moment|en estos)/iu.test(
        line.text.slice(hit.start - line.start),
      ),
  );
}

/** A sentence about keeping data, secrecy, a later letter, or the records' own times. */
function isAside(line: Line): boolean {
  return (
    (says(line, '~NOTIFY') !== undefined &&
      says(line, '~USER') !== undefined &&
      line.hits.some(({ denied }) => denied) &&
      !says(line, 'THREAT') &&
      !says(line, '~DEADLY')) ||
    (says(line, 'PROMISE') !== undefined && says(line, '~PROCESS') !== undefined) ||
    says(line, 'PRESERVE') !== undefined
  );
}

function matches(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

/** Hours that say when, without saying where. Only those of deadlines: hours of records are judged with the period. */
export function timeZone(view: View, kind: Kind): void {
  if (zoneForAll.test(view.text)) return;
  for (const [at, line] of view.lines.entries()) {
    if (isAside(line)) continue;
    if (kind.id !== 'emergency' && ((!ahead(line, 'SOON') && !says(line, '~BY')) || (!says(line, 'ASK') && !says(line, 'GIVE')))) continue;
    if (/\b(?:call|ring|chiam|rappel|ruf|llam|office hours|opening hours|büro|orario d)/iu.test(line.text) && kind.id !== 'emergency') continue;
    const next = view.lines[at + 1];
    const around = view.outgoing.text.slice(line.start, Math.min(view.outgoing.text.length, next && next.text.length < 20 ? next.end : line.end + 14));
    // The records' own hours are blanked, so that every hour keeps its place.
    const rest = line.text.replace(period, (whole) => ' '.repeat(whole.length));
    for (const { index, words } of moments(line, rest)) {
      if (hasZone(around) || saidWithZone(view.text, words)) continue;
      const start = line.start + index;
      const offset = offsetOf(view);
      view.add(
        'deadline_without_time_zone',
        { start, end: start + words.length },
        offset ? { kind: 'replace', start, end: start + words.length, text: `${words} (${offset})` } : undefined,
      );
      return;
    }
  }
}

/** The same hour stands elsewhere with its zone. */
function saidWithZone(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) if (hasZone(text.slice(at, at + words.length + 24))) return true;
  return false;
}

/** `UTC+01:00`: the office's offset on the day of writing; empty without a time zone in the profile. */
function offsetOf(view: View): string {
  const zoneName = view.context.profile?.timeZone ?? (view.context.profile ? view.book.deciding.countries.zones[view.context.profile.country] : undefined);
  if (!zoneName) return '';
  try {
    const part = new Intl.DateTimeFormat('en', { timeZone: zoneName, timeZoneName: 'longOffset' })
      .formatToParts(new Date(view.context.now))
      .find(({ type }) => type === 'timeZoneName');
    return part ? part.value.replace('GMT', 'UTC') : '';
  } catch {
    return '';
  }
}

/** Words that only an order uses, in a request that depends on the provider's good will. */
export function voluntary(view: View, kind: Kind): void {
  const order = view.inBody('=ORDERING');
  if (!order || /\b(?:we are|i am|siamo|sono|nous sommes|je suis|wir sind|ich bin|estamos|estoy)\b/iu.test(order.line.text.slice(0, 24))) return;
  if (kind.id === 'emergency' || (view.inBody('VOLUNTARY') && (kind.id === 'disclosure' || kind.id === 'follow-up')))
    view.add('voluntary_worded_as_order', { start: order.start, end: order.end });
  else if (kind.id === 'disclosure' && !view.inBody('~BASIS') && view.provider?.seat && view.provider.seat !== view.context.profile?.country)
    view.add('voluntary_worded_as_order', { start: order.start, end: order.end });
}

/** A user of the service who announces harm there, or somebody who does so by a service: what was said is a message. */
function announces(line: Line): Hit | undefined {
  const told = says(line, '=ANNOUNCE') ?? says(line, '=SAID');
  if (!told || !(says(line, '~DANGER') ?? says(line, '~DEADLY'))) return undefined;
  const byAccount = /^\s*(?:@|https?:|(?:the |il |lo |le |la |l[’']|das |der |el )?(?:profil|account|canal|channel|kanal|konto|compte|cuenta|perfil))/iu.test(
    line.text,
  );
  return byAccount || line.hits.some(({ concept, first }) => concept === 'MEDIUM' || (concept === 'USER' && first <= 4 && first < told.first))
    ? told
    : undefined;
}

/** Question 6: a message is the reason, so its copy belongs to the mail. A message that is quoted at length is there already. */
export function messageCopy(view: View): void {
  if (view.context.drafted) return;
  const line = view.lines.find(
    (one) =>
      (says(one, '=MESSAGE_FROM') ?? announces(one)) &&
      !['SEPARATE', 'PRESERVE', 'PAST_REQUEST', 'RESUBMIT', 'RECEIVED'].some((other) => says(one, `~${other}`)),
  );
  const basis = line && (says(line, '=MESSAGE_FROM') ?? announces(line));
  if (!basis) return;
  if (/["“”«»„][^"“”«»„]{60,}["“”«»“]/u.test(view.body)) return;
  const names = view.outgoing.attachments.map(({ name }) => name);
  const others = names.filter(
    (name) => !/order|decre|beschluss|requisit|auto\b|warrant|letter|cert|cover|form|id[-_ ]?card|badge|logo|mandat|anordnung|orden|oficio/iu.test(name),
  );
  if (names.length > 0 && (others.length > 0 || view.inBody('ATTACHED', 'MESSAGE'))) return;
  view.add('message_copy_missing', { start: basis.start, end: basis.end });
}
