import { chooseSections } from './sections';

/** A template filled in. `missing` are the facts without a value, each once, in the order of the text. */
export type Filled = { readonly subject: string; readonly text: string; readonly missing: readonly string[] };

export type Values = Readonly<Record<string, string | undefined>>;

const placeholder = /\{(\w{1,60})\}/gu;

/**
 * Fills a template in one pass: `{fact}`, `{#fact}shown when there is one{/fact}`, `{^fact}shown when there is none{/fact}`.
 * A value is put in as it is and never looked into again; a fact without value stays visible as a gap.
 */
export function fillTemplate(template: string, values: Values, gap: (fact: string) => string): Filled {
  const missing: string[] = [];
  const has = (fact: string) => (values[fact] ?? '').trim() !== '';
  const plain = chooseSections(template, has);
  const fill = (text: string) =>
    text.replace(placeholder, (_whole, fact: string) => {
      if (has(fact)) return values[fact] ?? '';
      if (!missing.includes(fact)) missing.push(fact);
      return gap(fact);
    });
  const line = plain.indexOf('\n');
  const head = plain.slice(0, line).replace(/^Subject:\s*/u, '');
  const subject = fill(head).replace(/\s+/gu, ' ').trim();
  return { subject: subject.length > 200 ? `${subject.slice(0, 199)}…` : subject, text: fill(plain.slice(line + 1)).trim(), missing };
}

/** Every fact that a template names. */
export function factsOfTemplate(template: string): readonly string[] {
  return [...new Set([...template.matchAll(/\{[#^/]?(\w{1,60})\}/gu)].map((match) => match[1] ?? ''))];
}
