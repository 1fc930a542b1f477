import { describe, expect, test } from 'vitest';
import { compareProviders, families } from '../src/core/directory/compare';
import { directoryFacts, factRows } from '../src/core/directory/facts';
import { gapBrief } from '../src/core/directory/gap-brief';
import { isStale, searchProviders } from '../src/core/directory/search';
import { uiLanguages } from '../src/core/ids';
import { providers } from '../src/data/providers';
import { directoryWords } from '../src/data/directory-words';

const byId = (id: string) => {
  const found = providers.find((provider) => provider.id === id);
  if (!found) throw new Error(`The directory has no ${id}.`);
  return found;
};
const today = '2026-11-24';

describe('the directory', () => {
  test('finds a provider by name, by an older name, by its counsel’s domain', () => {
    for (const [words, id] of [
      ['whatsapp', 'whatsapp'],
      ['twitter', 'x'],
      ['zwillgen', 'whatsapp'],
      ['meta ireland', 'facebook'],
    ] as const)
      expect(searchProviders(providers, words, 'all', today).map((provider) => provider.id)).toContain(id);
    expect(searchProviders(providers, 'no such firm', 'all', today)).toEqual([]);
  });

  test('says where an emergency goes, without what is no longer in use, and unsure where it is not confirmed', () => {
    const of = (id: string) => directoryFacts(byId(id)).find(({ row }) => row === 'emergencyContacts');
    expect(of('discord')).toMatchObject({ values: ['https://app.kodex.us/discord/signin'], confidence: 'verified' });
    for (const provider of providers) {
      const gone = provider.contacts.filter(({ status }) => status === 'superseded').map(({ value }) => value);
      for (const value of of(provider.id)?.values ?? []) expect(gone, provider.id).not.toContain(value);
      if (provider.contacts.some(({ use, status }) => use.includes('emergency') && status === 'unknown'))
        expect(of(provider.id)?.confidence, provider.id).toBe('unsure');
    }
  });

  test('shows facts as stale once their review date has passed, and not before', () => {
    expect(isStale(byId('whatsapp'), today)).toBe(false);
    expect(isStale(byId('whatsapp'), '2028-01-01')).toBe(true);
  });

  test('has every row for every provider, and says nothing where nothing is known', () => {
    for (const provider of providers) expect(directoryFacts(provider).map(({ row }) => row)).toEqual([...factRows]);
    expect(directoryFacts(byId('kraken')).find(({ row }) => row === 'emergencyQuestions')?.values).toEqual([]);
  });

  test('puts parent and subsidiary side by side and marks what differs', () => {
    const pairs = families(providers).map(([one, parent]) => `${one.id}/${parent.id}`);
    for (const pair of ['whatsapp/facebook', 'skype/microsoft', 'instagram/facebook', 'youtube/google', 'linkedin/microsoft']) expect(pairs).toContain(pair);
    const rows = compareProviders(byId('whatsapp'), byId('facebook'));
    expect(rows.find(({ row }) => row === 'portal')?.differs).toBe(true);
    expect(compareProviders(byId('google'), byId('youtube')).some(({ row, differs }) => row === 'emergencyChannel' && differs)).toBe(false);
  });

  test.each(uiLanguages)('writes the policy-gap brief in %s without a gap of its own, and marks what is unverified', (language) => {
    const say = directoryWords(language);
    const brief = gapBrief(byId('whatsapp'), byId('facebook'), {
      title: (left, right) => say('briefTitle', { left, right }),
      intro: (parent, count, date) => say('briefIntro', { parent, count, date: say.date(date) }),
      gaps: say('briefGaps'),
      end: say('briefEnd'),
      row: say.row,
      value: say.value,
      corrected: ({ author }) => `corrected by ${author}`,
      unverified: say('unverified'),
      unknown: say('unknown'),
    });
    expect(brief).toContain('WhatsApp');
    expect(brief).toContain(say('unverified'));
    expect(brief).not.toMatch(/\{\w+\}|undefined|null/u);
  });
});
