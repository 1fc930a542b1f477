import type { Span } from '../message';
import { charSet, trimTail } from '../reading/characters';
import { levelled } from './nesting';

/** An item of a list: its words, its own label, and where the label begins. */
export type Item = Span & {
  readonly label: string;
  readonly mark: number;
  /** 1 below an item of another kind, else 0. */ readonly level: 0 | 1;
  /** A line of a form, with room for the answer. */ readonly field?: true;
};
export type List = { readonly items: readonly Item[] };

/** What stands before an item: a figure, a letter, a Roman number, a bullet, or `Question 1`. */
export const label =
  /^[ \t>|]{0,12}\*{0,2}(?:(q)[ \t.]?(\d{1,3})[ \t]{0,2}[.:)\]–—|/-]{0,2}|(?:question|domanda|frage|pregunta|pergunta|vraag|punto|point|punkt|item|quesito|spørgsmål)[ \t]{0,2}(?:n?[.°#][ \t]?)?(\d{1,3}|[a-z](?![a-z]))[ \t]{0,2}[.:)\]–—|-]{0,2}|[([]?(\d{1,3}(?:\.\d{1,2})?|[a-z]|[ivx]{1,4})(?:[ \t]{0,4}[.)\]:|/\t°º]|[ \t]{1,4}[-–—](?=[ \t])|\uFE0F?\u20E3)[.)\]|-]?|#(\d{1,3})[.:)]?|([-*•·–—▪◦●○▫□☐‣■◆➢➤✓✔→]|[-=]>|[+~](?=\s)|o(?:\t| {2,4})|\[[ \t]?\])|([①-⑳]))\*{0,2}[ \t|]{0,8}(?=\S|$)/iu;
const inline = /(?:^|[\s:;,.?])\(?((?:\d{1,2}|[a-h]|i{1,3}|iv|vi{0,3}))[).](?=\s+\S)/giu;

/** A line this short that is followed by a capital letter was ended by its writer. */
const shortLine = 46;

/**
 * The lists of a part of a text: lines that begin with a number, a letter or a bullet, with the lines that belong to them; and
 * `(a) … (b) …` inside a paragraph. Numbers that a scan moved into or behind their line are put back. Linear.
 */
export function itemsOf(text: string, own: Span, most: number): readonly List[] {
  const lists: Item[][] = [];
  let current: Item[] = [];
  let open: { start: number; label: string; mark: number; bullet: boolean; listed: boolean } | null = null;
  let at = own.start;
  let lineStart = own.start;
  let blank = true;
  let expected = 1;
  let count = 0;
  const flush = () => {
    if (current.length > 0) lists.push(current);
    current = [];
  };
  const close = (end: number) => {
    if (!open || end <= open.start) {
      open = null;
      return;
    }
    // A label that stood alone on its line belongs to the next.
    while (open.start < end && /\s/u.test(text[open.start] ?? '')) open.start++;
    const body = text.slice(open.start, end);
    const moved = open.listed ? null : movedNumber(body, expected);
    const trimmed = end - (body.length - body.trimEnd().length);
    if (open.listed || moved !== null) {
      const given = moved ?? open.label;
      if (/^\d+$/u.test(given)) expected = Number(given) + 1;
      if (trimmed > open.start) {
        const parts = goesOn(text, open.start, trimmed, given);
        current.push({ start: open.start, end: parts[0]?.mark ?? trimmed, label: given, mark: open.mark, level: 0 }, ...parts);
        const [first] = current.slice(-parts.length - 1);
        if (first && parts.length > 0)
          current[current.length - parts.length - 1] = {
            ...first,
            end: first.start + withoutJoin(text.slice(first.start, first.end)).length,
          };
        count += 1 + parts.length;
      }
    } else {
      const inside = splitInline(text, open.start, trimmed);
      if (inside.length >= 2) {
        flush();
        lists.push([...inside]);
        count += inside.length;
      } else flush();
    }
    open = null;
  };
  while (at < own.end && count < most) {
    let next = text.indexOf('\n', at);
    if (next < 0 || next > own.end) next = own.end;
    const line = text.slice(at, Math.min(next, at + 400));
    if (line.trim() === '') {
      // An item goes on over a blank line only when a scan has torn it: then the next line begins in lower case.
      const following = text.slice(next + 1, next + 3).trim();
      if (!/^\p{Ll}/u.test(following) || !open) close(at);
      blank = true;
    } else {
      const match = label.exec(line);
      if (match && (match[0].length < line.trimEnd().length || (match[6] === undefined && /[.:)\]]\s*$/u.test(match[0])))) {
        close(at);
        open = {
          start: at + match[0].length,
          label: match[1] !== undefined ? `Q${match[2] ?? ''}` : (match[3] ?? match[4] ?? match[5] ?? circled(match[7])),
          mark: at,
          bullet: match[6] !== undefined,
          listed: true,
        };
      } else if (open?.listed && !blank && !/^\s/u.test(line) && (ends(text, at) || at - lineStart < shortLine) && /^\p{Lu}/u.test(line.trimStart())) {
        // A new sentence at the margin after a finished item.
        close(at);
        open = { start: at, label: '', mark: at, bullet: false, listed: false };
      } else if (!open) open = { start: at + (line.length - line.trimStart().length), label: '', mark: at, bullet: false, listed: false };
      blank = false;
    }
    lineStart = at;
    at = next + 1;
  }
  close(own.end);
  flush();
  return lists.map((items) => ({ items: levelled(items) }));
}

