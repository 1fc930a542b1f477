// Counts how well the check of drafts does on the labelled drafts in tests/drafts: recall for each finding, false findings on clean
// drafts. `--held-back` (default) counts only the part that was written last, before the rules were looked at again, `--known` what rules were written from, `--all` both;
// `--misses` shows each difference; files may be named instead. The last line is a JSON object of figures.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const words = process.argv.slice(2);
const named = words.filter((word) => !word.startsWith('--'));
const part = words.includes('--all') ? 'all' : words.includes('--known') ? 'known' : 'held-back';
const folder = path.join(root, 'tests/drafts');
const files =
  named.length > 0
    ? named
    : readdirSync(folder, { recursive: true })
        .filter((file) => file.endsWith('.jsonl') && (part === 'all' || file.endsWith(`${part}.jsonl`)))
        .toSorted()
        .map((file) => path.join(folder, file));
const records = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line)),
);
const run = spawnSync('node', [path.join(root, 'scripts/cli.mjs'), 'lint-draft', '-'], {
  input: records.map((record) => JSON.stringify(record)).join('\n'),
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
if (run.status !== 0) {
  console.error(run.stderr);
  process.exit(1);
}
const answers = run.stdout
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const table = new Map();
const row = (rule) => table.get(rule) ?? table.set(rule, { expected: 0, found: 0, extra: 0 }).get(rule);
let clean = 0;
let onClean = 0;
for (const [at, record] of records.entries()) {
  const found = answers[at].findings.map(({ rule }) => rule);
  const allowed = record.allowed ?? [];
  const missed = record.expected.filter((rule) => !found.includes(rule));
  const extra = found.filter((rule) => !record.expected.includes(rule) && !allowed.includes(rule));
  for (const rule of record.expected) row(rule).expected++;
  for (const rule of record.expected) if (found.includes(rule)) row(rule).found++;
  for (const rule of extra) row(rule).extra++;
  if (record.expected.length === 0) {
    clean++;
    onClean += extra.length;
  }
  if (words.includes('--misses') && missed.length + extra.length > 0)
    console.log(
      `${record.id}: ${missed.map((rule) => `missed ${rule}`).join(', ')}${missed.length > 0 && extra.length > 0 ? '; ' : ''}${extra.map((rule) => `false ${rule}`).join(', ')}`,
    );
}
let expected = 0;
let hits = 0;
let extras = 0;
for (const [rule, counts] of [...table].toSorted(([one], [other]) => one.localeCompare(other))) {
  expected += counts.expected;
  hits += counts.found;
  extras += counts.extra;
  const share = (part, whole) => (whole === 0 ? '  –  ' : (part / whole).toFixed(3));
  console.log(
    `${rule.padEnd(34)} recall ${share(counts.found, counts.expected)} (${counts.found}/${counts.expected})  precision ${share(counts.found, counts.found + counts.extra)}`,
  );
}
console.log(
  JSON.stringify({
    part: named.length > 0 ? 'named' : part,
    drafts: records.length,
    clean,
    recall: Number((hits / Math.max(1, expected)).toFixed(3)),
    precision: Number((hits / Math.max(1, hits + extras)).toFixed(3)),
    falseOnClean: Number((onClean / Math.max(1, clean)).toFixed(3)),
  }),
);
