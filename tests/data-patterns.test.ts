import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { check } from 'recheck';
import { afterAll, describe, expect, it } from 'vitest';
import { providers } from '../src/data/providers';

/**
 * What was proved before, so that a second run is quick: a pattern with its flags, and what the checker said. A text that makes a pattern
 * slow is tried in the real engine: only what takes it two seconds for 300,000 characters counts.
 */
const file = path.resolve('node_modules/.cache/rogatory/patterns.json');
const proved: Record<string, string> = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
async function verdict(source: string, flags: string): Promise<string> {
  const key = `/${source}/${flags}`;
  proved[key] ??= (await check(source, flags, { timeout: 15_000, recallTimeout: 2000 })).status;
  return proved[key];
}
afterAll(() => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(proved));
});

const patterns = new Set(providers.flatMap(({ references }) => references.flatMap(({ pattern }) => (pattern ? [pattern] : []))));

/** The patterns written out in the code are held by `npm run lint:patterns`; these stand in data files that a lawyer may edit. */
describe('a pattern in the directory', () => {
  for (const pattern of patterns) it(`takes time in proportion to the text: ${pattern}`, async () => expect(await verdict(pattern, 'u')).toBe('safe'));
});

/** Every pattern that the code puts together from parts or from data, caught as it is made. */
async function composed(): Promise<ReadonlyMap<string, { readonly source: string; readonly flags: string }>> {
  const found = new Map<string, { readonly source: string; readonly flags: string }>();
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [source, flags = ''], asked) {
      const made = Reflect.construct(target, [source, flags], asked) as RegExp;
      // Only patterns of our own files; libraries answer for theirs.
      const caller = (new Error().stack ?? '').split('\n')[2] ?? '';
      if (/[/\\]src[/\\]/u.test(caller) && !caller.includes('node_modules'))
        found.set(String(made), { source: made.source, flags: made.flags.replace('g', '') });
      return made;
    },
  });
  try {
    const modules = import.meta.glob<Record<string, unknown>>('../src/{core,webmail,mailfile,data}/**/*.ts');
    for (const load of Object.values(modules)) await load();
    const { assess } = await import('../src/core/assess');
    const { book } = await import('../src/data');
    const text = 'Dear Officer,\n\nplease submit an MLAT request by 12 May 2026.\n\nOn 20 Nov 2026, at 10:00, Elena Ferri <elena@procura.test> wrote:\n> Hi';
    const from = { name: 'WhatsApp', email: 'records@support.whatsapp.com' };
    const message = { id: '1', from, to: [], cc: [], subject: 'Re: [Case #1]', text, marks: [], attachments: [] };
    assess(message, { now: '2026-11-24T09:00:00Z', language: 'en', case: { emergency: 'unknown' } }, book);
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}

describe('a pattern put together from parts', () => {
  it('takes time in proportion to the text', async () => {
    const all = [...(await composed()).values()];
    expect(all.length).toBeGreaterThan(15);
    const doubtful: string[] = [];
    for (const { source, flags } of all) if ((await verdict(source, flags)) === 'vulnerable') doubtful.push(`/${source}/${flags}`);
    expect(doubtful).toEqual([]);
  }, 600_000);
});