const between = charSet(' \t\r\n\u00a0;,(');

/** An item without the comma and the "and" that lead on to the next. */
function withoutJoin(words: string): string {
  const kept = trimTail(words, between);
  const join = /[\s,;](?:and|und|et|y|e|en|og)$/u.exec(kept.slice(-4));
  return join ? trimTail(kept.slice(0, kept.length - join[0].length), between) : kept;
}

/** The figure inside a circle. */
function circled(sign: string | undefined): string {
  return sign ? String((sign.codePointAt(0) ?? 0) - 0x245f) : '';
}

/** Whether the line before an offset ends a sentence. */
function ends(text: string, at: number): boolean {
  return /[.!?;:]\s*$/u.test(text.slice(Math.max(0, at - 6), at));
}

/** A number like `3.` inside or behind a paragraph that has none in front; only the one that is due counts. */
function movedNumber(body: string, expected: number): string | null {
  const part = body.slice(0, 2000);
  for (let at = part.indexOf(`${expected}.`); at > 0; at = part.indexOf(`${expected}.`, at + 1)) {
    const before = part[at - 1] ?? '';
    const after = part[at + String(expected).length + 1];
    if (/\s/u.test(before) && (after === undefined || /\s/u.test(after)) && /[.?!:]\s*$|^\s*$/u.test(part.slice(0, at).trimEnd().slice(-1)))
      return String(expected);
  }
  return null;
}

/** `(2) … (3) …` behind an item `(1)` that began its line. */
function goesOn(text: string, start: number, end: number, label: string): readonly Item[] {
  const number = Number(label);
  if (!(number >= 1 && number < 20)) return [];
  const found: Item[] = [];
  const body = text.slice(start, Math.min(end, start + 2000));
  let next = number + 1;
  let from = -1;
  for (let at = body.indexOf(`(${next})`); at >= 0; at = body.indexOf(`(${next})`, at + 1)) {
    if (from >= 0) found.push(itemAt(text, start + from, start + at, String(next - 1)));
    from = at;
    next++;
  }
  if (from >= 0) found.push(itemAt(text, start + from, end, String(next - 1)));
  return found;
}

function itemAt(text: string, mark: number, end: number, label: string): Item {
  const from = mark + label.length + 2;
  const words = text.slice(from, end);
  const lead = words.length - words.trimStart().length;
  return {
    start: from + lead,
    end: Math.max(from + lead, from + withoutJoin(words).length),
    label,
    mark,
    level: 0,
  };
}

/** `(a) … (b) … (c) …` within one paragraph. */
function splitInline(text: string, start: number, end: number): readonly Item[] {
  const body = text.slice(start, Math.min(end, start + 4000));
  const marks = [...body.matchAll(inline)].slice(0, 60);
  if (marks.length < 2) return [];
  const rows = ['abcdefgh'.split(''), '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15'.split(' '), 'i ii iii iv v vi vii viii'.split(' ')];
  let best: readonly RegExpMatchArray[] = [];
  for (const row of rows) {
    const run: RegExpMatchArray[] = [];
    for (const found of marks) if ((found[1] ?? '').toLowerCase() === row[run.length]) run.push(found);
    if (run.length > best.length) best = run;
  }
  if (best.length < 2) return [];
  return best.map((found, index) => {
    const from = start + (found.index ?? 0) + found[0].length;
    const stop = best[index + 1]?.index;
    const to = stop === undefined ? end : start + stop;
    const words = text.slice(from, to);
    const lead = words.length - words.trimStart().length;
    const tail = words.length - withoutJoin(words).length;
    return { start: from + lead, end: Math.max(from + lead, to - tail), label: found[1] ?? '', mark: start + (found.index ?? 0), level: 0 };
  });
}
