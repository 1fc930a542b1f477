import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Block, Paper } from '../core/writing/paper';

/** What stands on every page: that it is a draft, and who made it. */
export type DocxWords = { readonly draft: string; readonly language: string };

/** The papers, each on pages of its own, as one DOCX document with real headings, fields as a table of two columns, and page numbers. */
export function docxOf(papers: readonly Paper[], words: DocxWords): Document {
  return new Document({
    title: papers[0]?.title ?? '',
    creator: 'Rogatory',
    description: words.draft,
    styles: { default: { document: { run: { font: 'Arial', size: 21, language: { value: words.language === 'it' ? 'it-IT' : 'en-GB' } } } } },
    sections: papers.map((paper) => ({
      footers: {
        default: new Footer({
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [
                new TextRun({ text: `${words.draft} · `, size: 17 }),
                new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 17 }),
              ],
            }),
          ],
        }),
      },
      children: [new Paragraph({ text: paper.title, heading: HeadingLevel.TITLE }), ...runs(paper.blocks)],
    })),
  });
}

/** The finished file. */
export const docxBlob = (papers: readonly Paper[], words: DocxWords): Promise<Blob> => Packer.toBlob(docxOf(papers, words));

function runs(blocks: readonly Block[]): (Paragraph | Table)[] {
  const parts: (Paragraph | Table)[] = [];
  let fields: Block[] = [];
  const flush = () => {
    if (fields.length > 0) parts.push(table(fields), new Paragraph({ text: '' }));
    fields = [];
  };
  for (const block of blocks) {
    if (block.kind === 'field') {
      fields.push(block);
      continue;
    }
    flush();
    if (block.kind === 'heading') parts.push(new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1, spacing: { before: 240, after: 80 } }));
    else if (block.kind === 'item') parts.push(new Paragraph({ children: lines(block), bullet: { level: 0 } }));
    else if (block.kind === 'check')
      parts.push(new Paragraph({ children: [new TextRun({ text: '☐ ' }), ...lines(block)], indent: { left: 280, hanging: 280 } }));
    else if (block.kind === 'note') parts.push(new Paragraph({ children: lines(block, true), spacing: { before: 80, after: 80 } }));
    else parts.push(new Paragraph({ children: lines(block), spacing: { after: 80 } }));
  }
  flush();
  return parts;
}

function table(fields: readonly Block[]): Table {
  const cell = (children: Paragraph[], size: number) =>
    new TableCell({ children, width: { size, type: WidthType.DXA }, margins: { top: 60, bottom: 60, left: 100, right: 100 } });
  return new Table({
    columnWidths: [2800, 6200],
    width: { size: 9000, type: WidthType.DXA },
    rows: fields.map(
      (field) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([new Paragraph({ children: [new TextRun({ text: field.label ?? '', bold: true })] })], 2800),
            cell([new Paragraph({ children: lines(field) })], 6200),
          ],
        }),
    ),
  });
}

/** Control characters are no text of an XML file: a value that holds one would make the document unreadable. */
function lines({ text, gap }: Block, italics = false): TextRun[] {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split(/\r\n?|\n/u)
    .map((line, index) => new TextRun({ text: line, italics, ...(index > 0 ? { break: 1 } : {}), ...(gap ? { highlight: 'yellow' as const } : {}) }));
}
