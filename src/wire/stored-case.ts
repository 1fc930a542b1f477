import type { Case, Instant } from '../core/case';
import type { ReplyTypeId, StepId } from '../core/ids';

/** One event of a correspondence: who acted when. No text of any mail. */
export type CaseEvent = {
  readonly at: Instant;
  readonly by: 'us' | 'provider';
  readonly what: 'message' | 'draft-inserted' | 'hold-confirmed' | 'emergency-ended';
  readonly replyTypes?: readonly ReplyTypeId[];
  readonly step?: StepId;
  /** Hash of what identifies the message, so that it is counted once. */
  readonly key: string;
};

/** What is remembered of a thread, in `storage.local`: no bodies, no names. */
export type StoredCase = {
  readonly threadKey: string;
  readonly provider: string | null;
  readonly facts: Case;
  readonly events: readonly CaseEvent[];
  readonly updatedAt: Instant;
};
