import { says, type Line } from '../own-words';
import { asksData } from './asks';
import type { Kind } from './kind';
import type { View } from './view';

/** "If an order is needed, freeze them until then": an if-clause about a court or a paper, and the hold outside of it. */
function onOrder(line: Line, supposed: boolean): boolean {
  const when = says(line, 'IF');
  return when !== undefined && !supposed && line.hits.some(({ concept, first }) => concept === 'PROCESS' && first > when.last && first - when.last <= 6);
}

/** A hold asked in a way that a provider passes over: on a condition, for data to come, or beside a request for data. */
export function preservation(view: View, kind: Kind): void {
  for (const [at, line] of view.lines.entries()) {
    const previous = view.lines[at - 1];
    const hold = says(line, '=PRESERVE');
    if (!hold) {
      const comes = kind.id === 'preservation' ? says(line, '=FUTURE') : undefined;
      if (comes && !says(line, '~PROCESS') && !says(line, 'PROMISE') && ['DATA', 'CONTENT', 'USER', 'ASK'].some((one) => says(line, one)))
        view.add('prospective_preservation', { start: line.start, end: line.end });
      // "… for ninety days. From now on, also what comes in."
      if (previous && says(previous, 'PRESERVE') && says(line, 'FUTURE') && (says(line, 'DATA') || says(line, 'CONTENT')) && !says(line, '~PROCESS'))
        view.add('prospective_preservation', { start: line.start, end: line.end });
      continue;
    }
    const span = { start: line.start, end: line.end };
    if ((says(line, 'NEED_IF') || onOrder(line, hold.supposed)) && !says(line, 'RENEW')) {
      const text = view.sentence('hold');
      view.add('conditional_preservation', span, text ? { kind: 'replace', ...span, text: text.replace(/[.!]$/u, '') } : undefined);
    }
    // "A letter rogatory that will be sent" is no data to come.
    const future = line.hits.find(
      (hit) =>
        hit.concept === 'FUTURE' &&
        !hit.denied &&
        !line.hits.some(({ concept, last }) => concept === 'PROCESS' && hit.first - last >= 0 && hit.first - last <= 4),
    );
    if (future && !(says(line, '~PROCESS') && says(line, 'PROMISE'))) view.add('prospective_preservation', span);
  }
  if (kind.preserves && kind.asks && !view.find('~SEPARATE')) {
    const both = kind.preserves === kind.asks ? says(kind.asks, 'GIVE') !== undefined : true;
    const asked =
      both && view.lines.some((line, at) => asksData(line, view.lines[at - 1]) && (line !== kind.preserves || says(line, 'GIVE')) && !says(line, 'EXISTING'));
    if (!asked) return;
    const near = view.outgoing.text.slice(Math.min(kind.preserves.end, kind.asks.end), Math.max(kind.preserves.start, kind.asks.start));
    if (kind.id === 'emergency' && /\n\s*\n|\n\s*\d{1,2}[.)]/u.test(near)) return;
    view.add('mixed_preservation_and_disclosure', { start: kind.preserves.start, end: kind.preserves.end });
  }
}
