import type { TimelineSay } from '../data/timeline-words';

/** First and last mail of a case. */
export function spanText({ first, last }: { readonly first?: string; readonly last?: string }, say: TimelineSay, zone: string): string {
  if (!first || !last) return say('spanNone');
  const [from, to] = [say.day(first, zone), say.day(last, zone)];
  return from === to ? say('spanOne', { first: from }) : say('span', { first: from, last: to });
}
