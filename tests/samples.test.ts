import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { replyTypeIds } from '../src/core/ids';

/** The message record of the command line with the label that `assess` is measured by; the engine never sees the label. */
const address = /^(?:[^<>]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u;
const questionKeys = [
  'nature',
  'who_at_risk',
  'imminence',
  'data_requested',
  'how_it_averts',
  'message_copy',
  'why_not_normal_process',
  'requester',
  'identifier',
  'other',
] as const;
const sampleSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z]{2}-[a-z-]+-\d{3,}$/u),
    from: z.string().regex(address),
    to: z.string().regex(address).optional(),
    cc: z.string().regex(address).optional(),
    replyTo: z.string().regex(address).optional(),
    subject: z.string(),
    date: z.iso.datetime({ offset: true }).optional(),
    text: z.string().min(1).optional(),
    html: z.string().min(1).optional(),
    attachments: z.array(z.strictObject({ name: z.string().min(1) })).optional(),
    label: z.strictObject({
      isProviderReply: z.boolean(),
      types: z.array(z.enum(replyTypeIds)),
      mayBeGiven: z.array(z.enum(replyTypeIds)),
      questions: z.array(z.strictObject({ number: z.string().min(1), key: z.enum(questionKeys) })).optional(),
      kind: z.enum(['reply', 'ordinary', 'hard-negative']),
      style: z.string().min(1),
      heldBack: z.boolean(),
      set: z.enum(['b', 'c']).optional(),
    }),
  })
  .refine((sample) => (sample.text === undefined) !== (sample.html === undefined), 'a sample has a text or an HTML body, and not both');

const files = import.meta.glob<string>('./samples/*/*.jsonl', { query: '?raw', import: 'default', eager: true });
const lines = Object.entries(files).flatMap(([path, raw]) =>
  raw
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => ({ where: `${path}:${index + 1}`, language: path.split('/')[2] as string, index, line })),
);
const samples = lines.map(({ where, language, index, line }) => {
  const parsed = sampleSchema.safeParse(JSON.parse(line));
  if (!parsed.success) throw new Error(`${where} is no sample: ${z.prettifyError(parsed.error)}`);
  return { where, language, index, ...parsed.data };
});
const replies = samples.filter(({ label }) => label.kind === 'reply');
const languagesWith = (kind: string) => new Set(samples.filter(({ label }) => label.kind === kind).map(({ language }) => language));

describe('labelled samples', () => {
  it('have ids that occur once', () => {
    const seen = new Set<string>();
    expect(samples.filter(({ id }) => seen.size === seen.add(id).size).map(({ where }) => where)).toEqual([]);
  });

  it('do not repeat a mail under another id', () => {
    const seen = new Set<string>();
    const body = ({ text, html }: { text?: string | undefined; html?: string | undefined }) => text ?? html ?? '';
    expect(samples.filter((sample) => seen.size === seen.add(body(sample)).size).map(({ where }) => where)).toEqual([]);
  });

  it('give reply types to providers’ replies and to nothing else', () => {
    for (const { where, label } of samples) {
      expect(label.isProviderReply, where).toBe(label.kind === 'reply');
      expect(label.types.length > 0, where).toBe(label.kind === 'reply');
      if (label.questions !== undefined) expect(label.kind, where).toBe('reply');
    }
  });

  it('never name a type both as right and as one that may be given', () => {
    for (const { where, label } of samples) {
      expect(new Set([...label.types, ...label.mayBeGiven]).size, where).toBe(label.types.length + label.mayBeGiven.length);
    }
  });

  it('hold back every third record of each first file, all of set b and nothing of set c', () => {
    for (const { where, index, label } of samples) expect(label.heldBack, where).toBe(label.set === 'b' || (label.set === undefined && index % 3 === 2));
  });

  it('keep what was written apart in files of its own', () => {
    for (const { where, label } of samples) expect(label.set, where).toBe(/-([bc])\.jsonl:/u.exec(where)?.[1]);
  });

  it('show every reply type at least fifteen times, in both parts', () => {
    for (const type of replyTypeIds) {
      const having = replies.filter(({ label }) => label.types.includes(type));
      expect(having.length, type).toBeGreaterThanOrEqual(15);
      expect(having.filter(({ label }) => label.heldBack).length, `${type}, held back`).toBeGreaterThanOrEqual(3);
      expect(having.filter(({ label }) => !label.heldBack).length, `${type}, open`).toBeGreaterThanOrEqual(3);
      expect(new Set(having.map(({ language }) => language)).size, `${type}, languages`).toBeGreaterThanOrEqual(5);
    }
  });

  it('speak the eight languages that mail is read in', () => {
    const all = ['da', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pt'];
    expect([...languagesWith('reply')].toSorted()).toEqual(all);
    expect([...languagesWith('hard-negative')].toSorted()).toEqual(all);
    expect([...languagesWith('ordinary')].toSorted()).toEqual(all);
  });
});
