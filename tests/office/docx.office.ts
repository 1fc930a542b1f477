import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Packer } from 'docx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOfPaper, fillPaper } from '../../src/core/writing/paper';
import { paperIds, papers } from '../../src/data/papers';
import { docxOf } from '../../src/papers/docx';

let folder = '';
const text = new Map<string, string>();
const gap = (fact: string) => `[${fact}?]`;
const odd = 'Zürich – «città» ñ 🛰 \u0000\u0007\uFFFE\uD800 <w:p>&amp;\nsecond line\nשלום';
const values = (outline: string) => Object.fromEntries(factsOfPaper(outline).map((fact) => [fact, fact === 'case_summary' ? odd : `Value of ${fact}`]));

/** Every paper in both languages, opened and turned into PDF by LibreOffice in one go. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rogatory-papers-'));
  const files: string[] = [];
  for (const id of paperIds)
    for (const language of ['en', 'it'] as const) {
      const outline = papers[language]?.[id] ?? '';
      const file = path.join(folder, `${id}-${language}.docx`);
      writeFileSync(file, await Packer.toBuffer(docxOf([fillPaper(outline, values(outline), gap), fillPaper(outline, {}, gap)], { draft: 'Draft', language })));
      files.push(file);
    }
  execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, ...files], {
    stdio: 'pipe',
    timeout: 240_000,
  });
  for (const file of files)
    text.set(path.basename(file, '.docx'), execFileSync('pdftotext', ['-layout', file.replace(/\.docx$/u, '.pdf'), '-'], { encoding: 'utf8' }));
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(paperIds)('%s as a document', (id) => {
  it.each(['en', 'it'] as const)('opens in LibreOffice with its title, headings and values (%s)', (language) => {
    const outline = papers[language]?.[id] ?? '';
    const paper = fillPaper(outline, values(outline), gap);
    // Lines break where the page wants them.
    const squeeze = (words: string) => words.replace(/\s+/gu, '');
    const pdf = squeeze(text.get(`${id}-${language}`) ?? '');
    expect(pdf).toContain(squeeze(paper.title));
    for (const { heading } of paper.sections) expect(pdf).toContain(squeeze(heading));
    expect(pdf).toContain('Valueofcase_reference');
    if (outline.includes('{case_summary}')) for (const part of ['Zürich – «città» ñ', '<w:p>&amp;', 'second line']) expect(pdf).toContain(squeeze(part));
    expect(pdf).toContain('[case_reference?]');
  });

  it('has headings that a word processor knows as such', () => {
    const docx = path.join(folder, `${id}-en.docx`);
    const xml = execFileSync('unzip', ['-p', docx, 'word/document.xml'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    expect(xml).toContain('w:val="Title"');
    expect(xml).toContain('w:val="Heading1"');
    expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK');
  });
});
