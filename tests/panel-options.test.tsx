// @vitest-environment happy-dom
import { render } from 'preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { deciding } from '../src/data/deciding';
import { patternOf } from '../src/options/hosts';
import { Options, type OptionsBrowser } from '../src/options/options';
import { asProfile, asSettings, defaultSettings } from '../src/wire/settings';

let root: HTMLElement;
const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((resume) => setTimeout(resume, 0));
};

async function open(granted: readonly string[] = []) {
  const kept = new Map<string, unknown>([['answers:abc', {}]]);
  let sites = granted;
  const browser: OptionsBrowser = {
    writeStored: async (_area, key, value) => void kept.set(key, value),
    readAllStored: async () => Object.fromEntries(kept),
    removeStored: async (_area, keys) => keys.forEach((key) => kept.delete(key)),
    eraseStored: async () => kept.clear(),
    requestOrigins: async (origins) => {
      sites = [...sites, ...origins];
      return true;
    },
    removeOrigins: async (origins) => void (sites = sites.filter((site) => !origins.includes(site))),
    grantedOrigins: async () => sites,
  };
  root = document.body.appendChild(document.createElement('div'));
  render(
    <Options
      browser={browser}
      flags={deciding.flags}
      start={{ profile: undefined, settings: defaultSettings, granted }}
      browserLanguage="en"
      onLanguage={() => undefined}
    />,
    root,
  );
  await settle();
  return { kept, sites: () => sites };
}
const put = async (field: Element | null | undefined, value: string) => {
  const input = field as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
};
const labelled = (text: string) => [...root.querySelectorAll('label')].find((label) => label.textContent?.startsWith(text))?.querySelector('input, select');
const press = async (text: string) => {
  [...root.querySelectorAll('button')].find((button) => button.textContent === text)?.click();
  await settle();
};
const status = () => root.querySelector('[data-testid="status"]')?.textContent;

afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
});

describe('settings page', () => {
  it('keeps the office once it says country and role', async () => {
    const { kept } = await open();
    await put(labelled('Country'), 'it');
    expect(kept.has('profile')).toBe(false);
    await put(labelled('You are'), 'prosecutor');
    expect(kept.get('profile')).toEqual({ country: 'IT', role: 'prosecutor' });
  });

  it('says in a sentence what is wrong with a value and keeps the old one', async () => {
    const { kept } = await open();
    await put(labelled('Country'), 'IT');
    await put(labelled('You are'), 'police');
    await put(labelled('Telephone'), '12');
    expect(status()).toContain('international form');
    await put(labelled('Time zone'), 'Moon/Base');
    expect(status()).toContain('Europe/Rome');
    expect(kept.get('profile')).toEqual({ country: 'IT', role: 'police' });
  });

  it('asks for sites one by one and gives them back', async () => {
    const { sites } = await open();
    const own = root.querySelector('input[type="url"]') as HTMLInputElement;
    own.value = 'mail.procura.test/roundcube';
    own.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await settle();
    expect(sites()).toEqual(['https://mail.procura.test/*']);
    await press('Remove');
    expect(sites()).toEqual([]);
  });

  it('shows each fact of law with its default and its date', async () => {
    const { kept } = await open();
    const f4 = root.querySelector('select[aria-labelledby="flag-F4"]');
    expect(f4?.closest('li')?.textContent).toContain('Default: Unknown');
    expect(f4?.closest('li')?.textContent).toContain('checked 22 Nov 2026');
    await put(f4, 'true');
    expect(kept.get('settings')).toMatchObject({ flags: { F4: true } });
  });

  it('asks before it erases everything', async () => {
    const { kept } = await open();
    await press('Erase everything');
    expect(kept.size).toBe(1);
    await press('Yes, erase everything');
    expect(kept.size).toBe(0);
    expect(status()).toBe('Everything was erased.');
  });

  it('has no accessibility violations that can be told without layout', async () => {
    await open(['https://mail.google.com/*']);
    const { violations } = await axe.run(root, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'target-size': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('what is stored', () => {
  it('is read with care', () => {
    expect(asProfile({ country: 'IT', role: 'king' })).toBeUndefined();
    expect(asProfile({ country: 'IT', role: 'judge' })).toBeTruthy();
    expect(asSettings('nonsense')).toEqual(defaultSettings);
    expect(asSettings({ keepDays: 9999, language: 'fr' })).toEqual(defaultSettings);
    expect(patternOf('https://mail.example.org:8443/x')).toBe('https://mail.example.org/*');
    expect(patternOf('not an address')).toBeUndefined();
  });
});
