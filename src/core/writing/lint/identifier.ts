import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { says } from '../own-words';
import { asksData, listsData } from './asks';
import { accountShapes, headOf, international, mailAddress, maskedIn, national, numberWord, phoneWord, serviceWord } from './patterns';
import type { View } from './view';

/** The account's identifier: there, whole, and in a form that a provider can search. */
export function identifiers(view: View, required: boolean): void {
  const hidden = firstMasked(view);
  if (hidden) {
    view.add('identifier_masked', view.place(hidden));
    return;
  }
  const domestic = firstDomestic(view);
  if (domestic) {
    const span = view.place(domestic);
    const whole = inFull(domestic, view.context.profile?.country);
    view.add('identifier_not_international', span, span && whole ? { kind: 'replace', ...span, text: whole } : undefined);
    return;
  }
  if (required && !view.has('unresolved_placeholder') && !hasAccount(view)) view.add('identifier_missing');
}

function firstMasked(view: View): string | undefined {
  for (const { index, words } of maskedIn(view.body)) {
    const around = view.body.slice(Math.max(0, index - 90), index + words.length);
    // A rule of asterisks between two parts of a letter hides nothing.
    if (/^[*\s]+$/u.test(words) && /(?:^|\n)[^\S\n]*\*+$/u.test(around)) continue;
    // A person's name may be hidden; an account's may not.
    if (/\+|\d{2}|@|_|\p{L}-/u.test(words) || serviceWord.test(around) || /profil|user|handle|\bID\b/iu.test(around)) return words.trim();
  }
  return undefined;
}

/** A phone in national form that is the account, not somebody's line to call. */
function firstDomestic(view: View): string | undefined {
  // Numbers with their country are blanked, so that their tail is not taken for a domestic one.
  const text = view.body.replace(international, (whole) => ' '.repeat(whole.length));
  for (const found of text.matchAll(national)) {
    const digits = found[0].replace(/\D/gu, '').length;
    if (digits < 8 || digits > 14) continue;
    const head = headOf(text, found.index);
    if (/(?:\bid|user[ -]?id|imei|imsi|badge|\b(?:im)?matr\w*|tesserino|carné|matricule|dienstnummer|rgnr|nr\.?\s?r)\W{0,4}$/iu.test(head)) continue;
    const phone = last(head, phoneWord);
    const tail = text.slice(found.index + found[0].length, found.index + found[0].length + 32).split('\n')[0] ?? '';
    const service = Math.max(last(head, serviceWord), phone < 0 ? last(head, numberWord) : -1, phone < 0 && serviceWord.test(tail) ? 0 : -1);
    if (service >= 0 && service >= phone) return found[0].trim();
    if (phone < 0 && isWanted(view, found[0].trim())) return found[0].trim();
    if (phone < 0 && service < 0 && /:\s*$/u.test(head) === false && found.index < view.body.length * 0.6 && head.trim().length < 3) return found[0].trim();
  }
  return undefined;
}

/** A number inside the sentence that asks for data, or in a list of what is asked. */
export function isWanted(view: View, words: string): boolean {
  const place = view.place(words);
  const at = view.lines.findIndex(({ start, end }) => place !== undefined && start <= place.start && place.end <= end + 2);
  const line = view.lines[at];
  return (
    line !== undefined &&
    (asksData(line, view.lines[at - 1]) || listsData(line) || says(line, 'EVERYTHING') !== undefined || says(line, 'PRESERVE') !== undefined)
  );
}

/** Whether the mail, or the conversation before it, names an account in any form. */
export function hasAccount(view: View): boolean {
  const own = `${view.outgoing.subject}\n${view.body}\n${view.before}`;
  const addresses = new Set(
    [...view.outgoing.to, ...view.outgoing.cc, ...(view.outgoing.from ? [view.outgoing.from] : [])].map(({ email }) => email.toLowerCase()),
  );
  const home = view.outgoing.from?.email.split('@')[1] ?? '';
  for (const found of own.matchAll(mailAddress)) {
    const address = found[0].toLowerCase();
    if (!addresses.has(address) && (home === '' || !address.endsWith(`@${home}`)) && address !== view.context.profile?.email?.toLowerCase()) return true;
  }
  for (const found of own.matchAll(international)) {
    const head = headOf(own, found.index);
    const service = last(head, serviceWord);
    const phone = last(head, phoneWord);
    if ((service >= phone && (service >= 0 || found.index < own.length * 0.7)) || isWanted(view, found[0].trim())) return true;
  }
  const bare = own.replace(mailAddress, ' ').replace(international, ' ');
  return accountShapes.some((shape) => {
    for (const found of bare.matchAll(shape)) {
      if (/^https?:\/\/(?:www\.)?(?:eur-lex|law\.|.{0,30}(?:\/legal|\/guidelines|\/safety|\/privacy|\/policies|records\/login))/iu.test(found[0])) continue;
      if (/^(?:account|user|utente|compte|konto|cuenta|profil\w{0,12}|order|page|device)\W{1,6}(?:\d{1,2}[./]|(?:19|20)\d{2}\b)/iu.test(found[0])) continue;
      return true;
    }
    return false;
  });
}

/** The number with its country, when the requester's country makes it one; empty otherwise. */
function inFull(words: string, country: string | undefined): string {
  if (!country) return '';
  const code = (country === 'UK' ? 'GB' : country === 'EL' ? 'GR' : country) as CountryCode;
  const parsed = parsePhoneNumberFromString(words, code);
  return parsed?.isPossible() ? parsed.formatInternational() : '';
}

function last(text: string, pattern: RegExp): number {
  let at = -1;
  for (const found of text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))) at = found.index;
  return at;
}
