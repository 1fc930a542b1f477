import type { Senders } from '../../data/schema/understanding';
import { fold } from '../reading/normalise';
import type { Address, Message, Span } from '../message';

/** What the names and addresses of a mail say about those who write and read it, before any word of it is read. */
export type Correspondents = {
  /** An authority, a court or an officer writes. */
  readonly fromAuthority: boolean;
  /** A bank, a hospital, a public body, the press writes: it obeys decrees, but is no service provider. */
  readonly fromOtherBody: boolean;
  /** The mailbox or the name is that of people who answer authorities: legal, law enforcement response, counsel. */
  readonly fromOffice: boolean;
  /** The mailbox itself is such an office's. */
  readonly officeMailbox: boolean;
  readonly fromCounsel: boolean;
  readonly fromMass: boolean;
  /** `unknown` when the mail shows no recipient. */
  readonly to: 'authority' | 'others' | 'unknown';
};

type Words = { readonly whole: ReadonlySet<string>; readonly beginnings: readonly string[] };
const ready = new WeakMap<Senders, Record<keyof Senders, Words>>();

/** Reads the correspondents of a mail. Looks at no more than twenty recipients. */
export function correspondentsOf({ from, to, cc }: Pick<Message, 'from' | 'to' | 'cc'>, senders: Senders): Correspondents {
  const words = wordsOf(senders);
  const mailbox = partsOf(from.email.slice(0, Math.max(0, from.email.lastIndexOf('@'))));
  const name = partsOf(from.name);
  const host = partsOf(hostOf(from));
  const recipients = [...to, ...cc].slice(0, 20);
  return {
    fromAuthority: isAuthority(from, words),
    fromOtherBody: some([...name, ...host], words.otherBodies),
    fromOffice: some([...mailbox, ...name], words.offices) || some(host, words.offices),
    officeMailbox: some(mailbox, words.offices),
    fromCounsel: some([...mailbox, ...name, ...host], words.counsel),
    fromMass: some(mailbox, words.mass),
    to: recipients.length === 0 ? 'unknown' : recipients.some((one) => isAuthority(one, words)) ? 'authority' : 'others',
  };
}

/** True when who writes to whom alone makes a mail worth reading: an office that answers authorities, counsel, or a stranger to an authority. */
export function mayAnswerAuthority(message: Pick<Message, 'from' | 'to' | 'cc'>, senders: Senders): boolean {
  const { fromAuthority, fromMass, fromOffice, fromCounsel, to } = correspondentsOf(message, senders);
  return !fromAuthority && !fromMass && (fromOffice || fromCounsel || to === 'authority');
}

/** Characters of the history below a mail in which its writers are looked for. */
const looked = 6000;

/** Whether a mail answers one of an authority: its thread or the history below it names one as writer or reader. */
export function answersAuthority({ text, thread }: Pick<Message, 'text' | 'thread'>, quoted: readonly Span[], senders: Senders): boolean {
  const words = wordsOf(senders);
  if (thread?.slice(-3).some(({ from }) => isAuthority(from, words))) return true;
  let left = looked;
  for (const { start, end } of quoted) {
    const piece = text.slice(start, Math.min(end, start + left));
    left -= piece.length;
    for (const token of piece.split(/[\s<>()[\],;:"']+/u)) {
      const at = token.lastIndexOf('@');
      if (at > 0 && at < token.length - 3 && isAuthority({ name: '', email: token.slice(0, 200) }, words)) return true;
    }
    if (left <= 0) break;
  }
  return false;
}

function isAuthority(address: Address, words: Record<keyof Senders, Words>): boolean {
  if (some(partsOf(hostOf(address)), words.authorityHosts)) return true;
  return some(partsOf(address.name).slice(0, 1), words.authorityNames) && !some(partsOf(address.name), words.offices);
}

function hostOf({ email }: Address): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

function partsOf(text: string): readonly string[] {
  return fold(text.slice(0, 200)).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function some(parts: readonly string[], { whole, beginnings }: Words): boolean {
  return parts.some((part) => whole.has(part) || beginnings.some((beginning) => part.startsWith(beginning)));
}

function wordsOf(senders: Senders): Record<keyof Senders, Words> {
  let known = ready.get(senders);
  if (!known) {
    const make = (list: readonly string[]): Words => ({
      whole: new Set(list.filter((word) => !word.endsWith('*')).map((word) => fold(word))),
      beginnings: list.filter((word) => word.endsWith('*')).map((word) => fold(word.slice(0, -1))),
    });
    known = {
      authorityHosts: make(senders.authorityHosts),
      authorityNames: make(senders.authorityNames),
      otherBodies: make(senders.otherBodies),
      offices: make(senders.offices),
      counsel: make(senders.counsel),
      mass: make(senders.mass),
    };
    ready.set(senders, known);
  }
  return known;
}
