import { describe, expect, it } from 'vitest';
import { knowledgeFaults } from '../src/data/schema/check';

const globbed = import.meta.glob<string>(['../src/data/**/*.json', '../src/data/**/*.txt'], { query: '?raw', import: 'default', eager: true });
const files = Object.fromEntries(Object.entries(globbed).map(([path, text]) => [path.replace('../src/data/', ''), text]));
const changed = (path: string, change: (text: string) => string) => ({ ...files, [path]: change(files[path] ?? '') });

describe('knowledge files', () => {
  it('fit their schemas, are named after their ids, and name only what is there', () => expect(knowledgeFaults(files)).toEqual([]));

  it.each([
    ['a misspelt key', changed('steps/close_out.json', (text) => text.replace('"basis"', '"bases"')), /^src\/data\/steps\/close_out\.json: .*basis/u],
    [
      'a source that is not there',
      changed('steps/close_out.json', (text) => text.replace('us-2703-f', 'us-9999')),
      /cites "us-9999", but there is no src\/data\/sources\/us-9999\.json/u,
    ],
    ['a letter without subject', changed('lang/en/templates/close_out.txt', (text) => text.replace('Subject:', '')), /close_out\.txt: The first line/u],
    [
      'a letter that is missing',
      Object.fromEntries(Object.entries(files).filter(([path]) => path !== 'lang/en/templates/close_out.txt')),
      /sends "close_out"/u,
    ],
    ['an id that is not the file’s name', changed('flags/F1.json', (text) => text.replace('"F1"', '"F2"')), /F1\.json: its id is "F2"/u],
    ['a file of no known kind', { ...files, 'lang/en/poem.json': '{}' }, /poem\.json: no kind of knowledge file lies here/u],
    ['broken JSON', changed('hints.json', (text) => text.slice(1)), /hints\.json: is not JSON/u],
  ])('with %s are refused in a sentence', (_what, broken, sentence) => {
    const faults = knowledgeFaults(broken);
    expect(faults.join('\n')).toMatch(new RegExp(sentence.source, 'mu'));
  });

  it('say the same things in every language', () => {
    const gaps: string[] = [];
    for (const name of ['deciding.json', 'ui.json', 'directory.json', 'papers.json', 'timeline.json']) {
      const keys = (language: string) => [...leaves(JSON.parse(files[`lang/${language}/${name}`] ?? '{}'))];
      const [english, italian] = [new Set(keys('en')), new Set(keys('it'))];
      for (const key of english) if (!italian.has(key)) gaps.push(`src/data/lang/it/${name} lacks "${key}".`);
      for (const key of italian) if (!english.has(key)) gaps.push(`src/data/lang/en/${name} lacks "${key}".`);
    }
    for (const path of Object.keys(files)) {
      const letter = /^lang\/en\/templates\/(.+)$/u.exec(path)?.[1];
      if (letter && !files[`lang/it/templates/${letter}`]) gaps.push(`src/data/lang/it/templates lacks ${letter}.`);
      const paper = /^lang\/en\/papers\/(.+)$/u.exec(path)?.[1];
      if (paper && !files[`lang/it/papers/${paper}`]) gaps.push(`src/data/lang/it/papers lacks ${paper}.`);
    }
    expect(gaps).toEqual([]);
  });
});

function* leaves(value: unknown, at = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) yield at;
  else for (const [key, inside] of Object.entries(value)) yield* leaves(inside, at ? `${at}.${key}` : key);
}
