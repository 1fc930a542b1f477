import type { ReadingBook } from '../../data/schema/reading';
import type { Message } from '../message';
import { fold } from './normalise';

type Words = { readonly subjects: readonly string[]; readonly absences: readonly string[]; readonly receipts: readonly string[] };
const known = new WeakMap<ReadingBook, Words>();

/** Characters in which an absence is looked for; such mails say it at once. */
const looked = 700;

/**
 * True for an automatic answer that says that somebody is away (RFC 3834 headers, or the wording). An automatic receipt of a
 * request (a ticket number, "your request has been received") is a provider's answer and none of these.
 */
export function isAutomatic({ autoSubmitted, text }: Message, subject: string, book: ReadingBook): boolean {
  const words = wordsOf(book);
  const header = autoSubmitted?.trim().toLowerCase() ?? '';
  const replied = header.startsWith('auto-replied') || header.startsWith('auto-notified') || header === 'yes';
  const titled = words.subjects.some((phrase) => subject.includes(phrase));
  const absent = (part: string) => words.absences.some((phrase) => part.includes(phrase));
  if (absent(subject)) return true;
  // A long mail in whose first lines somebody tells of a holiday is a letter.
  if (!titled && !replied && text.length > 2500) return false;
  const head = fold(text.slice(0, looked)).replace(/\s{1,20}/gu, ' ');
  if ((titled || replied || header !== '' || head.length < 500) && absent(head)) return true;
  return (titled || replied) && !words.receipts.some((phrase) => head.includes(phrase));
}

const bounceSubjects =
  /^(?:undeliver|delivery (?:status|failure|has failed)|mail delivery|returned mail|failure notice|mancato recapito|mancata consegna|messaggio non recapit|non recapitabile|unzustellbar|mail konnte nicht|nicht zugestellt|echec de|non remis|message non distribue|no se puede entregar|no entregado|devolucion|nao entregue|falha na entrega|niet bezorg|onbestelbaar|kan ikke leveres|ikke leveret|warning: could not send)/u;

/** True for the notice that a mail could not be delivered. */
export function isBounce({ from }: Message, subject: string): boolean {
  return (
    /^(?:mailer-daemon|postmaster|mail-daemon)(?:[.+-][\w.+-]{0,40})?@/u.test(from.email) ||
    (bounceSubjects.test(subject) && /^(?:microsoftexchange|mail|no-?reply|daemon)/u.test(from.email))
  );
}

function wordsOf(book: ReadingBook): Words {
  const made = known.get(book);
  if (made) return made;
  const languages = Object.values(book.languages);
  const words = {
    subjects: languages.flatMap(({ autoReplies }) => autoReplies),
    absences: languages.flatMap(({ absences }) => absences),
    receipts: languages.flatMap(({ receipts }) => receipts),
  };
  known.set(book, words);
  return words;
}
