import { describe, expect, it } from 'vitest';
import { asLetterPack, letterFaults } from '../src/core/writing/letters';
import { factsOfTemplate } from '../src/core/writing/template';
import { sayIn } from '../src/data/ui';
import { writing } from '../src/data/writing';

const known = new Set(Object.values(writing.templates).flatMap((letters) => Object.values(letters).flatMap(factsOfTemplate)));
const faults = (text: string) => letterFaults(text, known).map(({ key, value }) => `${key}:${value}`);

describe('a letter of the office', () => {
  it('is sound when it is one of those that ship', () => {
    for (const [language, letters] of Object.entries(writing.templates))
      for (const [id, text] of Object.entries(letters)) expect(faults(text), `${language} ${id}`).toEqual([]);
  });

  it.each([
    ['', ['empty:']],
    ['Dear all,\nhello', ['subject:']],
    ['Subject: a\n\n', ['body:']],
    ['Subject: a\n{nobody}', ['unknown:nobody']],
    ['Subject: a\n{#phone}x', ['open:phone']],
    ['Subject: a\nx{/phone}', ['open:phone']],
    ['Subject: a\n{#phone}{#email}x{/phone}{/email}', ['open:phone', 'open:email']],
    ['Subject: a\na { b', ['brace:{']],
    [`Subject: a\n${'x'.repeat(20_001)}`, ['long:20000']],
  ])('%j is refused with a sentence for each fault', (text, expected) => {
    expect(faults(text)).toEqual(expected);
    for (const language of ['en', 'it'] as const)
      for (const { key, value } of letterFaults(text, known)) expect(sayIn(language)(`options.letters.fault.${key}`, { value })).toMatch(/\.$/u);
  });

  it('is read from a file only when it is a letter of a known name', () => {
    const ids = new Set(['chase']);
    expect(asLetterPack({ en: { chase: 'Subject: a\nb', other: 'x', __proto__: { a: 'b' } }, xx1: { chase: 'a' }, it: 'no', fr: { chase: 5 } }, ids)).toEqual({
      en: { chase: 'Subject: a\nb' },
    });
    for (const odd of [null, 5, 'x', [], { en: null }]) expect(asLetterPack(odd, ids)).toEqual({});
  });
});
