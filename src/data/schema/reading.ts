import { z } from 'zod';

const words = z.array(z.string().min(1));

/** `lang/<code>/reading.json`: how mails of one language look around their own words. All entries in lower case, without accents. */
export const readingLanguage = z.strictObject({
  /** `On … wrote:` – how the line above a quotation begins and ends. */
  intro: z.strictObject({ begins: words, ends: words }),
  /** Labels of the header block that mail programs put above a quoted or forwarded mail. */
  headers: z.strictObject({ from: words, sent: words, to: words, cc: words, subject: words, attachments: words }),
  /** What stands between two rows of dashes above an older or a forwarded mail. */
  original: words,
  forwarded: words,
  /** Closing formulas; what follows one at the end of a mail is a signature. */
  closings: words,
  /** `Sent from my …` */
  mobile: words,
  /** Phrases of confidentiality notices; two of them make a paragraph one. */
  disclaimers: words,
  /** Phrases of automatic answers. */
  autoReplies: words,
  /** Frequent short words, to tell the language. */
  stopwords: words,
});

export const readingBook = z.strictObject({
  languages: z.record(z.string(), readingLanguage),
  /** Characters that look like Latin ones, each with the letter that it imitates. */
  confusables: z.record(z.string(), z.string()),
  /** Domains of free mailboxes: such an address vouches for nobody. */
  freeMail: words,
  /** Words that impostors add to a provider's name in a domain. */
  baitWords: words,
  /** Beginnings of mailboxes that belong to a company's office, not to one of its users. */
  officeMailboxes: words,
  /** Names that are also ordinary words: a mail means the provider only when they are capitalised and stand in a fitting place. */
  ambiguousNames: words,
});

export type ReadingLanguage = z.infer<typeof readingLanguage>;
export type ReadingBook = z.infer<typeof readingBook>;
