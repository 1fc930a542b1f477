import { mayConcernProvider } from '../core/understanding/prefilter';
import { hints } from '../data/hints';
import { tellExtension } from '../platform/page-browser';
import type { ListRow, Webmail } from '../webmail/webmail';
import type { RowsAnswer } from '../wire/calls';
import { loadedOnDemand, onDemand } from './on-demand';

/** What is known of rows, by sender and subject: each is asked for once. */
const known = new Map<string, { readonly due?: string } | null>();
const mostKnown = 2000;
const keyOf = ({ from, subject }: ListRow) => `${from.email || from.name}\n${subject}`;
const concerns = ({ from, subject }: ListRow) =>
  from.email ? mayConcernProvider('', from.email, hints) : mayConcernProvider(`${from.name} ${subject}`, '', hints);

/** Finds out which rows of the list are provider's replies, and has them marked. */
export async function lookAtRows(webmail: Webmail, language: 'en' | 'it'): Promise<void> {
  const rows = webmail.readRows?.(document).filter(concerns) ?? [];
  const asked = rows.filter((row) => !known.has(keyOf(row)));
  if (asked.length > 0) {
    if (known.size > mostKnown) known.clear();
    for (const row of asked) known.set(keyOf(row), null);
    const answer = (await tellExtension({ type: 'rows-shown', rows: asked.map(({ from, subject }) => ({ email: from.email, subject })) })) as
      | RowsAnswer
      | undefined;
    asked.forEach((row, at) => known.set(keyOf(row), answer?.marks[at] ?? null));
  }
  const marked = rows.flatMap((row) => {
    const mark = known.get(keyOf(row));
    return mark ? [{ row: row.row, ...mark }] : [];
  });
  const rest = marked.length > 0 ? await onDemand() : loadedOnDemand();
  rest?.markRows(marked, language);
}
