import type { LintWriting } from '../core/rulebook';
import type { FindingRule, LintWords } from './schema/writing';

const findings = import.meta.glob<FindingRule>('./findings/*.json', { eager: true, import: 'default' });
const words = import.meta.glob<LintWords>('./lang/*/lint.json', { eager: true, import: 'default' });
const fixes = import.meta.glob<Record<string, string>>('./lang/*/fixes.json', { eager: true, import: 'default' });

/** What is looked for in what a person writes. */
export const lintWriting: LintWriting = {
  findings: Object.values(findings),
  words: Object.fromEntries(Object.entries(words).map(([path, file]) => [path.split('/')[2] ?? '', file])),
  fixes: Object.fromEntries(Object.entries(fixes).map(([path, file]) => [path.split('/')[2] ?? '', file])),
};
