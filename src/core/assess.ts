import type { Assessment, MailFacts, ProviderMatch, Split, Warning } from './assessment';
import type { Case, Instant, Profile } from './case';
import { nextSteps } from './deciding/next-steps';
import type { Heuristics } from './deciding/situation';
import type { MailLanguage, UiLanguage } from './ids';
import { mailLanguages } from './ids';
import type { Message, Span } from './message';
import { detectLanguage } from './reading/language';
import { findSender } from './reading/sender';
import { split } from './reading/split';
import { unwrap } from './reading/unwrap';
import type { Rulebook } from './rulebook';
import { mayAnswerAuthority } from './understanding/correspondents';
import { mayConcernProvider } from './understanding/prefilter';
import { understand } from './understanding/understand';
import { warningText } from './warnings';

/** What is known besides the mail itself. */
export type AssessContext = {
  readonly now: Instant;
  /** Language of reasons, caveats and warnings. */
  readonly language: UiLanguage;
  readonly case: Case;
  readonly profile?: Profile;
  /** Provider that the person chose, by id; outranks what the mail says, never what its sender's address says. */
  readonly provider?: string;
  /** When the mail came in, where the person says otherwise than the mail's own date: clocks of the mail count from it. */
  readonly received?: Instant;
  /** What the office counts otherwise than the data do. */
  readonly heuristics?: Heuristics;
};

/**
 * Everything that is said about a mail: who wrote it, what it is, the proving words, the facts, the next steps. Only the
 * sender's own words count; of a forward or an envelope the mail inside is analysed. All offsets point into `message.text`.
 */
export function assess(message: Message, context: AssessContext, book: Rulebook): Assessment {
  const whole = split(message, book.reading);
  const inner = unwrap(message, whole, book.reading);
  const warnings: Warning[] = [];
  const warn = (id: string, values: Readonly<Record<string, string>> = {}) => warnings.push({ id, message: warningText(id, context.language, values) });

  const analysed = inner.message;
  const parts = inner.offset > 0 ? split(analysed, book.reading) : whole;
  // Most mails of a mailbox are no provider's: a first look spares them the rest.
  const worth =
    context.provider !== undefined ||
    context.case.providerSeat !== undefined ||
    concernsProvider(message, book) ||
    (analysed !== message && concernsProvider(analysed, book));
  const own = ownText(analysed.text, parts);
  const language = languageOf(message, own, book);
  // Who imitates a provider is named even where the text says nothing of a request.
  const sender = worth ? chosen(findSender(analysed, own, book), context.provider, book) : imitator(findSender(analysed, '', book));
  const answers =
    !worth || inner.kind === 'pec-receipt' || inner.kind === 'pec-unopened' || inner.kind === 'auto-reply' || inner.kind === 'bounce'
      ? null
      : understand({ message: analysed, split: parts, sender: sender ?? saidByCase(analysed, context), language }, book.understanding);

  if (inner.kind === 'forward') warn('forwarded', { by: inner.by?.name || inner.by?.email || '?' });
  else if (inner.kind !== 'none') warn(inner.kind);
  if (message.text.trim() === '') warn('no-text');
  if (message.incomplete) warn('incomplete');
  if (!parts.complete) warn('split-uncertain');
  if (sender?.trust === 'lookalike') warn('lookalike', { domain: sender.domain });
  else if (sender?.trust === 'unlisted' && answers?.isProviderReply) warn('unlisted', { domain: sender.domain || '?' });
  for (const reason of ['reply-to-elsewhere', 'authentication-failed', 'serves-others']) if (sender?.reasons.includes(reason)) warn(reason);
  if (!message.from.email) warn('no-address');

  // A colleague's forward is not itself a provider's reply, though the mail inside is analysed.
  const isProviderReply = inner.kind !== 'forward' && (answers?.isProviderReply ?? false);
  const provider = sender ? (book.providers.find(({ id }) => id === sender.id) ?? null) : null;
  const shift = (span: Span): Span => ({ start: span.start + inner.offset, end: span.end + inner.offset });
  const advice = nextSteps(
    {
      isProviderReply: answers?.isProviderReply ?? false,
      replyTypes: answers?.replyTypes.map(({ type }) => type) ?? [],
      replies: answers?.replyTypes ?? [],
      match: sender,
      provider,
      case: context.case,
      now: context.now,
      ignoredAsks: answers?.ignoredAsks ?? [],
      words: worth ? own : '',
      ...(answers ? { facts: answers.facts } : {}),
      ...(context.profile ? { profile: context.profile } : {}),
      ...(context.heuristics ? { heuristics: context.heuristics } : {}),
      ...((context.received ?? message.date) ? { messageDate: context.received ?? message.date } : {}),
    },
    book.deciding,
    context.language,
  );

  return {
    id: message.id,
    isProviderReply,
    provider: sender,
    split: inner.offset > 0 ? embedded(parts, inner.offset, message.text.length) : whole,
    language,
    ...(message.authentication ? { authentication: message.authentication } : {}),
    replyTypes: (answers?.replyTypes ?? []).map((finding) => ({ ...finding, evidence: finding.evidence.map((proof) => ({ ...proof, ...shift(proof) })) })),
    facts: answers
      ? shifted(answers.facts, shift)
      : { references: [], questions: [], deadlines: [], legalBasis: [], contacts: [], identifiers: [], amounts: [] },
    nextSteps: advice.nextSteps,
    asks: advice.asks,
    rejected: advice.rejected,
    warnings: [...warnings, ...advice.warnings],
    ...(inner.kind === 'forward' && inner.by ? { forwardedBy: inner.by } : {}),
  };
}

