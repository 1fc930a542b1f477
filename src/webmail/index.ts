import { demo } from './demo';
import { gmail } from './gmail';
import { roundcube } from './roundcube';
import type { Webmail } from './webmail';

/** Every webmail that is known, in the order in which they are tried. */
export const webmails: readonly Webmail[] = [demo, roundcube, gmail];
