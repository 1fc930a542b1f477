import type { Hints } from '../core/understanding/prefilter';
import { domains } from './domains.json';
import { strong, weak } from './hints.json';
import { counsel, offices } from './senders.json';

/** What the page needs to tell at once that a mail is no provider's. Only names of what it needs, to stay small in the page. */
export const hints: Hints = { strong, weak, offices: [...offices, ...counsel], domains: new Set(domains.split(' ')) };
