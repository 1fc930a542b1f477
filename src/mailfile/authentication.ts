import { registrableDomain } from '../core/reading/domains';
import type { Authentication } from '../core/message';

type Header = { readonly key: string; readonly value: string };

/**
 * What the receiving server found out about the sender (RFC 8601): `verified` when the domain of the sender's address was
 * authenticated, `failed` when that was tried and refused, nothing when no result of the receiving server is there.
 * Headers come newest first; only the topmost result counts, and only when the server that received the mail wrote it, as a
 * sender can put any number of them into a mail.
 */
export function readAuthentication(headers: readonly Header[], fromEmail: string): Authentication | undefined {
  const domain = registrableDomain(fromEmail);
  const first = headers.findIndex(({ key }) => key === 'authentication-results');
  const found = headers[first];
  if (!found || !domain) return undefined;
  // The receiving server stands in the topmost trace with a public name; a result of anybody else's vouches for nothing.
  const by = headers
    .filter(({ key }) => key === 'received')
    .slice(0, 30)
    .map(({ value: trace }) => registrableDomain(/(?:^|\s)by\s{1,4}([a-z0-9.-]{3,253})/iu.exec(trace.slice(0, 2000))?.[1] ?? ''))
    .find((host) => host.includes('.') && !/\.(?:local|lan|internal|localdomain)$/u.test(host));
  if (!by) return undefined;
  const server = /^\s{0,9}([a-z0-9.-]{1,253})\s{0,4}(?:\d\s{0,4})?(?:;|$)/iu.exec(found.value.slice(0, 400))?.[1];
  // Exchange leaves its name out.
  if (server ? registrableDomain(server) !== by : by !== 'outlook.com') return undefined;
  const value = found.value
    .slice(0, 4000)
    .replace(/\([^()]{0,400}\)/gu, ' ')
    .toLowerCase();
  const results = value
    .split(';')
    .slice(0, 40)
    .map((part) => part.trim().replace(/\s{1,50}/gu, ' '));
  const aligned = (name: string) => registrableDomain(name.replace(/^@/u, '').replace(/[;,"']/gu, '')) === domain;
  const property = (result: string, name: string) => new RegExp(`${name.replace('.', '\\.')}=([^\\s;]{1,320})`, 'u').exec(result)?.[1] ?? '';
  let failed = false;
  let verified = false;
  for (const result of results) {
    const [, method = '', verdict = ''] = /^([a-z0-9-]{2,20})(?:\/\d{1,3})?\s?=\s?([a-z]{2,12})/u.exec(result) ?? [];
    if (method === 'dmarc') {
      if (verdict === 'pass' && aligned(property(result, 'header.from') || fromEmail)) return { result: 'verified', domain };
      if (verdict === 'fail') return { result: 'failed', domain };
    } else if (method === 'dkim') {
      const signer = property(result, 'header.d') || property(result, 'header.i');
      if (verdict === 'pass' && signer && aligned(signer.slice(signer.lastIndexOf('@') + 1))) verified = true;
      else if (verdict === 'fail' || verdict === 'permerror') failed = true;
    } else if (method === 'spf') {
      const mailFrom = property(result, 'smtp.mailfrom');
      if (verdict === 'pass' && mailFrom && aligned(mailFrom.slice(mailFrom.lastIndexOf('@') + 1))) verified = true;
      else if (verdict === 'fail') failed = true;
    }
  }
  if (verified) return { result: 'verified', domain };
  return failed ? { result: 'failed', domain } : undefined;
}