/** The sender's own words of a text, joined. */
export function ownText(text: string, parts: Split): string {
  return parts.own.map(({ start, end }) => text.slice(start, end)).join('\n');
}

function languageOf(message: Message, own: string, book: Rulebook): MailLanguage | null {
  // A few words may not tell; the subject and the history below mostly speak the same language.
  return told(message) ?? detectLanguage(own, book.reading) ?? detectLanguage(`${message.subject}\n${message.text}`, book.reading);
}

function told(message: Message): MailLanguage | null {
  return mailLanguages.find((code) => message.language?.slice(0, 2) === code) ?? null;
}

export function concernsProvider(message: Message, book: Rulebook): boolean {
  const { subject, text, from } = message;
  return (
    mayConcernProvider(
      `${subject}
${text}`,
      from.email,
      book.hints,
    ) || mayAnswerAuthority(message, book.understanding.senders)
  );
}

function imitator(found: Assessment['provider']): Assessment['provider'] {
  return found?.trust === 'lookalike' ? found : null;
}

/** A case that says where its provider has its seat is with a provider, known to the directory or not: as much as a name in the text. */
function saidByCase({ from }: Message, { case: { providerSeat } }: AssessContext): ProviderMatch | null {
  return providerSeat
    ? { id: '', matchedBy: 'text', trust: 'unlisted', domain: from.email.slice(from.email.lastIndexOf('@') + 1), reasons: ['said-by-case'] }
    : null;
}

/** The person's choice fills a gap or corrects a guess from the text; it never lends trust. */
function chosen(found: Assessment['provider'], id: string | undefined, book: Rulebook): Assessment['provider'] {
  if (!id || !book.providers.some((provider) => provider.id === id)) return found;
  if (found && found.matchedBy !== 'text') return found;
  return { id, matchedBy: 'text', trust: 'unlisted', domain: found?.domain ?? '', reasons: ['chosen-by-person'] };
}

/** The split of a mail inside another, in offsets of the outer text; what lies around it is its envelope. */
function embedded(parts: Split, offset: number, length: number): Split {
  const shift = (span: Span): Span => ({ start: span.start + offset, end: Math.min(length, span.end + offset) });
  return {
    own: parts.own.map(shift),
    quoted: [{ start: 0, end: offset }, ...parts.quoted.map(shift)],
    kinds: ['envelope', ...parts.kinds],
    complete: parts.complete,
  };
}

function shifted(facts: MailFacts, shift: (span: Span) => Span): MailFacts {
  const move = <T extends Span>(several: readonly T[]): readonly T[] => several.map((one) => ({ ...one, ...shift(one) }));
  return {
    ...facts,
    references: move(facts.references),
    questions: move(facts.questions),
    deadlines: move(facts.deadlines),
    legalBasis: move(facts.legalBasis),
    contacts: move(facts.contacts),
    identifiers: move(facts.identifiers),
    amounts: move(facts.amounts),
  };
}
