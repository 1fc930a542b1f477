import { assess, type AssessContext } from '../core/assess';
import type { Assessment, Draft, Finding } from '../core/assessment';
import type { Answers, Case, Instant, Profile } from '../core/case';
import type { StepId } from '../core/ids';
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
  readonly providers: readonly Provider[];
};

export type { Finding };

const byId = new Map(book.providers.map((provider) => [provider.id, provider]));

export const engine: Engine = {
  assess: (message, context) => assess(message, context, book),
  compose: ({ assessment, ...wish }) => composeDraft({ ...wish, assessment, provider: byId.get(assessment.provider?.id ?? '') ?? null }, book),
  provider: (id) => byId.get(id ?? ''),
  providers: book.providers,
};
