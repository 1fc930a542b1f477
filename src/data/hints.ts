import type { Hints } from '../core/understanding/prefilter';
import words from './hints.json';
import senders from './senders.json';

type Listed = readonly { readonly domain: string }[];
const files = import.meta.glob<Listed>('./providers/*.json', { eager: true, import: 'domains' });

/** What the page needs to tell at once that a mail is no provider's. */
export const hints: Hints = { strong: words.strong, weak: words.weak, offices: [...senders.offices, ...senders.counsel], domains: new Set(Object.values(files).flatMap((list) => list.map(({ domain }) => domain))) };
