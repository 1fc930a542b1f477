import { assess, type AssessContext } from '../core/assess';
import type { Holidays } from '../core/case/reachable';
import type { Assessment, Draft, Finding, NextStep, Outgoing, ProviderMatch } from '../core/assessment';
import type { Answers, Case, Instant, Profile } from '../core/case';
import type { FindingId, StepId, UiLanguage } from '../core/ids';
import type { Message } from '../core/message';
import { nextSteps } from '../core/deciding/next-steps';
import { guard, thresholds, type Guard, type Threshold } from '../core/deciding/thresholds';
import { findSender } from '../core/reading/sender';
import { composeDraft } from '../core/writing/compose-draft';
import type { LetterPack } from '../core/writing/letters';
import { joinFollowUps } from '../core/writing/follow-ups';
import type { Phrases } from '../core/writing/imminence';
import { lintDraft } from '../core/writing/lint-draft';
import type { OfficeWords } from '../core/writing/own-words';
import { correctedProviders } from '../core/directory/corrected';
import type { Overlay } from '../core/directory/overlay';
import { book as shipped } from '../data';
import type { Provider } from '../data/schema/provider';

export type DraftWish = {
  readonly step: StepId;
  readonly message: Message;
  readonly assessment: Assessment;
  readonly case: Case;
  readonly answers: Answers;
  readonly language: string;
  readonly now: Instant;
  readonly profile?: Profile;
  /** Another letter than the step's own, by id. */
  readonly template?: string;
  readonly letters?: LetterPack;
};

/** What a letter of our own is checked against. */
export type LintWish = {
  readonly outgoing: Outgoing;
  readonly provider: string | undefined;
  readonly language: UiLanguage;
  readonly now: Instant;
  readonly case: Case;
  readonly profile?: Profile;
  readonly thread?: readonly Message[];
  /** True for a draft of the panel: its attachments are added by hand later. */
  readonly drafted?: boolean;
  /** Words of the office, by concept. */
  readonly officeWords?: OfficeWords;
};

/** Caveats that say what is not certain; the others say how a step is done. */
const doubtful = [
  'addressee',
  'irish-act',
  'f8',
  'portal-down',
  'content-us',
  'five-days',
  'declarations',
  'claimed-address',
  'unlisted',
  'threshold-unknown',
  'signed-check',
  'check-route',
  'copo-days',
  'serious-crime',
  'hold-until-decision',
] as const;

/** The core, with its knowledge, as the panel calls it. */
export type Engine = {
  assess(message: Message, context: AssessContext): Assessment;
  compose(wish: DraftWish): Draft;
  /** The provider that a mail goes to, when one of its recipients' addresses is a provider's. */
  addressee(message: Message): ProviderMatch | null;
  /** What should be written to a provider in this case, whatever it answered so far. */
  advise(provider: ProviderMatch, context: AssessContext): readonly NextStep[];
  lint(wish: LintWish): readonly Finding[];
  /** The caveats that are doubts about law or fact, in words: to be checked before the step is taken. */
  doubts(language: UiLanguage): ReadonlySet<string>;
  provider(id: string | undefined): Provider | undefined;
  /** What a remark on a draft says, in the language of the screens. */
  findingText(rule: FindingId, language: UiLanguage): string | undefined;
  /** Sentences that the form's builders write, in the language of the letter. */
  phrases?(language: string): Phrases;
  /** The tests that apply, each element with the fact behind it or none. */
  thresholds?(wish: ThresholdWish): readonly Threshold[];
  /** Why the emergency lane should close by the answers given; null when nothing speaks against it. */
  guard?(answers: Answers, now: Instant, language: UiLanguage): Guard | null;
  /** The time zone that stands for a state, and its holidays; undefined where they are not known. */
  zone?(country: string): string | undefined;
  holidays?(country: string): Holidays | undefined;
  /** When the holidays were last looked at, ISO date; absent once they are verified. */
  readonly holidaysCheckedOn?: string;
  /** States that can be chosen, ISO 3166-1. */
  states?(): readonly string[];
  readonly providers: readonly Provider[];
  /** Takes the office's corrections of the directory into everything that is said from now on. */
  correct?(overlay: Overlay): void;
  /** Every letter that can be written, by id. */
  readonly letters: readonly string[];
};

export type ThresholdWish = {
  readonly assessment: Assessment;
  readonly case: Case;
  readonly answers: Answers;
  readonly now: Instant;
  readonly language: UiLanguage;
  readonly profile?: Profile;
};

let book = shipped;
let byId = new Map(book.providers.map((provider) => [provider.id, provider]));

const phrasesOf = (language: string): Phrases => book.writing.fixes[language] ?? book.writing.fixes['en'] ?? {};

export const engine: Engine = {
  assess: (message, context) => assess(message, context, book),
  compose: ({ assessment, ...wish }) =>
    composeDraft(
      {
        ...wish,
        answers: joinFollowUps(wish.answers, phrasesOf(wish.language)),
        assessment,
        provider: byId.get(assessment.provider?.id ?? '') ?? null,
      },
      book,
    ),
  phrases: phrasesOf,
  addressee: ({ to, cc }) => {
    for (const from of [...to, ...cc].slice(0, 50)) {
      const match = findSender({ from, subject: '' }, '', book);
      if (match?.trust === 'listed') return match;
    }
    return null;
  },
  advise: (match, { language, ...context }) =>
    nextSteps({ ...context, isProviderReply: true, replyTypes: [], match, provider: byId.get(match.id) ?? null }, book.deciding, language).nextSteps,
  lint: ({ outgoing, provider, language, ...context }) => {
    const known = byId.get(provider ?? '');
    return lintDraft(outgoing, { ...context, ...(known ? { provider: known } : {}) }, book, language);
  },
  doubts: (language) => new Set(doubtful.flatMap((key) => book.deciding.texts[language]?.caveats[key] ?? [])),
  provider: (id) => byId.get(id ?? ''),
  findingText: (rule, language) => book.writing.findings.find(({ id }) => id === rule)?.message[language],
  thresholds: ({ assessment, answers, language, ...context }) =>
    thresholds(
      {
        ...context,
        isProviderReply: assessment.isProviderReply,
        replyTypes: assessment.replyTypes.map(({ type }) => type),
        match: assessment.provider,
        provider: byId.get(assessment.provider?.id ?? '') ?? null,
      },
      answers,
      book.deciding,
      language,
    ),
  guard: (answers, now, language) => guard(answers, now, book.deciding, language),
  zone: (country) => book.deciding.countries.zones[country],
  states: () => [
    ...new Set([...Object.keys(book.deciding.countries.zones), ...Object.keys(book.deciding.countries.budapest), ...book.deciding.countries.others]),
  ],
  holidays: (country) => book.deciding.holidays[country],
  ...(shipped.deciding.countries.checks.holidays.confidence === 'verified' ? {} : { holidaysCheckedOn: shipped.deciding.countries.checks.holidays.checkedOn }),
  get providers() {
    return book.providers;
  },
  correct: (overlay) => {
    book = { ...shipped, providers: correctedProviders(shipped.providers, overlay) };
    byId = new Map(book.providers.map((provider) => [provider.id, provider]));
  },
  letters: Object.keys(book.writing.templates['en'] ?? {}).toSorted(),
};
