import type { AssessContext } from '../core/assess';
import type { Case } from '../core/case';
import type { UiLanguage } from '../core/ids';
import type { Message } from '../core/message';
import { recordToMessage } from '../mailfile/record-to-message';

export type Settings = { readonly now: string; readonly language: UiLanguage };
export type Input = { readonly message: Message; readonly context: AssessContext };

const noCase: Case = { emergency: 'unknown' };

/** Reads a record, or a mail that came from a file, with the facts that go with it. Throws a sentence when it is no record. */
export function readInput(record: unknown, settings: Settings): Input {
  if (isMailFile(record)) return { message: record.message, context: { ...settings, case: noCase } };
  const { message, profile, case: facts, now, provider } = recordToMessage(record);
  return {
    message,
    context: {
      now: now ?? settings.now,
      language: settings.language,
      case: facts ?? noCase,
      ...(profile ? { profile } : {}),
      ...(provider ? { provider } : {}),
    },
  };
}

function isMailFile(record: unknown): record is { id: string; message: Message } {
  return typeof record === 'object' && record !== null && 'message' in record && typeof (record as { message: unknown }).message === 'object';
}
