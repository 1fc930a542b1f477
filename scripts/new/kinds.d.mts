/** What `npm run new` hands to a kind: the id, the day (YYYY-MM-DD), the language folders, and a reader of the project's files. */
export type Order = { readonly id: string; readonly today: string; readonly languages: readonly string[]; readonly read: (file: string) => string };
export type Kind = {
  readonly id: RegExp;
  readonly idRule: string;
  readonly files: (order: Order) => Record<string, string>;
  readonly next: (order: Pick<Order, 'id'>) => readonly string[];
};
export const kinds: Readonly<Record<'webmail' | 'provider' | 'reply' | 'template' | 'language', Kind>>;
