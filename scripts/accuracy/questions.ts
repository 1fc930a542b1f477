import { recordToMessage } from '../../src/mailfile/record-to-message';
import { detectLanguage } from '../../src/core/reading/language';
import { split } from '../../src/core/reading/split';
import { examine } from '../../src/core/understanding/understand';
import { book } from '../../src/data';

/** A list of questions as `tests/questions` holds it; `text` is the first line of a question. */
export type AskedSample = {
  readonly id: string;
  readonly form: string;
  readonly half: 'development' | 'held-back';
  readonly questions: readonly { readonly number: string; readonly key: string; readonly text: string }[];
};
export type Asked = { readonly number: string; readonly key: string; readonly text: string };
export type AskedResult = {
  readonly sample: AskedSample;
  readonly found: readonly Asked[];
  /** Questions at their place in the order whose first words are there; those with the right key too; those with number as well. */
  readonly seen: number;
  readonly keyed: number;
  readonly numbered: number;
  /** Questions beside those wanted. */
  readonly extra: number;
};

/** Words by which a question is told from others. */
const begins = (text: string): string =>
  plain(text)
    .split(' ')
    .slice(0, 3)
    .join(' ')
    .replace(/[^\p{L}\p{N})]+$/u, '');
const plain = (text: string): string => text.replace(/\s+/gu, ' ').toLowerCase();

/** What is found in the own words of a sample, whoever sent it. */
export function measureAsked(sample: AskedSample): AskedResult {
  const { message } = recordToMessage({ from: 'Legal <legal@provider.example>', subject: 'Re: request', ...sample });
  const parts = split(message, book.reading);
  const own = parts.own.map(({ start, end }) => message.text.slice(start, end)).join('\n');
  const {
    told: { questions: found },
  } = examine({ message, split: parts, sender: null, language: detectLanguage(own, book.reading) }, null, book.understanding);
  let at = 0;
  let seen = 0;
  let keyed = 0;
  let numbered = 0;
  for (const wanted of sample.questions) {
    const next = found.findIndex(({ text }, index) => index >= at && plain(text).slice(0, 90).includes(begins(wanted.text)));
    const one = found[next];
    if (!one) continue;
    at = next + 1;
    seen++;
    if (one.key !== wanted.key) continue;
    keyed++;
    if (one.number === wanted.number) numbered++;
  }
  return { sample, found: found.map(({ number, key, text }) => ({ number, key, text })), seen, keyed, numbered, extra: found.length - seen };
}
