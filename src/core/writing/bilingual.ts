import type { Draft } from '../assessment';
import { textToHtml } from './html';

/** What stands between the two languages of one letter. */
const between = '\n\n* * *\n\n';

/** One letter in two languages, the second below the first, under the first one's subject. What either lacks is missing. */
export function inTwoLanguages(first: Draft, second: Draft): Draft {
  if (first.text === '' || second.text === '' || first.language === second.language) return first;
  const text = `${first.text}${between}${second.text}`;
  return { ...first, text, html: textToHtml(text), missing: [...new Set([...first.missing, ...second.missing])] };
}
