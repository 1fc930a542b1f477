import type { Provider } from '../../data/schema/provider';
import { directoryFacts, type FactRow } from './facts';
import type { ShownFact } from './overlay';

/** Two providers beside each other. `differs` is false where one of the two is not known: then nothing can be said. */
export type Comparison = {
  readonly row: FactRow;
  readonly left: ShownFact;
  readonly right: ShownFact;
  readonly differs: boolean;
  readonly gap: boolean;
};

/** Every row of two cards, side by side. `gap` marks what is known of one and not of the other. `factsOf` gives the rows of a card. */
export function compareProviders(
  left: Provider,
  right: Provider,
  factsOf: (provider: Provider) => readonly ShownFact[] = directoryFacts,
): readonly Comparison[] {
  const others = new Map(factsOf(right).map((fact) => [fact.row, fact]));
  return factsOf(left).flatMap((fact) => {
    const other = others.get(fact.row);
    if (!other || (fact.values.length === 0 && other.values.length === 0)) return [];
    const gap = fact.values.length === 0 || other.values.length === 0;
    return [{ row: fact.row, left: fact, right: other, gap, differs: !gap && fact.values.join('\n') !== other.values.join('\n') }];
  });
}

/** Pairs of parent and subsidiary, the parent second; both are in the directory. */
export function families(providers: readonly Provider[]): readonly (readonly [Provider, Provider])[] {
  const byId = new Map(providers.map((provider) => [provider.id, provider]));
  return providers.flatMap((provider) => {
    const parent = provider.parent?.id ? byId.get(provider.parent.id) : undefined;
    return parent && parent !== provider ? [[provider, parent] as const] : [];
  });
}
