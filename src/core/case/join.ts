import type { Case, Preservation } from '../case';

/** Which thread belongs to which: a thread's key → the key of the thread that it is part of. */
export type Joins = Readonly<Record<string, string>>;

/** What is joined: the facts and events of one thread, with the provider that it is with. */
export type Joinable<Event extends { readonly at: string; readonly what: string; readonly key: string }> = {
  readonly threadKey: string;
  readonly provider: string | null;
  readonly facts: Case;
  /** References that its mails carry, or of the hold. */
  readonly references?: readonly string[];
  readonly events: readonly Event[];
  readonly updatedAt: string;
};
/** One case: the threads it is made of, the first of them its head, and all of them as one record. */
export type JoinedCase<Thread> = { readonly whole: Thread; readonly threads: readonly Thread[] };

/** Longest chain of joins that is followed. */
const longest = 20;

/** The cases that threads make. Without a join each thread is a case of its own; a join to a thread that is gone is none. */
export function joinedCases<Event extends { readonly at: string; readonly what: string; readonly key: string }, Thread extends Joinable<Event>>(
  threads: readonly Thread[],
  joins: Joins,
): readonly JoinedCase<Thread>[] {
  const known = new Map(threads.map((thread) => [thread.threadKey, thread]));
  const headOf = (key: string): string => {
    let head = key;
    for (let turn = 0; turn < longest; turn++) {
      const next = Object.hasOwn(joins, head) ? joins[head] : undefined;
      if (next === undefined || next === key || !known.has(next)) return head;
      head = next;
    }
    return key;
  };
  const groups = new Map<string, Thread[]>();
  for (const thread of threads) {
    const head = headOf(thread.threadKey);
    groups.set(head, [...(groups.get(head) ?? []), thread]);
  }
  return [...groups].map(([key, all]) => {
    const head = all.find(({ threadKey }) => threadKey === key);
    const ordered = head ? [head, ...all.filter((one) => one !== head)] : all;
    return { whole: ordered.slice(1).reduce<Thread>((whole, one) => together<Event, Thread>(whole, one), ordered[0] as Thread), threads: ordered };
  });
}

/** Two threads as one: each event once, the earliest request, the hold that is firmer, danger where either says so. */
function together<Event extends { readonly at: string; readonly what: string; readonly key: string }, Thread extends Joinable<Event>>(
  head: Thread,
  other: Thread,
): Thread {
  const events = new Map([...head.events, ...other.events].map((event) => [`${event.what} ${event.key}`, event]));
  const firstRequest = [head.facts.firstRequest, other.facts.firstRequest].filter((date) => date !== undefined).toSorted()[0];
  const preservation = firmer(head.facts.preservation, other.facts.preservation);
  const emergency = head.facts.emergency === 'unknown' ? other.facts.emergency : head.facts.emergency;
  return {
    ...head,
    facts: { ...other.facts, ...head.facts, emergency, ...(firstRequest ? { firstRequest } : {}), ...(preservation ? { preservation } : {}) },
    events: [...events.values()].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    ...(head.references || other.references ? { references: [...new Set([...(head.references ?? []), ...(other.references ?? [])])] } : {}),
    updatedAt: head.updatedAt > other.updatedAt ? head.updatedAt : other.updatedAt,
  };
}

const firmness: readonly Preservation['state'][] = ['none', 'requested', 'expired', 'confirmed'];

/** Two notes of one hold: they don't name different references, nor different ends. */
function sameHold(one: Preservation, other: Preservation): boolean {
  const differ = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && plain(a) !== plain(b);
  return !differ(one.reference, other.reference) && !differ(one.expires, other.expires);
}

/** Of two holds the one that keeps the data more surely, or longer. */
export function firmer(one: Preservation | undefined, other: Preservation | undefined): Preservation | undefined {
  if (!one || !other) return one ?? other;
  const [mine, theirs] = [firmness.indexOf(one.state), firmness.indexOf(other.state)];
  if (mine !== theirs) return mine > theirs ? one : other;
  // Of the same hold each thread may know a part: its end, its beginning, its reference.
  const surer = (other.expires ?? '') > (one.expires ?? '') ? other : one;
  const rest = surer === one ? other : one;
  return sameHold(one, other) ? { ...rest, ...surer } : surer;
}

/** The joins in anything that was stored. */
export function asJoins(value: unknown): Joins {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== entry[0])
      .slice(0, 2000),
  );
}

/** Shortest reference, in letters and digits, that can tell two threads apart; it must have a digit. */
const shortest = 4;

/** A reference as it is compared: letters and digits alone. */
function plain(reference: string): string {
  return reference.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function referencesOf({ facts, references = [] }: Pick<Joinable<never>, 'facts' | 'references'>): readonly string[] {
  return [...references, facts.preservation?.reference ?? ''].map(plain).filter((one) => one.length >= shortest && /\d/u.test(one));
}

/** The cases that are probably the same matter: the same provider, and a reference that both carry. Only the person can know. */
export function likelySame<Thread extends Joinable<{ readonly at: string; readonly what: string; readonly key: string }>>(
  one: Thread,
  others: readonly Thread[],
): readonly Thread[] {
  const mine = new Set(referencesOf(one));
  return mine.size === 0
    ? []
    : others.filter((other) => other !== one && other.provider === one.provider && referencesOf(other).some((reference) => mine.has(reference)));
}
