import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOfPaper, fillPaper } from '../src/core/writing/paper';
import { factName, sayIn } from '../src/data/paper-words';
import { paperIds, papers } from '../src/data/papers';

const gap = (fact: string) => `[${fact}?]`;
const languages = ['en', 'it'] as const;
const outline = (language: 'en' | 'it', id: string): string => papers[language]?.[id] ?? '';

describe.each(languages)('papers in %s', (language) => {
  it.each(paperIds)('%s has a name, a title, sections and every fact’s name', (id) => {
    const paper = fillPaper(outline(language, id), {}, gap);
    expect(sayIn(language).maybe(`paper.${id}`)).toBeTruthy();
    expect(paper.title).not.toBe('');
    expect(paper.sections.length).toBeGreaterThan(1);
    for (const fact of factsOfPaper(outline(language, id))) expect(factName(fact, language), fact).not.toBe(fact.replaceAll('_', ' '));
  });

  it.each(paperIds)('%s asks for the same facts as in the other language', (id) => {
    expect(factsOfPaper(outline(language, id)).toSorted()).toEqual(factsOfPaper(outline(language === 'en' ? 'it' : 'en', id)).toSorted());
  });

  it.each(paperIds)('%s is complete when every fact has a value', (id) => {
    const facts = factsOfPaper(outline(language, id));
    const paper = fillPaper(outline(language, id), Object.fromEntries(facts.map((fact) => [fact, `value of ${fact}`])), gap);
    expect(paper.missing).toEqual([]);
    expect(paper.blocks.some((block) => block.gap)).toBe(false);
    for (const { facts: all, filled } of paper.sections) expect(filled).toBe(all);
    expect(JSON.stringify(paper)).not.toMatch(/[{}]\w+[{}]/u);
  });
});

describe('a paper', () => {
  it('shows what is missing, once, where it is missing', () => {
    const paper = fillPaper('Title: T\n# One\n= A | {a}, {b}\n- {a}\n# Two\n= C | {c}\n', { b: 'B' }, gap);
    expect(paper.missing).toEqual(['a', 'c']);
    expect(paper.sections).toEqual([
      { heading: 'One', facts: 3, filled: 1 },
      { heading: 'Two', facts: 1, filled: 0 },
    ]);
    expect(paper.blocks.filter((block) => block.gap).map(({ text }) => text)).toEqual(['[a?], B', '[a?]', '[c?]']);
  });

  it('never looks into a value again, and no value becomes a heading, a field or another fact', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (value) => {
        const paper = fillPaper('Title: T\n# One\n= A | {a}\n', { a: value, b: 'SECRET' }, gap);
        const kinds = paper.blocks.map(({ kind }) => kind);
        expect(kinds).toEqual(['heading', 'field']);
        expect(paper.blocks[1]?.text).toBe(value.trim() === '' ? '[a?]' : value.trim());
        if (!value.includes('SECRET')) expect(JSON.stringify(paper)).not.toContain('SECRET');
      }),
    );
    expect(fillPaper('Title: T\n= A | {a}\n', { a: '# Heading\n{b} {#b}x{/b}', b: 'SECRET' }, gap).blocks).toEqual([
      { kind: 'field', label: 'A', text: '# Heading\n{b} {#b}x{/b}', gap: false },
    ]);
  });
});
