import type { Provider } from '../../data/schema/provider';
import type { Finding, Fix, Outgoing } from '../assessment';
import type { Case, Instant, Profile } from '../case';
import type { FindingId, UiLanguage } from '../ids';
import type { Message, Span } from '../message';
import { detectLanguage } from '../reading/language';
import { findSender, registrableDomain } from '../reading/sender';
import { split } from '../reading/split';
import type { Rulebook } from '../rulebook';
import { factsOf } from '../deciding/situation';
import { firstSaid, readDraft, togetherSaid, type Line } from './own-words';

/** What is known besides the draft itself. */
export type LintContext = {
  readonly now: Instant;
  readonly profile?: Profile;
  readonly case?: Case;
  readonly provider?: Provider;
  /** Earlier messages of the conversation, older first. */
  readonly thread?: readonly Message[];
  /** True for a draft of our own: its attachments are added by hand later. */
  readonly drafted?: boolean;
};

const designationText: Readonly<Record<string, string>> = {
  en: 'EMERGENCY DISCLOSURE REQUEST. This is a designated emergency request for voluntary disclosure.\n\n',
  it: 'RICHIESTA DI EMERGENZA (EMERGENCY DISCLOSURE REQUEST). È una richiesta di comunicazione volontaria in emergenza.\n\n',
};
const gapMark = /\[‑‑[^\]]{1,80}‑‑\]|\{\{?\w{2,40}\}?\}|\[(?:TODO|TBD|XXX|INSERT|NAME|DATE|DATA|NOME)[^\]]{0,40}\]|<(?:insert|name|date)[^>]{0,40}>|\?\?\?/gu;
const masked = /\+?\d[\d\s.-]{0,12}(?:\*{2,}|x{3,}|X{3,}|…|\.{3,}|_{3,})|\+\d{1,3}\s*(?:\(\s*\)|\*{2,}|[xX]{3,})|\*{3,}\d{1,4}/u;
const international = /\+\s?[1-9][\d\s().-]{6,18}\d/u;
const anyPhone = /(?<![\w/+.-])(?:0\d{1,4}[\s/.-]?\d{4,10}|3\d{2}[\s.-]?\d{6,7})(?![\w/-])/u;
const account =
  /[\w.+-]{2,64}@[\w-]{2,63}\.[\w.-]{2,60}|(?<!\w)@[A-Za-z0-9_.]{3,40}|https?:\/\/\S{6,200}|\b(?:user ?id|username|user name|nome utente|identifiant|benutzername|nombre de usuario|account id|id utente|profile id|imei)\b.{0,4}\S{3,60}|\b\d{9,20}\b|\b(?:\d{1,3}\.){3}\d{1,3}\b/iu;
const clock =
  /\b(?:[01]?\d|2[0-3])[:.h][0-5]\d\b|\b(?:[1-9]|1[0-2])\s?(?:am|pm|a\.m\.|p\.m\.)(?!\w)|\b(?:at noon|at midnight|ore \d{1,2}|um \d{1,2} uhr|\d{1,2} uhr|a las \d{1,2}|\d{1,2}\s?h\b)/iu;
const zone =
  /\b(?:UTC|GMT|CEST|CET|BST|EST|EDT|PST|PDT|WET|EET|IST)\b|[+-]\d{2}:?\d{2}\b|\b(?:time zone|local time in|rome time|paris time|berlin time|madrid time|london time|ora di roma|ora italiana|heure de paris|heure locale|ortszeit|hora de madrid|hora local|fuso orario|fuseau|zeitzone|huso horario|ora locale|rome|MEZ|MESZ)\b/iu;
const anyDate =
  /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}(?:st|nd|rd|th|º|°|er)?\.?\s(?:de\s|of\s)?\p{L}{3,10}\.?,?(?:\s(?:de\s)?\d{4})?|\p{L}{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})/u;
