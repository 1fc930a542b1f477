import type { Rulebook } from '../core/rulebook';
import { deciding } from './deciding';
import { providers } from './providers';
import { reading } from './reading';
import { understanding } from './understanding';
import { writing } from './writing';

/** All knowledge that ships with this version. */
export const book: Rulebook = { reading, understanding, providers, deciding, writing };
