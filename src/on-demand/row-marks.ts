import { overlayLayer } from './overlay';

/** A row of the list that is a provider's reply; `due` is the day (ISO 8601) on which its case's hold ends. */
export type MarkedRow = { readonly row: Element; readonly due?: string };

const words = { en: { reply: 'Provider’s reply', due: 'Hold ends' }, it: { reply: 'Risposta di un provider', due: 'Conservazione fino al' } } as const;
let marked: readonly MarkedRow[] = [];
let screen: 'en' | 'it' = 'en';
let frame = 0;
let follows = false;

/** Draws a small mark beside each of these rows, and moves it with them. The rows themselves are not touched. */
export function markRows(rows: readonly MarkedRow[], language: 'en' | 'it'): void {
  marked = rows;
  screen = language;
  if (!follows) {
    addEventListener('scroll', later, { capture: true, passive: true });
    addEventListener('resize', later, { passive: true });
    follows = true;
  }
  draw();
}

function later(): void {
  if (marked.length > 0) frame ||= requestAnimationFrame(draw);
}

function draw(): void {
  frame = 0;
  overlayLayer('rows').replaceChildren(...marked.flatMap((one) => (one.row.isConnected ? boxAt(one) : [])));
}

/** A dot at the beginning of a row that is in sight, with the day when one is near. */
function boxAt({ row, due }: MarkedRow): HTMLElement[] {
  const { left, right, top, height } = row.getBoundingClientRect();
  const x = getComputedStyle(row).direction === 'rtl' ? right - 6 : left + 2;
  const y = top + height / 2;
  const hit = height > 0 && y > 0 && y < innerHeight ? document.elementFromPoint(x + 1, y) : null;
  if (!hit || !(row.contains(hit) || hit.contains(row))) return [];
  const box = document.createElement('div');
  const text = words[screen];
  const day = due ? new Intl.DateTimeFormat(screen, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${due}T00:00:00Z`)) : '';
  box.className = 'row';
  box.dataset['testid'] = 'row-mark';
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', day ? `${text.reply}. ${text.due} ${day}` : text.reply);
  box.style.insetInlineStart = `${x}px`;
  box.style.top = `${y}px`;
  box.textContent = day;
  return [box];
}
