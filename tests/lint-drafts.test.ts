import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readInput } from '../src/cli/input';
import { findingIds } from '../src/core/ids';
import { lintDraft } from '../src/core/writing/lint-draft';
import { book } from '../src/data';

type Labelled = { readonly id: string; readonly expected: readonly string[]; readonly allowed?: readonly string[] };
const folder = path.resolve(import.meta.dirname, 'drafts');
const records = (part: string) =>
  readdirSync(folder).flatMap((language) =>
    readFileSync(path.join(folder, language, `${part}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Labelled),
  );
const found = (record: Labelled): readonly string[] => {
  const { message, context } = readInput(record, { now: '2026-11-24T12:00:00+01:00', language: 'en' });
  const provider = book.providers.find(({ id }) => id === context.provider);
  const { profile } = context;
  return lintDraft(
    message,
    {
      now: context.now,
      case: context.case,
      ...(profile ? { profile } : {}),
      ...(provider ? { provider } : {}),
      ...(message.thread ? { thread: message.thread } : {}),
    },
    book,
    'en',
  ).map(({ rule }) => rule);
};

describe.each(['known', 'phrases', 'held-back', 'batch-1', 'batch-2', 'batch-3', 'batch-4', 'batch-5'])('outgoing drafts, part %s', (part) => {
  const labelled = records(part).map((record) => ({ ...record, found: found(record) }));
  test('are labelled with findings that exist', () => {
    for (const { id, expected } of labelled) for (const rule of expected) expect(findingIds, `Draft ${id} expects a finding that nobody has.`).toContain(rule);
  });
  test('are found at fault where they are', () => {
    const wanted = labelled.flatMap(({ expected, found: rules }) => expected.map((rule) => rules.includes(rule)));
    expect(wanted.filter(Boolean).length / wanted.length, 'npm run accuracy:drafts -- --all --misses shows what is missed.').toBeGreaterThanOrEqual(0.95);
  });
  test('are left alone where nothing is wrong', () => {
    const clean = labelled.filter(({ expected }) => expected.length === 0);
    const extra = clean.flatMap(({ found: rules, allowed = [] }) => rules.filter((rule) => !allowed.includes(rule)));
    expect(extra.length / clean.length, 'npm run accuracy:drafts -- --all --misses shows what is found falsely.').toBeLessThanOrEqual(0.1);
  });
});
