import type { Provider } from '../../../data/schema/provider';
import type { Finding, Fix, Outgoing } from '../../assessment';
import type { Case, Instant, Profile } from '../../case';
import type { FindingId, MailLanguage, UiLanguage } from '../../ids';
import type { Message, Span } from '../../message';
import type { LintBook } from '../../rulebook';
import { detectLanguage } from '../../reading/language';
import { fold } from '../../reading/normalise';
import { registrableDomain } from '../../reading/sender';
import { split } from '../../reading/split';
import { findLine, readDraft, says, type Line, type OfficeWords } from '../own-words';
import { isAuthority, providerOf } from './recipients';

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
  /** To whom a draft without recipients goes. */
  readonly addressee?: 'provider' | 'authority';
  /** Phrases that the office adds to the lexicon, by concept. */
  readonly officeWords?: OfficeWords;
};

/** Characters of the earlier conversation that are looked at. */
const looked = 20_000;

/** A draft, read once: every rule asks this. */
export class View {
  readonly findings: Finding[] = [];
  /** Own sentences of the body. */
  readonly lines: readonly Line[];
  readonly subject: readonly Line[];
  readonly all: readonly Line[];
  /** Own sentences and those below the closing formula: what stands there counts as said, and raises nothing. */
  readonly said: readonly Line[];
  /** Own words and signature, without quotations and notices. */
  readonly text: string;
  /** Own words without the signature. */
  readonly body: string;
  readonly language: string;
  /** False when nobody wrote a lexicon for the language: then only shapes are judged. */
  readonly understood: boolean;
  readonly provider: Provider | undefined;
  /** To whom: a provider, another authority or a colleague, or nobody that is known. */
  readonly audience: 'provider' | 'authority' | 'unknown';
  /** Words of the earlier conversation. */
  readonly before: string;
  private readonly ownSpans: readonly Span[];

  constructor(
    readonly outgoing: Outgoing,
    readonly context: LintContext,
    readonly book: LintBook,
    readonly screen: UiLanguage,
  ) {
    const from = outgoing.from ?? { name: '', email: '' };
    const parts = split({ text: outgoing.text, from, subject: outgoing.subject, ...(outgoing.marks ? { marks: outgoing.marks } : {}) }, book.reading);
    // A notice never opens a mail: a first paragraph that sounds like one is a request about mail and confidentiality.
    const opening = parts.quoted[0];
    const misread = opening?.start === 0 && parts.kinds[0] === 'disclaimer' && (parts.own[0] === undefined || parts.own[0].start >= opening.end);
    const ownSpans = misread ? [opening, ...parts.own] : parts.own;
    this.ownSpans = ownSpans;
    // The signature is the person's own: a phone number in it counts, its words raise nothing.
    const signed = [...ownSpans, ...parts.quoted.filter((_, at) => parts.kinds[at] === 'signature' || parts.kinds[at] === 'envelope')].toSorted(
      (a, b) => a.start - b.start,
    );
    const join = (spans: readonly Span[]) => spans.map(({ start, end }) => outgoing.text.slice(start, end)).join('\n');
    this.text = join(signed);
    this.body = join(ownSpans);
    const written: MailLanguage | null = detectLanguage(this.body, book.reading) ?? detectLanguage(`${outgoing.subject}\n${this.text}`, book.reading);
    this.language = written ?? 'en';
    this.understood = book.writing.words[this.language] !== undefined;
    const books = { writing: book.writing, reading: book.reading };
    const whole = [{ start: 0, end: outgoing.subject.length }];
    this.before = (context.thread ?? [])
      .map(({ subject: about, text }) => `${about}\n${text}`)
      .join('\n')
      .slice(-looked);
    // The provider's own questions, copied between the answers, are its words.
    const theirs = fold(this.before).replace(/\s+/gu, ' ');
    const copied: Span[] = [];
    this.lines = readDraft(outgoing.text, ownSpans, this.language, books, context.officeWords).filter((line) => {
      if (theirs === '' || line.text.length < 24 || !theirs.includes(fold(line.text).replace(/\s+/gu, ' '))) return true;
      copied.push(line);
      return false;
    });
    for (const span of copied) {
      const words = outgoing.text.slice(span.start, span.end);
      this.body = this.body.replace(words, '');
      this.text = this.text.replace(words, '');
    }
    const subject = readDraft(outgoing.subject, whole, this.language, books, context.officeWords);
    this.subject = this.language === 'en' ? subject : [...subject, ...readDraft(outgoing.subject, whole, 'en', books, context.officeWords)];
    this.all = [...this.subject, ...this.lines];
    const below = parts.quoted.filter((_, at) => parts.kinds[at] === 'signature');
    this.said = [...this.all, ...readDraft(outgoing.text, below, this.language, books, context.officeWords)];
    this.provider = context.provider ?? providerOf(outgoing, this.body.slice(0, 4000), book);
    const to = outgoing.to.filter(({ email }) => email !== '');
    const own = registrableDomain(from.email || context.profile?.email || '');
    const authorities = to.filter(({ email }) => isAuthority(email) || (own !== '' && registrableDomain(email) === own));
    const addressed = to.length > 0 ? authorities.length === to.length : findLine([...this.subject, ...this.lines.slice(0, 2)], 'AUTHORITY') !== undefined;
    this.audience = (context.addressee === 'authority' && to.length === 0) || addressed ? 'authority' : this.provider ? 'provider' : 'unknown';
  }

