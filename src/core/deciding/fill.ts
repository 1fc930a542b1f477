import type { Facts } from './situation';

/** Puts values into `{name}` places, once; a name without a value stays as it is. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

/** The office's figures, by name, for sentences that mention them. */
export function figures({ book: { settings } }: Facts): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
}
