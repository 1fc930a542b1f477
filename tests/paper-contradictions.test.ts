import { expect, test } from 'vitest';
import { inTwoLanguages } from '../src/core/writing/bilingual';
import { contradictions } from '../src/core/writing/contradictions';
import type { Draft } from '../src/core/assessment';

test('a fact that was typed otherwise than read is told, one that only looks otherwise is not', () => {
  const read = [
    { reference: 'WA-12', hold_expiry: '1 March 2027', office: 'Procura' },
    { reference: 'WA-12', hold_expiry: '1 marzo 2027' },
  ];
  const typed = { reference: 'WA-21', hold_expiry: '1 marzo 2027.', office: '  ', identifier: '+39 347 555 0188' };
  expect(contradictions(['reference', 'hold_expiry', 'office', 'identifier'], typed, read)).toEqual([{ fact: 'reference', typed: 'WA-21', read: 'WA-12' }]);
});

test('a letter in two languages has the first above the second and lacks what either lacks', () => {
  const draft = (language: string, text: string, missing: readonly string[]): Draft => ({
    step: 'chase',
    template: 'chase',
    language,
    subject: `s ${language}`,
    to: [],
    text,
    html: '',
    missing,
    findings: [],
  });
  const both = inTwoLanguages(draft('en', 'Hello', ['a']), draft('it', 'Buongiorno', ['a', 'b']));
  expect(both).toMatchObject({ subject: 's en', missing: ['a', 'b'] });
  expect(both.text.indexOf('Hello')).toBeLessThan(both.text.indexOf('Buongiorno'));
  expect(both.html).toContain('Buongiorno');
  expect(inTwoLanguages(draft('en', 'Hello', []), draft('en', 'Hello', [])).text).toBe('Hello');
});
