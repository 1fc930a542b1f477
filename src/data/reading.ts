import type { ReadingBook, ReadingLanguage } from './schema/reading';
import kin from './reading/kin.json';
import shared from './reading/shared.json';

const files = import.meta.glob<ReadingLanguage>('./lang/*/reading.json', { eager: true, import: 'default' });

/** How mails look around their own words, in every language that is read. */
export const reading: ReadingBook = {
  ...shared,
  ...kin,
  languages: Object.fromEntries(Object.entries(files).map(([path, file]) => [path.split('/')[2] ?? '', file])),
};
