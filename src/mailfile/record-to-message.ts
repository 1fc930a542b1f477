import type { Case, Profile } from '../core/case';
import type { Authentication, Message } from '../core/message';
import { parseAddress, parseAddresses } from './address';
import { htmlToText } from './html-to-text';

export type MailRecord = { readonly message: Message; readonly profile?: Profile; readonly case?: Case; readonly now?: string; readonly provider?: string };

type Fields = Readonly<Record<string, unknown>>;

/** Reads a record of the command line. Throws a sentence that says which field is wrong and how it should look. */
export function recordToMessage(record: unknown, depth = 0): MailRecord {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    throw new Error('A record must be a JSON object with at least "id", "from", "subject" and "text".');
  const fields = record as Fields;
  const html = optionalText(fields, 'html');
  const plain = optionalText(fields, 'text');
  if (plain === undefined && html === undefined) throw new Error('A record needs "text" or "html".');
  // Offsets point into the text as it was given, whatever its line ends.
  const body = plain?.trim() || html === undefined ? { text: plain ?? '', marks: [] } : htmlToText(html);
  const automatic = optionalText(fields, 'autoSubmitted');
  const authentication = authenticationOf(fields['authentication']);
  const replyTo = optionalText(fields, 'replyTo');
  const date = optionalText(fields, 'date');
  const thread = fields['thread'];
  if (thread !== undefined && !Array.isArray(thread)) throw new Error('"thread" must be a list of messages, older first.');
  const profile = optionalObject(fields, 'profile');
  const facts = optionalObject(fields, 'case');
  if (facts && !['now', 'none', 'ended', 'unknown'].includes(String(facts['emergency'] ?? 'unknown')))
    throw new Error('"case.emergency" must be "now", "none", "ended" or "unknown".');
  const now = optionalText(fields, 'now');
  if (now !== undefined && Number.isNaN(Date.parse(now))) throw new Error('"now" must be a moment like 2026-11-24T09:00:00+01:00.');
  const provider = optionalText(fields, 'provider');
  return {
    message: {
      id: fields['id'] === undefined || fields['id'] === null ? '' : String(fields['id']),
      from: parseAddress(addressText(fields['from'])),
      to: addresses(fields['to'], 'to'),
      cc: addresses(fields['cc'], 'cc'),
      ...(replyTo ? { replyTo: parseAddress(replyTo) } : {}),
      subject: optionalText(fields, 'subject') ?? '',
      ...(date && !Number.isNaN(Date.parse(date)) ? { date } : {}),
      text: body.text,
      marks: body.marks,
      attachments: attachments(fields['attachments']),
      ...(automatic ? { autoSubmitted: automatic.slice(0, 200) } : {}),
      ...(authentication ? { authentication } : {}),
      ...(thread && depth === 0 ? { thread: thread.slice(-200).map((one) => recordToMessage(one, 1).message) } : {}),
    },
    ...(profile ? { profile: { country: '', role: 'prosecutor', ...profile } as unknown as Profile } : {}),
    ...(facts ? { case: { emergency: 'unknown', ...facts } as unknown as Case } : {}),
    ...(now ? { now } : {}),
    ...(provider ? { provider } : {}),
  };
}

/** `"verified"`, `"failed"` or `"none"`, or an object with one of them as `result` and a `domain`; not available is no value. */
function authenticationOf(value: unknown): Authentication | undefined {
  if (value === undefined || value === null) return undefined;
  const { result, domain } = typeof value === 'object' ? (value as { result?: unknown; domain?: unknown }) : { result: value, domain: undefined };
  if (result === 'none') return undefined;
  if (result !== 'verified' && result !== 'failed') throw new Error('"authentication" must be "verified", "failed" or "none".');
  return { result, ...(typeof domain === 'string' ? { domain: domain.toLowerCase().slice(0, 253) } : {}) };
}

function optionalText(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new Error(`"${name}" must be text.`);
  return value;
}

function optionalObject(fields: Fields, name: string): Fields | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error(`"${name}" must be an object.`);
  return value as Fields;
}

function addressText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  if (typeof value === 'object' && 'email' in value) {
    const { name, email } = value as { name?: unknown; email: unknown };
    return `${typeof name === 'string' ? name : ''} <${String(email)}>`;
  }
  throw new Error('"from" must be a header like "Name <name@example.org>".');
}

function addresses(value: unknown, name: string): Message['to'] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return parseAddresses(value);
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((one) => parseAddresses(addressText(one)));
  throw new Error(`"${name}" must be a header or a list of them.`);
}

function attachments(value: unknown): Message['attachments'] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Error('"attachments" must be a list like [{"name": "order.pdf"}].');
  return value.slice(0, 500).map((one) => ({ name: typeof one === 'string' ? one : String((one as { name?: unknown } | null)?.name ?? '') }));
}
