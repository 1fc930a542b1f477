import { readFile } from 'node:fs/promises';
import { assess } from '../core/assess';
import type { Answers } from '../core/case';
import { stepIds, type StepId } from '../core/ids';
import { composeDraft } from '../core/writing/compose-draft';
import { book } from '../data';
import { readInput, type Settings } from './input';
import type { Answerer } from './records';

export type DraftSettings = Settings & {
  readonly step: string | undefined;
  readonly answers: string | undefined;
  readonly draftLanguage: string | undefined;
};

/** `draft`: the message to answer in, the finished draft out. Throws a sentence when the step or the answers can't be used. */
export async function draftRecord(settings: DraftSettings): Promise<Answerer> {
  const step = knownStep(settings.step);
  const answers = settings.answers ? await readAnswers(settings.answers) : {};
  return (record) => {
    const { message, context } = readInput(record, settings);
    const assessment = assess(message, context, book);
    const draft = composeDraft(
      {
        step,
        message,
        assessment,
        provider: book.providers.find(({ id }) => id === assessment.provider?.id) ?? null,
        case: context.case,
        answers,
        language: settings.draftLanguage ?? assessment.language ?? 'en',
        now: context.now,
        ...(context.profile ? { profile: context.profile } : {}),
      },
      book,
    );
    return { id: message.id, ...draft };
  };
}

function knownStep(step: string | undefined): StepId {
  const known = stepIds.find((id) => id === step);
  if (known) return known;
  throw new Error(`${step ? `"${step}" is no step.` : 'Say which step to draft with --step.'} Choose one of: ${stepIds.join(', ')}.`);
}

/** Answers by fact or question key. A list of answers for one key is joined by lines. */
async function readAnswers(file: string): Promise<Answers> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`The answers in ${file} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error(`The answers in ${file} must be an object like {"nature": "…"}.`);
  const answers: Record<string, string> = {};
  for (const [key, value] of Object.entries(parsed)) {
    if (typeof value === 'string') answers[key] = value;
    else if (Array.isArray(value)) answers[key] = value.map(String).join('\n');
    else if (typeof value === 'number' || typeof value === 'boolean') answers[key] = String(value);
  }
  return answers;
}
