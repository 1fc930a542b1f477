import { describe, expect, test } from 'vitest';
import { asOfficeFile, phraseFault, readPhrases } from '../src/core/writing/office-words';
import { lintDraft } from '../src/core/writing/lint-draft';
import { book } from '../src/data';
import { asSettings } from '../src/wire/settings';

const found = (text: string, officeWords: Readonly<Record<string, readonly string[]>>) =>
  lintDraft(
    {
      id: '1',
      from: { name: '', email: 'a@procura.example' },
      to: [{ name: '', email: 'records@facebook.com' }],
      cc: [],
      subject: 'Case 12/26',
      text,
      attachments: [],
    },
    { now: '2026-11-25T10:00:00+01:00', officeWords },
    book,
    'en',
  );

describe('the words of an office', () => {
  test('that it does not want raise a remark where they stand', () => {
    const text = 'Please send the e-mail address of https://www.facebook.com/anna.b.77. We kindly beg you to hurry.';
    const [remark] = found(text, { OFFICE_UNWANTED: ['kindly beg'] }).filter(({ rule }) => rule === 'office_word');
    expect(text.slice(remark?.start, remark?.end)).toBe('kindly beg');
    expect(found(text, {}).some(({ rule }) => rule === 'office_word')).toBe(false);
  });
  test('are words, no patterns', () => {
    expect(phraseFault('lane (red|blue)')).toBe('signs');
    expect(phraseFault('*any')).toBe('signs');
    expect(phraseFault('red lan*')).toBeUndefined();
    expect(phraseFault('ab')).toBe('short');
    expect(phraseFault('one two three four five six seven eight nine')).toBe('long');
  });
  test('are read a line each, once, and told apart from those that cannot be used', () => {
    const { phrases, faults } = readPhrases('Red Lane\nred lane\n\n(x)\nlife line');
    expect(phrases).toEqual(['red lane', 'life line']);
    expect(faults).toEqual([{ key: 'signs', value: '(x)' }]);
    expect(readPhrases(Array.from({ length: 60 }, (_, at) => `phrase ${at}`).join('\n')).phrases).toHaveLength(40);
  });
  test('come back from their file, and nothing else does', () => {
    expect(asOfficeFile({ SECRET: ['sealed lips', '(', 7], OTHER: ['x y z'] })).toEqual({ SECRET: ['sealed lips'] });
    expect(asOfficeFile({ OTHER: ['x'] })).toBeUndefined();
    expect(asOfficeFile('no')).toBeUndefined();
    expect(asSettings({ officeWords: { SECRET: ['sealed lips', 'a|b c'] } }).officeWords).toEqual({ SECRET: ['sealed lips'] });
  });
});
