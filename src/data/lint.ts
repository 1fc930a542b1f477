import type { LintBook } from '../core/rulebook';
import { deciding } from './deciding';
import { lintWriting } from './lint-words';
import { providers } from './providers';
import { reading } from './reading';

/** The part of the knowledge that checks a draft and knows an address, without what reads replies. */
export const lintBook: LintBook = { reading, providers, deciding, writing: lintWriting };
