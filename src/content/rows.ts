import { mayConcernProvider } from '../core/understanding/prefilter';
import { hints } from '../data/hints';
import { tellExtension } from '../platform/page-browser';
import type { ListRow, Webmail } from '../webmail/webmail';
import type { RowsAnswer } from '../wire/calls';
import { overlayLayer } from './overlay';

const words = { en: { reply: 'Provider’s reply', due: 'Hold ends' }, it: { reply: 'Risposta di un provider', due: 'Conservazione fino al' } } as const;
type Mark = { readonly due?: string };
/** What is known of rows, by sender and subject: each is asked for once. */
const known = new Map<string, Mark | null>();
const mostKnown = 2000;
const keyOf = ({ from, subject }: ListRow) => `${from.email || from.name}\n${subject}`;
const concerns = ({ from, subject }: ListRow) =>
  from.email ? mayConcernProvider('', from.email, hints) : mayConcernProvider(`${from.name} ${subject}`, '', hints);

/** Puts a small mark beside the rows of a list that are provider's replies. The rows themselves are not touched. */
export function rowMarks(language: 'en' | 'it') {
  let marked: readonly { readonly row: Element; readonly mark: Mark }[] = [];
  let frame = 0;
  const draw = () => {
    frame = 0;
    const boxes = marked.flatMap(({ row, mark }) => (row.isConnected ? boxAt(row, mark, language) : []));
    if (boxes.length > 0 || marked.length > 0) overlayLayer('rows').replaceChildren(...boxes);
    if (boxes.length === 0 && marked.length === 0) overlayLayer('rows').replaceChildren();
  };
  const later = () => {
    if (marked.length > 0) frame ||= requestAnimationFrame(draw);
  };
  addEventListener('scroll', later, { capture: true, passive: true });
  addEventListener('resize', later, { passive: true });
  return async (webmail: Webmail): Promise<void> => {
    const had = marked.length > 0;
    const rows = webmail.readRows?.(document).filter(concerns) ?? [];
    const asked = rows.filter((row) => !known.has(keyOf(row)));
    if (asked.length > 0) {
      if (known.size > mostKnown) known.clear();
      for (const row of asked) known.set(keyOf(row), null);
      const answer = (await tellExtension({
        type: 'rows-shown',
        rows: asked.map(({ from, subject }) => ({ email: from.email, subject })),
      })) as RowsAnswer | undefined;
      asked.forEach((row, at) => known.set(keyOf(row), answer?.marks[at] ?? null));
    }
    marked = rows.flatMap((row) => {
      const mark = known.get(keyOf(row));
      return mark ? [{ row: row.row, mark }] : [];
    });
    if (marked.length > 0 || had) draw();
  };
}

/** A dot at the beginning of a row that is in sight, with the day when one is near. */
function boxAt(row: Element, mark: Mark, language: 'en' | 'it'): HTMLElement[] {
  const { left, right, top, height } = row.getBoundingClientRect();
  const x = getComputedStyle(row).direction === 'rtl' ? right - 6 : left + 2;
  const y = top + height / 2;
  const hit = height > 0 && y > 0 && y < innerHeight ? document.elementFromPoint(x + 1, y) : null;
  if (!hit || !(row.contains(hit) || hit.contains(row))) return [];
  const box = document.createElement('div');
  const text = words[language];
  const day = mark.due ? new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${mark.due}T00:00:00Z`)) : '';
  box.className = 'row';
  box.dataset['testid'] = 'row-mark';
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', day ? `${text.reply}. ${text.due} ${day}` : text.reply);
  box.style.insetInlineStart = `${x}px`;
  box.style.top = `${y}px`;
  box.textContent = day;
  return [box];
}
