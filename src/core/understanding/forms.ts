import type { Span } from '../message';
import { label, type Item, type List } from './items';

/** What is asked, then room for the answer. */
const room = /^([ \t>|]{0,12}\S.{0,120}?)[ \t]{0,4}:?[ \t]{0,4}(?:_{2,200}|\.{4,200}|…{1,60})[ \t]{0,8}$/u;
const colon = /^([ \t>|]{0,12}\S.{0,80}?)[ \t]{0,4}:[ \t\r]{0,8}$/u;

/**
 * The lines of a form that is to be filled in: two or more that follow each other, each with room for an answer behind it or ending in
 * a colon with nothing behind. A last line with a colon that a list or a text follows stands over that and is none. Linear.
 */
export function formsIn(text: string, own: Span, most: number): readonly List[] {
  const forms: List[] = [];
  let items: Item[] = [];
  let last: 'room' | 'colon' | 'blank' = 'blank';
  let count = 0;
  const close = (kind: 'item' | 'text' | 'end') => {
    const headed = kind === 'item' ? endsInColon : kind === 'text' && last === 'colon';
    const kept = headed ? items.slice(0, -1) : items;
    if (kept.length >= 2) {
      forms.push({ items: kept });
      count += kept.length;
    }
    items = [];
  };
  let endsInColon = false;
  let blanks = 0;
  for (let at = own.start; at < own.end && count < most;) {
    let next = text.indexOf('\n', at);
    if (next < 0 || next > own.end) next = own.end;
    const line = text.slice(at, Math.min(next, at + 400));
    if (line.trim() === '') {
      blanks++;
      last = 'blank';
      if (blanks > 1) close('end');
    } else {
      blanks = 0;
      const item = label.test(line);
      const filled = item ? null : room.exec(line);
      const open = item || filled ? null : colon.exec(line);
      const asked = filled?.[1] ?? open?.[1];
      if (asked === undefined) close(item ? 'item' : 'text');
      else {
        const start = at + (asked.length - asked.trimStart().length);
        items.push({ start, end: at + asked.length, label: '', mark: at, level: 0, field: true });
        last = filled ? 'room' : 'colon';
        endsInColon = last === 'colon';
      }
    }
    at = next + 1;
  }
  close('end');
  return forms;
}
