import { replyTypeIds } from '../../src/core/ids';
import type { Result } from './measure';

type Count = { right: number; wrong: number; missed: number };
const none = (): Count => ({ right: 0, wrong: 0, missed: 0 });
const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
const precision = ({ right, wrong }: Count): string => percent(right, right + wrong);
const recall = ({ right, missed }: Count): string => percent(right, right + missed);
const f1 = ({ right, wrong, missed }: Count): string => (2 * right + wrong + missed === 0 ? '–' : ((2 * right) / (2 * right + wrong + missed)).toFixed(3));

/** The whole page: figures of the set that was written apart first, then of the mails that something was made from. */
export function report(results: readonly Result[]): string {
  return [
    '# Accuracy on our own mails',
    '',
    'Printed by `npm run accuracy` from the labelled mails under `tests/samples`, all written for this project. Set b was written apart, without a look',
    'at rules or example sentences. Every other mail of it is held back: no rule, sentence, weight or threshold is made from these. From the',
    'others rules were written and weights are learned; their figures only show what was taken in. Types that a label calls possible count',
    'neither way.',
    '',
    ...section(
      'Held back',
      results.filter(({ apart }) => apart),
    ),
    ...section(
      'What was learned from',
      results.filter(({ apart }) => !apart),
    ),
  ].join('\n');
}

function section(title: string, results: readonly Result[]): readonly string[] {
  return results.length === 0 ? [] : [`## ${title}`, '', ...part(results)];
}

function part(results: readonly Result[]): readonly string[] {
  const replies = results.filter(({ isReply }) => isReply);
  const lines: string[] = [];
  lines.push(...detection(results), '');
  const all = count(replies);
  lines.push(
    `Types: precision ${precision(all)}, recall ${recall(all)}, micro-F1 ${f1(all)} over ${replies.length} replies; ${results.reduce((sum, { strays }) => sum + strays, 0)} proofs outside own words.`,
    '',
  );
  lines.push('| type | mails | precision | recall | F1 |', '|---|---:|---:|---:|---:|');
  for (const type of replyTypeIds) {
    const one = count(replies, type);
    lines.push(`| \`${type}\` | ${one.right + one.missed} | ${precision(one)} | ${recall(one)} | ${f1(one)} |`);
  }
  lines.push('', '| language | replies | detected | precision | recall | F1 |', '|---|---:|---:|---:|---:|---:|');
  for (const language of [...new Set(replies.map((one) => one.language))].sort()) {
    const some = replies.filter((one) => one.language === language);
    const one = count(some);
    lines.push(
      `| ${language} | ${some.length} | ${percent(some.filter(({ saidReply }) => saidReply).length, some.length)} | ${precision(one)} | ${recall(one)} | ${f1(one)} |`,
    );
  }
  lines.push('', ...questions(replies), '', ...calibration(replies), '', ...confusion(replies), '');
  return lines;
}

function detection(results: readonly Result[]): readonly string[] {
  const lines = ['| kind of mail | mails | taken for a reply |', '|---|---:|---:|'];
  for (const kind of [...new Set(results.map((one) => one.kind))].sort()) {
    const some = results.filter((one) => one.kind === kind);
    const wanted = some.filter(({ isReply }) => isReply);
    const others = some.filter(({ isReply }) => !isReply);
    if (wanted.length > 0)
      lines.push(`| ${kind} (replies) | ${wanted.length} | ${percent(wanted.filter(({ saidReply }) => saidReply).length, wanted.length)} |`);
    if (others.length > 0) lines.push(`| ${kind} | ${others.length} | ${percent(others.filter(({ saidReply }) => saidReply).length, others.length)} |`);
  }
  return lines;
}

function count(results: readonly Result[], only?: string): Count {
  const sum = none();
  for (const { wanted, may, found } of results) {
    const types = found.map(({ type }) => type);
    for (const type of wanted) if (!only || type === only) sum[types.includes(type) ? 'right' : 'missed']++;
    for (const type of types) if ((!only || type === only) && !wanted.includes(type) && !may.includes(type)) sum.wrong++;
  }
  return sum;
}

/** A question counts as found when one with its key stands at its place in the order of those found. */
function questions(results: readonly Result[]): readonly string[] {
  let all = 0;
  let keyed = 0;
  let numbered = 0;
  let extra = 0;
  for (const { wantedQuestions, foundQuestions } of results) {
    if (!wantedQuestions) continue;
    let at = 0;
    all += wantedQuestions.length;
    for (const { key, number } of wantedQuestions) {
      const next = foundQuestions.findIndex((one, index) => index >= at && one.key === key);
      if (next < 0) continue;
      keyed++;
      if (number === undefined || foundQuestions[next]?.number === number) numbered++;
      at = next + 1;
    }
    extra += Math.max(0, foundQuestions.length - wantedQuestions.length);
  }
  return [
    `Questions: ${percent(keyed, all)} of ${all} found in order with their key, ${percent(numbered, all)} with the provider's own number too; ${extra} too many.`,
  ];
}

function calibration(results: readonly Result[]): readonly string[] {
  const lines = ['| score | findings | right |', '|---|---:|---:|'];
  for (const [from, to] of [
    [0.95, 1.01],
    [0.9, 0.95],
    [0.85, 0.9],
    [0.8, 0.85],
    [0.7, 0.8],
    [0.5, 0.7],
    [0, 0.5],
  ] as const) {
    const some = results.flatMap(({ found, wanted, may }) =>
      found
        .filter(({ score, type }) => score >= from && score < to && !(may.includes(type) && !wanted.includes(type)))
        .map(({ type }) => wanted.includes(type)),
    );
    if (some.length > 0)
      lines.push(`| ${from.toFixed(2)}–${Math.min(1, to).toFixed(2)} | ${some.length} | ${percent(some.filter(Boolean).length, some.length)} |`);
  }
  return lines;
}

/** What was said where a type was missed: rows are labels, the column names what was found instead. */
function confusion(results: readonly Result[]): readonly string[] {
  const cells = new Map<string, Map<string, number>>();
  for (const { wanted, may, found } of results) {
    const types = found.map(({ type }) => type);
    const missed = wanted.filter((type) => !types.includes(type));
    const invented = types.filter((type) => !wanted.includes(type) && !may.includes(type));
    for (const type of missed.length > 0 ? missed : invented.length > 0 ? ['(nothing more)'] : [])
      for (const other of invented.length > 0 ? invented : ['(nothing)']) {
        const row = cells.get(type) ?? new Map<string, number>();
        row.set(other, (row.get(other) ?? 0) + 1);
        cells.set(type, row);
      }
  }
  const lines = ['| label | found instead |', '|---|---|'];
  for (const type of [...replyTypeIds, '(nothing more)']) {
    const row = cells.get(type);
    if (row)
      lines.push(
        `| ${type} | ${[...row]
          .sort((a, b) => b[1] - a[1])
          .map(([other, times]) => `${other} ${times}`)
          .join(', ')} |`,
      );
  }
  return lines;
}
