import { z } from 'zod';
import { caveats, countries, decidingSettings, decidingText, flag, holidays, row, signalWords, signing, source, step, threshold } from './deciding';
import { likeness, weighing } from './likeness';
import { provider } from './provider';
import { questionKeys } from './question-keys';
import { kinFields, readingBook, readingLanguage } from './reading';
import { detection, hints, lexicon, replyType, senders, signs } from './understanding';
import { finding, lintWords } from './writing';

/** A kind of knowledge file: where it lies (`*` is one name), what it must look like, and whether its name is its id. */
export type FileKind = { readonly where: string; readonly schema: z.ZodType; readonly named?: true };

const words = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]));
const outline = z.string().regex(/^Title: \S/u, 'The first line of a paper is "Title: …".');
const template = z.string().regex(/^Subject: \S/u, 'The first line of a letter is "Subject: …".');

/** Every kind of file under `src/data`. A file that fits none of these does not belong there. */
export const fileKinds: readonly FileKind[] = [
  { where: 'providers/*.json', schema: provider, named: true },
  { where: 'replies/*.json', schema: replyType, named: true },
  { where: 'steps/*.json', schema: step, named: true },
  { where: 'rows/*.json', schema: row, named: true },
  { where: 'thresholds/*.json', schema: threshold, named: true },
  { where: 'sources/*.json', schema: source, named: true },
  { where: 'flags/*.json', schema: flag, named: true },
  { where: 'findings/*.json', schema: finding, named: true },
  { where: 'countries.json', schema: countries },
  { where: 'likeness.json', schema: likeness },
  { where: 'weighing.json', schema: weighing },
  { where: 'lang/*/sayings/*.txt', schema: z.string().min(1) },
  { where: 'question-keys.json', schema: questionKeys },
  { where: 'lang/*/questions/*.txt', schema: z.string().min(1) },
  { where: 'domains.json', schema: z.strictObject({ domains: z.string() }) },
  { where: 'hints.json', schema: hints },
  { where: 'holidays.json', schema: holidays },
  { where: 'senders.json', schema: senders },
  { where: 'signs.json', schema: signs },
  { where: 'detection.json', schema: detection },
  { where: 'settings.json', schema: decidingSettings },
  { where: 'caveats.json', schema: caveats },
  { where: 'signing.json', schema: signing },
  { where: 'signals.json', schema: signalWords },
  { where: 'reading/shared.json', schema: readingBook.omit({ languages: true, ...kinFields }) },
  { where: 'reading/kin.json', schema: readingBook.pick(kinFields) },
  { where: 'lang/*/reading.json', schema: readingLanguage },
  { where: 'lang/*/lexicon.json', schema: lexicon },
  { where: 'lang/*/lint.json', schema: lintWords },
  { where: 'lang/*/fixes.json', schema: z.record(z.string(), z.string().min(1)) },
  { where: 'lang/*/deciding.json', schema: decidingText },
  { where: 'lang/*/page.json', schema: z.record(z.string(), z.string()) },
  { where: 'lang/*/ui.json', schema: z.record(z.string(), z.string()) },
  { where: 'lang/*/directory.json', schema: words },
  { where: 'lang/*/papers.json', schema: z.record(z.string(), z.string()) },
  { where: 'lang/*/timeline.json', schema: z.record(z.string(), z.string()) },
  { where: 'lang/*/templates/*.txt', schema: template },
  { where: 'lang/*/papers/*.txt', schema: outline },
];
