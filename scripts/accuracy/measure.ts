import { recordToMessage } from '../../src/mailfile/record-to-message';
import { assess } from '../../src/core/assess';
import { book } from '../../src/data';
import { isApart } from '../learn/apart';
import type { Assessment } from '../../src/core/assessment';

export { learn } from './learn';
export { report } from './report';

/** A labelled mail of `tests/samples`; `language` is its folder. */
export type Sample = {
  readonly id: string;
  readonly language: string;
  readonly label: {
    readonly isProviderReply: boolean;
    readonly types: readonly string[];
    readonly mayBeGiven?: readonly string[];
    readonly questions?: readonly { readonly number?: string; readonly key: string }[];
    readonly kind: string;
    readonly heldBack: boolean;
    /** `b` for mails written apart from the engine, by people who had not seen its rules; they are all held back. */
    readonly set?: string;
  };
};

/** What was found in a sample beside what its label says. */
export type Result = {
  readonly id: string;
  readonly language: string;
  readonly kind: string;
  readonly heldBack: boolean;
  /** Kept apart from all learning. */
  readonly apart: boolean;
  readonly isReply: boolean;
  readonly saidReply: boolean;
  readonly wanted: readonly string[];
  readonly may: readonly string[];
  readonly found: readonly { readonly type: string; readonly score: number; readonly words: string }[];
  /** Keys in order; null where the label lists none. */
  readonly wantedQuestions: readonly { readonly number?: string; readonly key: string }[] | null;
  readonly foundQuestions: readonly { readonly number: string; readonly key: string }[];
  /** Proofs that lie outside the sender's own words. */
  readonly strays: number;
  readonly text: string;
};

/** Assesses a sample as the command line would. */
export function measure(sample: Sample): Result {
  const { message } = recordToMessage(sample);
  const said: Assessment = assess(message, { now: '2026-03-01T09:00:00Z', language: 'en', case: { emergency: 'unknown' } }, book);
  const inner = said.replyTypes.length > 0 || said.isProviderReply;
  return {
    id: sample.id,
    language: sample.language,
    kind: sample.label.kind,
    heldBack: sample.label.heldBack,
    apart: isApart(sample),
    isReply: sample.label.isProviderReply,
    saidReply: said.isProviderReply,
    wanted: sample.label.types,
    may: sample.label.mayBeGiven ?? [],
    found: inner ? said.replyTypes.map(({ type, score, evidence }) => ({ type, score, words: evidence[0]?.text ?? '' })) : [],
    wantedQuestions: sample.label.questions ?? null,
    foundQuestions: said.facts.questions.map(({ number, key }) => ({ number, key })),
    strays: said.replyTypes
      .flatMap(({ evidence }) => evidence)
      .filter((proof) => !said.split.own.some((span) => span.start <= proof.start && proof.end <= span.end)).length,
    text: message.text,
  };
}

/** Lines that name what went wrong in a sample that may be learned from. */
export function failing(result: Result): readonly string[] {
  const lines: string[] = [];
  const head = `${result.id} [${result.kind}]`;
  if (result.isReply !== result.saidReply) lines.push(`${head} ${result.isReply ? 'NOT DETECTED' : 'FALSE ALARM'}`);
  if (result.isReply) {
    const types = result.found.map(({ type }) => type);
    for (const type of result.wanted) if (!types.includes(type)) lines.push(`${head} MISSES ${type}`);
    for (const { type, score, words } of result.found)
      if (!result.wanted.includes(type) && !result.may.includes(type))
        lines.push(`${head} INVENTS ${type} ${score} «${words.replace(/\s+/gu, ' ').slice(0, 90)}»`);
    if (result.wantedQuestions) {
      const keys = result.foundQuestions.map(({ number, key }) => `${number}:${key}`).join(' ');
      const wanted = result.wantedQuestions.map(({ number, key }) => `${number ?? '?'}:${key}`).join(' ');
      if (keys !== wanted) lines.push(`${head} QUESTIONS\n   want ${wanted}\n   got  ${keys}`);
    }
  }
  if (result.strays > 0) lines.push(`${head} STRAY PROOF ${result.strays}`);
  if (lines.length > 0) lines.push(`   ${result.text.replace(/\n+/gu, ' ⏎ ').slice(0, 700)}`);
  return lines;
}
