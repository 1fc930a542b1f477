import { z } from 'zod';

const words = z.array(z.string().min(1));

/** `lang/<code>/reading.json`: how mails of one language look around their own words. All entries in lower case, without accents. */
export const readingLanguage = z.strictObject({
  /** `On … wrote:` – how the line above a quotation begins; verbs at its end; verbs before the writer's name (`schrieb Anna:`). */
  intro: z.strictObject({ begins: words, verbs: words, middle: words }),
  /** Labels of the header block that mail programs put above a quoted or forwarded mail. */
  headers: z.strictObject({ from: words, sent: words, to: words, cc: words, subject: words, attachments: words }),
  /** What stands between two rows of dashes above an older or a forwarded mail. */
  original: words,
  forwarded: words,
  /** What somebody writes above a mail that is only passed on. */
  passingOn: words,
  /** Closing formulas; what follows one at the end of a mail is a signature. */
  closings: words,
  /** `Sent from my …` */
  mobile: words,
  /** Phrases of confidentiality notices; three of them make a paragraph one. */
  disclaimers: words,
  /** How somebody says that the answers stand between the quoted lines. */
  inline: words,
  /** Beginnings of the warnings that mail servers put above mails from outside. */
  banners: words,
  /** What stands in the subject of automatic answers. */
  autoReplies: words,
  /** How somebody says to be away; a mail that says so is nobody's answer. */
  absences: words,
  /** Words of a registered request: an automatic answer that holds one is a receipt, not an absence. */
  receipts: words,
  /** How a provider's counsel or agent says that it speaks for somebody. */
  counsel: words,
  /** Frequent short words, to tell the language. */
  stopwords: words,
});

export const readingBook = z.strictObject({
  languages: z.record(z.string(), readingLanguage),
  /** Frequent short words of languages that are not read, so that a text in one of them is not taken for its neighbour. */
  otherLanguages: z.record(z.string(), words),
  /** Characters that look like Latin ones, each with the letter that it imitates. */
  confusables: z.record(z.string(), z.string()),
  /** Domains of free mailboxes: such an address vouches for nobody. */
  freeMail: words,
  /** Words that impostors add to a provider's name in a domain. */
  baitWords: words,
  /** Those of them that only somebody who plays an authority's counterpart would add. */
  lawWords: words,
  /** Words of a display name that name an office of a company, not a person. */
  organisationWords: words,
  /** Domains that belong to a provider's house but from which no answer to an authority is known: they neither vouch nor imitate. From general knowledge. */
  kin: z.record(z.string(), words),
  /** Names that their owners use under many country endings (`amazon.it`), so that such an ending alone proves no imitation. */
  countryEndings: words,
  /** Endings that impostors like; for these the line above does not hold. */
  abusedEndings: words,
  /** Ticket systems and portals through which providers have themselves answered: a reply there goes to no stranger. */
  vendors: words,
  /** Beginnings of words, one of which every confidentiality notice holds, in any language. */
  noticeStems: words,
  /** Beginnings of mailboxes that belong to a company's office, not to one of its users. */
  officeMailboxes: words,
  /** Names that are also ordinary words: a mail means the provider only when they are capitalised and stand in a fitting place. */
  ambiguousNames: words,
  /** Names in domains that others may use with good reason; it takes the provider's name in the mail to call one an imitation. */
  genericLabels: words,
  /** Ambiguous names that a mail can hardly mean otherwise when they are capitalised. */
  capitalisedNames: words,
});

/** The fields that stand in `reading/kin.json`. */
export const kinFields = { kin: true, countryEndings: true, abusedEndings: true, vendors: true } as const;

export type ReadingLanguage = z.infer<typeof readingLanguage>;
export type ReadingBook = z.infer<typeof readingBook>;
