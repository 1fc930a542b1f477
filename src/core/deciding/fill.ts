import type { Facts } from './situation';

/** Puts values into `{name}` places, once; a name without a value stays as it is. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.includes('{') ? template.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole) : template;
}

/** The office's figures, by name, for sentences that mention them. */
export function figures({ book: { settings } }: Facts): Readonly<Record<string, string>> {
  let known = written.get(settings);
  if (!known) written.set(settings, (known = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]))));
  return known;
}

const written = new WeakMap<object, Readonly<Record<string, string>>>();

/** The entry of a list with an id, by an index made once for each list. */
export function entryOf<T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined {
  let known = indexes.get(list) as Map<string, T> | undefined;
  if (!known) {
    known = new Map();
    for (const one of list) if (!known.has(one.id)) known.set(one.id, one);
    indexes.set(list, known);
  }
  return known.get(id);
}

const indexes = new WeakMap<object, ReadonlyMap<string, unknown>>();
