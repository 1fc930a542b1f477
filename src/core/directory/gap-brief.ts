import type { Provider } from '../../data/schema/provider';
import { compareProviders } from './compare';
import { directoryFacts, type FactRow } from './facts';
import type { Correction, ShownFact } from './overlay';

/** The sentences of the brief, in the language of the reader. */
export type BriefWords = {
  readonly title: (left: string, right: string) => string;
  readonly intro: (parent: string, count: number, date: string) => string;
  readonly gaps: string;
  readonly end: string;
  readonly row: (row: FactRow) => string;
  readonly value: (value: string) => string;
  readonly unverified: string;
  readonly corrected: (correction: Correction) => string;
  readonly unknown: string;
};

/** A page of plain text on where two providers' public rules differ, to be sent to a ministry or a liaison officer. No case data. */
export function gapBrief(left: Provider, right: Provider, words: BriefWords, factsOf: (provider: Provider) => readonly ShownFact[] = directoryFacts): string {
  const rows = compareProviders(left, right, factsOf);
  const differing = rows.filter(({ differs }) => differs);
  const gaps = rows.filter(({ gap }) => gap);
  const mark = (fact: ShownFact) =>
    fact.correction ? ` [${words.corrected(fact.correction)}]` : fact.confidence === 'verified' ? '' : ` [${words.unverified}]`;
  const values = ({ values: all, correction }: ShownFact) => (correction ? all : all.map(words.value)).join('; ');
  const tell = (fact: ShownFact) => (fact.values.length === 0 ? words.unknown : `${values(fact)}${mark(fact)}`);
  const lines = (several: typeof rows) =>
    several.flatMap(({ row, left: one, right: other }) => [`- ${words.row(row)}`, `    ${left.name}: ${tell(one)}`, `    ${right.name}: ${tell(other)}`]);
  const date = [left.checkedOn, right.checkedOn].sort()[0] ?? '';
  return [
    words.title(left.name, right.name),
    '',
    words.intro(left.parent?.name ?? right.parent?.name ?? right.name, differing.length, date),
    '',
    ...lines(differing),
    ...(gaps.length > 0 ? ['', words.gaps, '', ...lines(gaps)] : []),
    '',
    words.end,
  ].join('\n');
}
