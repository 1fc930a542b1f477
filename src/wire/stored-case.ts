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

/** Key in `storage.session` of the threads whose case the person had forgotten: none comes back by itself while the browser is open. */
export const forgottenKey = 'forgottenCases';

/** The forgotten threads in anything that was stored. */
export function asForgotten(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((key): key is string => typeof key === 'string').slice(-500) : [];
}

/** What is remembered of a thread, in `storage.local`: no bodies, no names. */
export type StoredCase = {
  readonly threadKey: string;
  readonly provider: string | null;
  readonly facts: Case;
  readonly events: readonly CaseEvent[];
  /** References that the thread's mails carry: threads with a common one may be one case. At most 20. */
  readonly references?: readonly string[];
  /** When a mail came in, by its key, where the person said otherwise than its date. */
  readonly received?: Readonly<Record<string, Instant>>;
  readonly updatedAt: Instant;
};

/** The cases among everything that is stored, the one that changed last first; what is no case is left out. */
export function storedCases(stored: Readonly<Record<string, unknown>>): readonly StoredCase[] {
  return Object.entries(stored)
    .filter(([key, value]) => key.startsWith('case:') && isStoredCase(value))
    .map(([, value]) => value as StoredCase)
    .toSorted((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt));
}

function isStoredCase(value: unknown): value is StoredCase {
  if (typeof value !== 'object' || value === null) return false;
  const { threadKey, provider, facts, events, updatedAt } = value as Partial<StoredCase>;
  return (
    typeof threadKey === 'string' &&
    (provider === null || typeof provider === 'string') &&
    typeof facts === 'object' &&
    facts !== null &&
    Array.isArray(events) &&
    events.every((event: Partial<CaseEvent> | null) => typeof event?.at === 'string' && typeof event.what === 'string') &&
    typeof updatedAt === 'string' &&
    Number.isFinite(Date.parse(updatedAt))
  );
}
