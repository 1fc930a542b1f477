import type { WritingBook } from './schema/writing';
import { lintWriting } from './lint-words';

const files = import.meta.glob<string>('./lang/*/templates/*.txt', { eager: true, query: '?raw', import: 'default' });

const templates: Record<string, Record<string, string>> = {};
for (const [path, text] of Object.entries(files)) {
  const [, , language = '', , file = ''] = path.split('/');
  (templates[language] ??= {})[file.replace(/\.txt$/u, '')] = text;
}

/** What is written, and what is looked for in what a person writes. */
export const writing: WritingBook = {
  ...lintWriting,
  templates,
};
