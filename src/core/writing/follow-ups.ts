import type { Answers } from '../case';
import { clock, hasZone, period, periodWords } from './lint/patterns';

/** A question that an answer raises. `id` is where its answer is kept: the parent's id and a name behind two dots. */
export type FollowUp = {
  readonly id: string;
  readonly parent: string;
  readonly ask: 'source' | 'unknown' | 'hour' | 'zone' | 'period' | 'means' | 'translation' | 'ip-time';
};

const between = '..';
const has = (text: string, pattern: RegExp) => {
  pattern.lastIndex = 0;
  return pattern.test(text);
};

/** The questions that the answers given so far raise; none for an answer that is empty. In the order of the form. */
export function followUps(answers: Answers): readonly FollowUp[] {
  const said = (id: string) => (answers[id] ?? '').trim();
  const found: FollowUp[] = [];
  const ask = (parent: string, what: FollowUp['ask']) => found.push({ id: `${parent}${between}${what}`, parent, ask: what });
  const nature = said('nature');
  if (nature !== '' && nature.length < 60) ask('nature', 'means');
  const imminence = said('imminence');
  if (imminence !== '') {
    if (!has(imminence, clock)) ask('imminence', 'hour');
    else if (!hasZone(imminence)) ask('imminence', 'zone');
    ask('imminence', 'source');
    ask('imminence', 'unknown');
  }
  const data = said('data_requested');
  if (data !== '' && !has(data, period) && !has(data, periodWords)) ask('data_requested', 'period');
  const identifier = `${said('identifier')} ${data}`;
  if (/\b(?:\d{1,3}\.){3}\d{1,3}\b/u.test(identifier) && !has(identifier, clock)) ask(said('identifier') === '' ? 'data_requested' : 'identifier', 'ip-time');
  if (said('message_copy') !== '') ask('message_copy', 'translation');
  return found;
}

/** The answers as they go into the letter: each follow-up behind the answer that raised it, with its few words before it. */
export function joinFollowUps(answers: Answers, phrases: Readonly<Record<string, string>>): Answers {
  const joined: Record<string, string> = {};
  for (const [id, value] of Object.entries(answers)) if (!id.includes(between)) joined[id] = value;
  for (const { id, parent, ask } of followUps(answers)) {
    const value = (answers[id] ?? '').trim();
    if (value !== '') joined[parent] = `${(joined[parent] ?? '').trimEnd()}\n${(phrases[`follow.${ask}`] ?? '').replace('{answer}', () => value)}`.trim();
  }
  return joined;
}
