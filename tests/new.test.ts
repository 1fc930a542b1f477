import { describe, expect, it } from 'vitest';
import { kinds } from '../scripts/new/kinds.mjs';
import { knowledgeFaults } from '../src/data/schema/check';

const globbed = import.meta.glob<string>(['../src/data/**/*.json', '../src/data/**/*.txt', '../public/_locales/en/messages.json'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const files = Object.fromEntries(Object.entries(globbed).map(([path, text]) => [path.replace('../', ''), text]));
const knowledge = Object.fromEntries(
  Object.entries(files).flatMap(([path, text]) => (path.startsWith('src/data/') ? [[path.replace('src/data/', ''), text]] : [])),
);
const languages = [...new Set(Object.keys(knowledge).flatMap((path) => /^lang\/([a-z]+)\//u.exec(path)?.[1] ?? []))];
const make = (kind: keyof typeof kinds, id: string): Record<string, string> =>
  kinds[kind].files({
    id,
    today: '2026-11-24',
    languages,
    read: (file: string) => {
      const text = files[file];
      if (text === undefined) throw new Error(`There is no ${file}.`);
      return text;
    },
  });
const faultsWith = (made: Record<string, string>) =>
  knowledgeFaults({
    ...knowledge,
    ...Object.fromEntries(Object.entries(made).flatMap(([path, text]) => (path.startsWith('src/data/') ? [[path.replace('src/data/', ''), text]] : []))),
  });

describe('what is begun with "npm run new"', () => {
  it('is a provider that lacks nothing but its sources', () => {
    expect(faultsWith(make('provider', 'acme'))).toEqual([expect.stringMatching(/^src\/data\/providers\/acme\.json: sources/u)]);
  });
  it('is a letter in every language that has letters', () => {
    const made = make('template', 'greeting');
    expect(Object.keys(made)).toEqual(expect.arrayContaining(['src/data/lang/en/templates/greeting.txt', 'src/data/lang/it/templates/greeting.txt']));
    expect(faultsWith(made)).toEqual([]);
  });
  it('is a language with every list that a language has', () => {
    const made = make('language', 'sv');
    const shape = (text: string | undefined) => Object.keys(JSON.parse(text ?? '{}') as object);
    expect(shape(made['src/data/lang/sv/reading.json'])).toEqual(shape(files['src/data/lang/en/reading.json']));
    expect(shape(made['src/data/lang/sv/lexicon.json'])).toEqual(shape(files['src/data/lang/en/lexicon.json']));
  });
  it('is a reply type that is refused until it has its name in the core', () => {
    expect(faultsWith(make('reply', 'slow_answer')).join()).toMatch(/slow_answer\.json: id/u);
  });
  it('is an adapter named after its id', () => {
    expect(make('webmail', 'fast-mail')['src/webmail/fast-mail.ts']).toMatch(/export const fastMail = webmailOf/u);
  });
  it('has no id that leaves its folder', () => {
    for (const { id } of Object.values(kinds)) for (const bad of ['../x', 'a/b', '', '.', 'A B']) expect(id.test(bad), bad).toBe(false);
  });
});
