import type { Outgoing } from '../core/assessment';
import { lintDraft } from '../core/writing/lint-draft';
import { book } from '../data';
import { readInput, type Settings } from './input';
import type { Answerer } from './records';

/** `lint-draft`: a mail that somebody is about to send in, findings out. */
export function lintRecord(settings: Settings): Answerer {
  return (record) => {
    const { message, context } = readInput(record, settings);
    const outgoing: Outgoing = {
      id: message.id,
      from: message.from,
      to: message.to,
      cc: message.cc,
      subject: message.subject,
      text: message.text,
      attachments: message.attachments,
      ...(message.marks ? { marks: message.marks } : {}),
    };
    const provider = book.providers.find(({ id }) => id === context.provider);
    const findings = lintDraft(
      outgoing,
      {
        now: context.now,
        case: context.case,
        ...(context.profile ? { profile: context.profile } : {}),
        ...(message.thread ? { thread: message.thread } : {}),
        ...(provider ? { provider } : {}),
      },
      book,
      context.language,
    );
    return { id: message.id, findings };
  };
}
