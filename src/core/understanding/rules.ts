import type { Rule, UnderstandingBook } from '../../data/schema/understanding';
import type { ReplyTypeId } from '../ids';
import { conceptsOf } from './automaton';

/** A concept that a rule asks for. `how`: 0 affirmed, 1 denied, 2 either. */
export type Wanted = { readonly concept: number; readonly how: 0 | 1 | 2 };
export type ReadyRule = {
  readonly all: readonly (readonly Wanted[])[];
  readonly none: readonly Wanted[];
  readonly neighbours: boolean;
  readonly question: boolean;
  readonly loose: boolean;
  readonly near: number;
  readonly score: number;
};
export type ReadyType = { readonly id: ReplyTypeId; readonly outranks: readonly ReplyTypeId[]; readonly rules: readonly ReadyRule[] };

const ready = new WeakMap<UnderstandingBook, readonly ReadyType[]>();

/** The rules of a book with numbers for concepts; made once. */
export function rulesOf(book: UnderstandingBook): readonly ReadyType[] {
  let types = ready.get(book);
  if (!types) {
    const { numbers } = conceptsOf(book);
    const wanted = (name: string, either: boolean): Wanted => {
      const sign = name[0];
      const concept = sign === '-' || sign === '~' ? name.slice(1) : name;
      return { concept: numbers.get(concept) ?? -1, how: sign === '-' ? 1 : sign === '~' || either ? 2 : 0 };
    };
    const make = (rule: Rule): ReadyRule => {
      // "does not constitute an emergency": the denial of the verb reaches its object, so the object counts either way.
      const denies = rule.all.some((choice) => choice.some((name) => name.startsWith('-')));
      return {
        all: rule.all.map((choice) => choice.map((name) => wanted(name, denies))),
        none: (rule.none ?? []).map((name) => wanted(name, false)),
        neighbours: rule.within === 'neighbours',
        question: rule.question ?? false,
        loose: rule.loose ?? false,
        near: rule.near ?? Number.POSITIVE_INFINITY,
        score: rule.score,
      };
    };
    types = book.replies.map(({ id, outranks, rules }) => ({ id, outranks, rules: rules.map(make) }));
    ready.set(book, types);
  }
  return types;
}
