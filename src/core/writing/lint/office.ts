import { says } from '../own-words';
import type { View } from './view';

/** A word that the office does not want in its letters. Source: the office's own settings. */
export function officeWord(view: View): void {
  if (!view.context.officeWords?.['OFFICE_UNWANTED']) return;
  for (const line of view.all) {
    const said = says(line, '~OFFICE_UNWANTED');
    if (!said) continue;
    view.add('office_word', { start: said.start, end: said.end }, undefined, view.subject.includes(line) ? 'subject' : 'body');
    return;
  }
}
