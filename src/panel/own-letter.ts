import type { Assessment, Finding, NextStep, ProviderMatch } from '../core/assessment';
import type { AssessContext } from '../core/assess';
import type { Case, Profile } from '../core/case';
import type { Message } from '../core/message';
import type { Say } from '../data/ui';
import type { Engine } from './engine';

/** A letter that our own side wrote, opened again; `to` is the provider it went to, if any. */
export type OwnLetter = { readonly to: ProviderMatch | null };

/** Whether the open mail is our own letter: sent from the office's address, or to a provider by somebody who is none. */
export function ownLetterOf(message: Message, reading: Assessment | null, profile: Profile | undefined, engine: Engine): OwnLetter | null {
  if (reading?.provider && reading.provider.matchedBy !== 'text') return null;
  const mine = message.from.email !== '' && message.from.email === profile?.email?.toLowerCase();
  const to = engine.addressee(message);
  return mine || (to && !reading?.isProviderReply) ? { to } : null;
}

/** What the letter should have been: the same advice as for a case in which nothing was answered yet. */
export function stepsFor(letter: OwnLetter, reading: Assessment, context: AssessContext, engine: Engine, say: Say): readonly NextStep[] {
  const told = (step: NextStep): NextStep => ({ ...step, reason: say.maybe(`own.reason.${step.id}`) ?? step.reason });
  if (letter.to) return engine.advise(letter.to, context).map(told);
  // A letter about a provider to somebody else: the way up.
  if (!reading.provider || context.case.emergency === 'now') return reading.nextSteps;
  return [
    {
      id: 'escalate_attache',
      rank: 1,
      title: say('step.name.escalate_attache'),
      reason: say('own.reason.escalate_attache'),
      legalBasis: [],
      needs: [],
      template: 'escalate_attache',
      caveats: [],
      rows: ['D34'],
    },
  ];
}

/** Remarks on the letter as it went out. */
export function remarksOn(
  message: Message,
  letter: OwnLetter,
  given: { readonly now: string; readonly case: Case; readonly profile?: Profile; readonly language: 'en' | 'it' },
  engine: Engine,
): readonly Finding[] {
  if (!letter.to) return [];
  const { id, from, to, cc, subject, text, marks, attachments, thread } = message;
  return engine.lint({
    ...given,
    outgoing: { id, from, to, cc, subject, text, attachments, ...(marks ? { marks } : {}) },
    provider: letter.to.id,
    ...(thread ? { thread } : {}),
  });
}
