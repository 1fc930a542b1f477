import { describe, expect, it } from 'vitest';
import english from '../src/data/lang/en/ui.json';
import italian from '../src/data/lang/it/ui.json';
import { findingIds, replyTypeIds, stepIds } from '../src/core/ids';
import { sayIn, uiLanguageFor } from '../src/data/ui';

const sources = Object.values(
  import.meta.glob<string>(['../src/panel/**/*.{ts,tsx}', '../src/options/**/*.{ts,tsx}', '../src/directory/**/*.tsx'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).join('\n');
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).toSorted();

describe('words on screen', () => {
  it('are complete in both languages, with the same placeholders', () => {
    expect(Object.keys(italian).toSorted()).toEqual(Object.keys(english).toSorted());
    const pack: Record<string, string> = italian;
    for (const [key, text] of Object.entries(english)) {
      expect(placeholders(pack[key] ?? ''), key).toEqual(placeholders(text));
      expect((pack[key] ?? '').trim(), key).not.toBe('');
    }
  });

  it('are all used', () => {
    const prefixes = [...sources.matchAll(/`([a-z][\w.]*\.)\$\{/gu)].map(([, prefix]) => prefix as string);
    const counted = [...sources.matchAll(/\.count\('([\w.]+)'/gu)].map(([, key]) => `${key}.`);
    const used = (key: string) =>
      sources.includes(`'${key}'`) || sources.includes(`\`${key}\``) || [...prefixes, ...counted].some((prefix) => key.startsWith(prefix));
    expect(Object.keys(english).filter((key) => !used(key))).toEqual([]);
  });

  it('name every kind of reply and every step', () => {
    const say = sayIn('it');
    for (const id of replyTypeIds) expect(say.maybe(`reply.${id}`), id).toBeTruthy();
    for (const id of stepIds) expect(say.maybe(`step.name.${id}`), id).toBeTruthy();
    expect(findingIds.length).toBeGreaterThan(0);
  });

  it('fill in values, count, and follow the browser unless told otherwise', () => {
    const say = sayIn('en');
    expect(say('proof.show', { n: 1, all: 4 })).toBe('Show in the mail · 1 of 4');
    expect(say.count('button.fill', 1)).toBe('Fill 1 gap, then insert');
    expect(say.count('button.fill', 2)).toBe('Fill 2 gaps, then insert');
    expect(uiLanguageFor('auto', 'it-CH')).toBe('it');
    expect(uiLanguageFor('auto', 'sv')).toBe('en');
    expect(uiLanguageFor('en', 'it')).toBe('en');
  });
});
