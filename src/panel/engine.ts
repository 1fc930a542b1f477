import { assess, type AssessContext } from '../core/assess';
import type { Assessment, Draft } from '../core/assessment';
import type { Answers, Case, Instant, Profile } from '../core/case';
import type { FindingId, StepId, UiLanguage } from '../core/ids';
import type { Message } from '../core/message';
import { composeDraft } from '../core/writing/compose-draft';
import { book } from '../data';
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
};

/** The core, with its knowledge, as the panel calls it. */
export type Engine = {
  assess(message: Message, context: AssessContext): Assessment;
  compose(wish: DraftWish): Draft;
  provider(id: string | undefined): Provider | undefined;
  /** What a remark on a draft says, in the language of the screens. */
  findingText(rule: FindingId, language: UiLanguage): string | undefined;
  readonly providers: readonly Provider[];
};

const byId = new Map(book.providers.map((provider) => [provider.id, provider]));

export const engine: Engine = {
  assess: (message, context) => assess(message, context, book),
  compose: ({ assessment, ...wish }) => composeDraft({ ...wish, assessment, provider: byId.get(assessment.provider?.id ?? '') ?? null }, book),
  provider: (id) => byId.get(id ?? ''),
  findingText: (rule, language) => book.writing.findings.find(({ id }) => id === rule)?.message[language],
  providers: book.providers,
};
