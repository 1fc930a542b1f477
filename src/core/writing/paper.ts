import { chooseSections } from './sections';
import type { Values } from './template';

/** A piece of a paper: what it is, and its words. `label` stands beside a field. `gap` is true when a fact in it has no value. */
export type Block = {
  readonly kind: 'heading' | 'paragraph' | 'field' | 'item' | 'check' | 'note';
  readonly text: string;
  readonly label?: string;
  readonly gap: boolean;
};

/** A paper filled in. `missing` are the facts without a value, each once, in the order of the paper. */
export type Paper = {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly missing: readonly string[];
  /** For each heading: how many of its facts there are, and how many have a value. */
  readonly sections: readonly { readonly heading: string; readonly facts: number; readonly filled: number }[];
};

const placeholder = /\{(\w{1,60})\}/gu;
const marks: Readonly<Record<string, Block['kind']>> = { '# ': 'heading', '= ': 'field', '- ': 'item', '[] ': 'check', '! ': 'note' };
/** Longest value that is put in, in characters; a whole mail pasted into a field would hide the form. */
const longest = 20_000;

/**
 * Fills a paper in one pass. Its lines: `Title: …`, `# heading`, `= label | value`, `- item`, `[] something to be checked by a person`,
 * `! note`; anything else is a paragraph. `{fact}`, `{#fact}…{/fact}`, `{^fact}…{/fact}` as in letters. A value is never looked into
 * again: braces, dashes or line breaks in it stay what they are, and it can't become a heading.
 */
export function fillPaper(template: string, values: Values, gap: (fact: string) => string): Paper {
  const has = (fact: string) => (values[fact] ?? '').trim() !== '';
  const missing: string[] = [];
  const blocks: Block[] = [];
  const sections: { heading: string; facts: number; filled: number }[] = [];
  let title = '';
  const fill = (line: string): { readonly text: string; readonly gap: boolean } => {
    let open = false;
    const text = line.replace(placeholder, (_whole, fact: string) => {
      const current = sections.at(-1);
      if (current) current.facts++;
      if (has(fact)) {
        if (current) current.filled++;
        return (values[fact] ?? '').slice(0, longest).trim();
      }
      open = true;
      if (!missing.includes(fact)) missing.push(fact);
      return gap(fact);
    });
    return { text, gap: open };
  };
  const plain = chooseSections(template, has);
  for (const line of plain.split('\n')) {
    if (line.trim() === '') continue;
    if (title === '' && line.startsWith('Title: ')) {
      title = fill(line.slice('Title: '.length)).text;
      continue;
    }
    const mark = Object.keys(marks).find((one) => line.startsWith(one));
    const kind = mark ? (marks[mark] ?? 'paragraph') : 'paragraph';
    const rest = mark ? line.slice(mark.length) : line;
    if (kind === 'heading') sections.push({ heading: rest, facts: 0, filled: 0 });
    const cut = kind === 'field' ? rest.indexOf(' | ') : -1;
    const filled = fill(cut < 0 ? rest : rest.slice(cut + 3));
    blocks.push({ kind, ...filled, ...(cut < 0 ? {} : { label: rest.slice(0, cut) }) });
  }
  return { title, blocks, missing, sections: sections.filter(({ facts }) => facts > 0) };
}

/** Every fact that a paper names, each once. */
export function factsOfPaper(template: string): readonly string[] {
  return [...new Set([...template.matchAll(/\{[#^]?(\w{1,60})\}/gu)].map((match) => match[1] ?? ''))];
}
