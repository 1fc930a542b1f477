import { findSender } from '../core/reading/sender';
import { threadKey } from '../core/thread';
import { lintBook as book } from '../data/lint';
import { readAllStored } from '../platform/panel-browser';
import { caseKey, type RowFact, type RowsAnswer } from '../wire/calls';
import type { StoredCase } from '../wire/stored-case';

/** Which rows of a list are mails of a listed provider or of a case that the person works on, and when its hold ends next. */
export async function markedRows(rows: readonly RowFact[]): Promise<RowsAnswer> {
  const stored = await readAllStored('local');
  const now = new Date().toISOString();
  return {
    marks: rows.map(({ email, subject }) => {
      const match = email ? findSender({ from: { name: '', email }, subject: '' }, '', book) : null;
      const listed = match?.trust === 'listed' ? match.id : null;
      if (email && !listed) return null;
      // A list that shows names only is known by the subjects of the cases.
      const ids = listed ? [listed] : book.providers.map(({ id }) => id);
      const known = ids.map((id) => stored[caseKey(threadKey(id, subject))] as StoredCase | undefined).find((one) => one !== undefined);
      if (!listed && !known) return null;
      const hold = known?.facts?.preservation;
      const due = hold?.state === 'confirmed' && hold.expires && hold.expires >= now.slice(0, 10) ? hold.expires.slice(0, 10) : undefined;
      return due ? { due } : {};
    }),
  };
}