const caseNumber =
  /\b\d{1,6}\s?\/\s?\d{2,4}\b|\b(?:case|ref|file|proc|procedimento|dossier|az|aktenzeichen|expediente|diligencias|n|nr|no)\b\.?\s{0,2}[:#]?\s{0,2}[A-Z0-9][A-Z0-9./-]{2,25}\d/iu;
const officePhone = /\+\s?[1-9][\d\s().-]{6,18}\d|\b0\d[\d\s/.-]{5,14}\d\b/gu;

type Kind = 'emergency' | 'preservation' | 'order' | 'disclosure' | 'stand-down' | 'other';

/**
 * What a draft lacks, or says so that a provider refuses. Judges only what the person wrote, never the quotation. Findings are
 * advice: nothing is blocked. Empty for a mail that is no request and goes to no provider.
 */
export function lintDraft(outgoing: Outgoing, context: LintContext, book: Rulebook, language: UiLanguage): readonly Finding[] {
  const from = outgoing.from ?? { name: '', email: '' };
  const parts = split({ text: outgoing.text, from, subject: outgoing.subject, ...(outgoing.marks ? { marks: outgoing.marks } : {}) }, book.reading);
  // The signature is the person's own: a phone number in it counts.
  const own = [...parts.own, ...parts.quoted.filter((_, at) => parts.kinds[at] === 'signature' || parts.kinds[at] === 'envelope')].sort(
    (a, b) => a.start - b.start,
  );
  const text = own.map(({ start, end }) => outgoing.text.slice(start, end)).join('\n');
  const written = detectLanguage(text, book.reading) ?? 'en';
  const confusables = book.reading.confusables;
  const lines = readDraft(outgoing.text, parts.own, written, book.writing, confusables);
  const subject = readDraft(outgoing.subject, [{ start: 0, end: outgoing.subject.length }], written, book.writing, confusables);
  const subjectEn = readDraft(outgoing.subject, [{ start: 0, end: outgoing.subject.length }], 'en', book.writing, confusables);
  const bodyEn = written === 'en' ? lines : readDraft(outgoing.text, parts.own, 'en', book.writing, confusables);
  const all = [...subject, ...lines];
  const provider = context.provider ?? providerOf(outgoing, text, book);
  const findings: Finding[] = [];
  const rules = new Map(book.writing.findings.map((rule) => [rule.id, rule]));
  const add = (id: FindingId, span?: Span, fix?: Fix, where?: Finding['where']) => {
    const rule = rules.get(id);
    if (!rule || findings.some((finding) => finding.rule === id)) return;
    findings.push({
      rule: id,
      severity: rule.severity,
      where: where ?? rule.where,
      ...(span ? { start: span.start, end: span.end } : {}),
      message: rule.message[language],
      why: rule.why[language],
      ...(fix ? { fix } : {}),
    });
  };
  const says = (...concepts: readonly string[]) => firstSaid(all, ...concepts);
  const bodySays = (...concepts: readonly string[]) => firstSaid(lines, ...concepts);

  recipients(outgoing, provider, book, add);
  const kind = kindOf(
    lines,
    all,
    provider,
    firstSaid(subjectEn, 'DESIGNATION') ?? firstSaid(bodyEn.slice(0, 6), 'DESIGNATION') ?? says('DESIGNATION'),
    context,
  );
  if (kind === 'other') {
    const hypothetical = provider ? bodySays('HYPOTHETICAL') : undefined;
    if (hypothetical) add('hypothetical_question', hypothetical);
    if (provider && bodySays('URGENT') && bodySays('REQUESTISH')) urgency(all, add);
    for (const match of text.matchAll(gapMark)) {
      add('unresolved_placeholder', place(outgoing.text, match[0]));
      break;
    }
    return findings;
  }

  const gap = [...`${outgoing.subject}\n${text}`.matchAll(gapMark)][0];
  if (gap) add('unresolved_placeholder', place(outgoing.text, gap[0]));
  const inSubject = firstSaid(subjectEn, 'DESIGNATION') ?? firstSaid(subject, 'DESIGNATION', 'EMERGENCY') ?? firstSaid(subjectEn, 'EMERGENCY');
  const inBody = firstSaid(bodyEn, 'DESIGNATION') ?? firstSaid(lines, 'DESIGNATION');
  const hypothetical = bodySays('HYPOTHETICAL');
  if (hypothetical) add('hypothetical_question', hypothetical);

  if (kind === 'emergency') {
    if (!inSubject)
      add('missing_designation_subject', undefined, { kind: 'set-subject', text: `EMERGENCY DISCLOSURE REQUEST – ${outgoing.subject}`.trim().slice(0, 200) });
    if (!inSubject && !inBody)
      add('missing_designation_body', undefined, { kind: 'insert-top', text: designationText[written] ?? designationText['en'] ?? '' });
    if (!inSubject && !inBody) urgency(all, add);
    if (!says('DANGER')) add('nature_missing');
    if (!bodySays('WHO')) add('who_at_risk_missing');
    if (!bodySays('IMMINENT') && !clock.test(text)) add('imminence_missing');
    if (!bodySays('BY_WHEN') && !clock.test(text) && !bodySays('IMMINENT')) add('deadline_missing');
    if (!bodySays('NEXUS')) add('nexus_missing');
    if (!bodySays('WHY')) add('why_not_normal_process_missing');
    if (bodySays('MESSAGE_BASIS') && outgoing.attachments.length === 0 && !context.drafted) add('message_copy_missing', bodySays('MESSAGE_BASIS'));
    const order = bodySays('ORDERING');
    if (order && !says('EPOC')) add('voluntary_worded_as_order', order);
  }
  if (kind === 'order') orders(all, context, book, provider, add);
  else instruments(all, add);

  const clockAt = clock.exec(text);
  if (clockAt && (kind === 'emergency' || bodySays('BY_WHEN')) && !zone.test(text)) add('deadline_without_time_zone', place(outgoing.text, clockAt[0]));
  const everything = bodySays('EVERYTHING');
  if (everything && !everything.line.hits.some(({ concept, negated }) => concept === 'EVERYTHING' && negated)) add('overbroad_scope', everything);
  const asksData = kind === 'emergency' || kind === 'disclosure' || kind === 'preservation';
  if (asksData) {
    identifiers(outgoing, parts.own.map(({ start, end }) => outgoing.text.slice(start, end)).join('\n'), add);
    if (!caseNumber.test(outgoing.subject) && !caseNumber.test(text)) add('case_reference_missing');
    if (bodySays('GROWING') && kind !== 'emergency' && !anyDate.test(text)) add('date_range_missing', bodySays('GROWING'));
    if (!bodySays('SECRET')) add('no_confidentiality');
    const phones = [...text.matchAll(officePhone)].length;
    if (phones === 0 || (phones === 1 && international.test(text) && !context.profile?.phone && /whatsapp|telegram|signal|viber/iu.test(text)))
      if (!context.profile?.phone || !text.includes(context.profile.phone)) add('no_callback');
  }
  if (kind === 'disclosure' && !bodySays('BASIS')) add('no_legal_basis');
  content(lines, provider, kind, add);
  if (says('PRESERVE')) preservation(lines, kind, add);
  const attached = bodySays('ATTACHED');
  if (attached && outgoing.attachments.length === 0 && !context.drafted) add('attachment_missing', attached);
  return findings;
}

function kindOf(lines: readonly Line[], all: readonly Line[], provider: Provider | undefined, designated: Span | undefined, context: LintContext): Kind {
  const said = (...concepts: readonly string[]) => firstSaid(all, ...concepts) !== undefined;
  const ended = firstSaid(all, 'ENDED') !== undefined || togetherSaid(lines, 'EMERGENCY', 'OVER') !== undefined;
  // A sentence that asks to keep data, or says that none are asked for, asks for none.
  const asks = lines.some(
    ({ hits }) =>
      !hits.some(({ concept }) => concept === 'PRESERVE') &&
      hits.some(({ concept, negated }) => concept === 'ASK_DATA' && !negated) &&
      hits.some(({ concept, negated }) => concept === 'DATA' && !negated),
  );
  if (ended) return 'stand-down';
  if (!provider && !(asks && said('REQUESTISH'))) return 'other';
  if (said('EPOC') && !designated) return 'order';
  const danger = said('DANGER') && (said('EMERGENCY') || said('IMMINENT') || said('URGENT'));
  if (designated || (asks && (said('EMERGENCY') || danger)) || (context.case?.emergency === 'now' && asks && provider)) return 'emergency';
  const preserves = firstSaid(lines, 'PRESERVE') !== undefined;
  if (preserves && !asks) return 'preservation';
  if (asks) return 'disclosure';
  return preserves ? 'preservation' : 'other';
}

type Add = (id: FindingId, span?: Span, fix?: Fix, where?: Finding['where']) => void;

function urgency(all: readonly Line[], add: Add): void {
  const urgent = firstSaid(all, 'URGENT');
  if (urgent) add('urgency_without_designation', urgent);
}

function recipients(outgoing: Outgoing, provider: Provider | undefined, book: Rulebook, add: Add): void {
  for (const recipient of outgoing.to) {
    if (!recipient.email) continue;
    const domain = registrableDomain(recipient.email);
    if (book.providers.some((one) => one.domains.some((entry) => entry.domain === domain))) continue;
    const match = findSender({ from: recipient, subject: '' }, '', book);
    if (match?.trust === 'lookalike') add('recipient_lookalike', undefined, undefined, 'recipients');
    else if (provider && !/(?:gov|giustizia|polizia|police|justice|procura|carabinieri|interno)/u.test(domain))
      add('recipient_not_listed', undefined, undefined, 'recipients');
  }
}

function providerOf(outgoing: Outgoing, text: string, book: Rulebook): Provider | undefined {
  for (const recipient of outgoing.to) {
    const match = findSender({ from: recipient, subject: outgoing.subject }, text, book);
    if (match && (match.matchedBy !== 'text' || match.trust === 'lookalike')) return book.providers.find(({ id }) => id === match.id);
  }
  return undefined;
}

function identifiers(outgoing: Outgoing, body: string, add: Add): void {
  const hidden = masked.exec(body);
  if (hidden) {
    add('identifier_masked', place(outgoing.text, hidden[0]));
    return;
  }
  const national = anyPhone.exec(body);
  const hasAccount = international.test(`${outgoing.subject}\n${body}`) || account.test(`${outgoing.subject}\n${body}`);
  if (
    national &&
    /(?:account|number|whatsapp|telegram|signal|viber|utenza|numero|numéro|nummer|número)/iu.test(body.slice(Math.max(0, national.index - 80), national.index))
  )
    add('identifier_not_international', place(outgoing.text, national[0]));
  else if (!hasAccount) add('identifier_missing');
}

function content(lines: readonly Line[], provider: Provider | undefined, kind: Kind, add: Add): void {
  if (provider?.endToEndEncrypted !== true || kind === 'stand-down') return;
  if (firstSaid(lines, 'CONTENT_NOT')) return;
  for (const line of lines) {
    const asked = line.hits.find(({ concept, negated }) => concept === 'CONTENT' && !negated);
    if (!asked || !line.hits.some(({ concept }) => concept === 'ASK_DATA' || concept === 'PRESERVE')) continue;
    if (line.hits.some(({ concept }) => concept === 'MESSAGE_BASIS' || concept === 'ATTACHED')) continue;
    add('content_from_e2ee', { start: line.sentence.start, end: line.sentence.end });
    return;
  }
}

function preservation(lines: readonly Line[], kind: Kind, add: Add): void {
  for (const line of lines) {
    const ask = line.hits.find(({ concept, negated }) => concept === 'PRESERVE' && !negated);
    if (!ask) continue;
    const span = { start: line.sentence.start, end: line.sentence.end };
    if (line.hits.some(({ concept }) => concept === 'IF_NEED')) add('conditional_preservation', span);
    if (line.hits.some(({ concept, negated }) => concept === 'FUTURE' && !negated)) add('prospective_preservation', span);
  }
  const separate = lines.some(
    (line) =>
      line.hits.some(({ concept }) => concept === 'PRESERVE') &&
      /separate|follows|separat|segue|seguirà|gesondert|separado|aparte|séparé/iu.test(line.sentence.tokens.map(({ word }) => word).join(' ')),
  );
  if (kind === 'disclosure' && !separate) add('mixed_preservation_and_disclosure', firstSaid(lines, 'PRESERVE'));
  if (kind === 'emergency' && !separate && togetherSaid(lines, 'PRESERVE', 'ASK_DATA')) add('mixed_preservation_and_disclosure', firstSaid(lines, 'PRESERVE'));
}

function orders(all: readonly Line[], context: LintContext, book: Rulebook, provider: Provider | undefined, add: Add): void {
  const soft = togetherSaid(all, 'EPOC', 'ASKING');
  if (soft) add('order_worded_as_request', { start: soft.sentence.start, end: soft.sentence.end });
  if (context.profile) {
    const facts = factsOf(
      {
        isProviderReply: true,
        replyTypes: [],
        match: null,
        provider: provider ?? null,
        case: context.case ?? { emergency: 'unknown' },
        profile: context.profile,
        now: context.now,
      },
      book.deciding,
    );
    if (facts.orderBar !== null) add('instrument_not_available', firstSaid(all, 'EPOC'));
    else if (facts.wantsJudged && context.profile.role !== 'judge') add('wrong_issuing_authority', firstSaid(all, 'EPOC'));
  } else if (Date.parse(context.now) < Date.parse('2026-08-18T00:00:00Z')) add('instrument_not_available', firstSaid(all, 'EPOC'));
  instruments(all, add);
}

function instruments(all: readonly Line[], add: Add): void {
  const outside = firstSaid(all, 'NOT_FORCE');
  if (outside) add('instrument_not_available', outside);
}

function place(text: string, words: string): Span | undefined {
  const start = text.indexOf(words);
  return start < 0 ? undefined : { start, end: start + words.length };
}