  /** The first own sentence, subject included, that says all of it; see `says`. */
  find(...specs: readonly string[]): ReturnType<typeof findLine> {
    return findLine(this.all, ...specs);
  }
  /** Whether it is said anywhere, below the closing formula too. */
  tells(...specs: readonly string[]): boolean {
    return findLine(this.said, ...specs) !== undefined;
  }
  /** The same in the body only. */
  inBody(...specs: readonly string[]): ReturnType<typeof findLine> {
    return findLine(this.lines, ...specs);
  }
  inSubject(...specs: readonly string[]): ReturnType<typeof findLine> {
    return findLine(this.subject, ...specs);
  }
  /** A sentence of the body that says one of several things. */
  any(...concepts: readonly string[]): ReturnType<typeof findLine> {
    for (const line of this.lines)
      for (const concept of concepts) {
        const hit = says(line, concept);
        if (hit) return { start: hit.start, end: hit.end, line };
      }
    return undefined;
  }

  /** Where words that were found in `text` or `body` stand in the whole mail: among own words first. */
  place(words: string): Span | undefined {
    for (const { start, end } of this.ownSpans) {
      const at = this.outgoing.text.indexOf(words, start);
      if (at >= 0 && at + words.length <= end) return { start: at, end: at + words.length };
    }
    const at = this.outgoing.text.indexOf(words);
    return at < 0 ? undefined : { start: at, end: at + words.length };
  }

  add(id: FindingId, span?: Span, fix?: Fix, where?: Finding['where']): void {
    const rule = this.book.writing.findings.find((one) => one.id === id);
    if (!rule || this.findings.some((finding) => finding.rule === id)) return;
    this.findings.push({
      rule: id,
      severity: rule.severity,
      where: where ?? rule.where,
      ...(span ? { start: span.start, end: span.end } : {}),
      message: rule.message[this.screen],
      why: rule.why[this.screen],
      ...(fix ? { fix } : {}),
    });
  }

  has(id: FindingId): boolean {
    return this.findings.some(({ rule }) => rule === id);
  }

  /** A sentence that a click puts in, in the draft's language; English where there is none. */
  sentence(key: string): string {
    const { fixes } = this.book.writing;
    return fixes[this.language]?.[key] ?? fixes['en']?.[key] ?? '';
  }
}
