import type { Rulebook } from '../core/rulebook';
import { deciding } from './deciding';
import { hints } from './hints';
import { providers } from './providers';
import { reading } from './reading';
import { understanding } from './understanding';
import { writing } from './writing';

/** All knowledge that ships with this version. */
export const book: Rulebook = { reading, understanding, hints, providers, deciding, writing };
