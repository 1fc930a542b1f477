import type { FindingRule, LintWords, WritingBook } from './schema/writing';

const findings = import.meta.glob<FindingRule>('./findings/*.json', { eager: true, import: 'default' });
const words = import.meta.glob<LintWords>('./lang/*/lint.json', { eager: true, import: 'default' });
const fixes = import.meta.glob<Record<string, string>>('./lang/*/fixes.json', { eager: true, import: 'default' });
const files = import.meta.glob<string>('./lang/*/templates/*.txt', { eager: true, query: '?raw', import: 'default' });

const templates: Record<string, Record<string, string>> = {};
for (const [path, text] of Object.entries(files)) {
  const [, , language = '', , file = ''] = path.split('/');
  (templates[language] ??= {})[file.replace(/\.txt$/u, '')] = text;
}

/** What is written, and what is looked for in what a person writes. */
export const writing: WritingBook = {
  findings: Object.values(findings),
  words: Object.fromEntries(Object.entries(words).map(([path, file]) => [path.split('/')[2] ?? '', file])),
  fixes: Object.fromEntries(Object.entries(fixes).map(([path, file]) => [path.split('/')[2] ?? '', file])),
  templates,
};
