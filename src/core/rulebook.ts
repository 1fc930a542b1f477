import type { ReadingBook } from '../data/schema/reading';
import type { UnderstandingBook } from '../data/schema/understanding';
import type { Provider } from '../data/schema/provider';
import type { DecidingBook } from '../data/schema/deciding';
import type { Hints } from './understanding/prefilter';
import type { WritingBook } from '../data/schema/writing';

/**
 * All knowledge, handed to the core as one argument: nothing in `core` reads a file. Each part has a schema in
 * `src/data/schema`, is checked at build time and in tests, and is written so that a lawyer can review it.
 */
export type Rulebook = {
  /** Where a mail's own words end, per language; envelopes; languages; look-alike characters. */
  readonly reading: ReadingBook;
  /** What sentences say: lexicons and rules per language. */
  readonly understanding: UnderstandingBook;
  /** What a first look goes by, so that most mails need no second. */
  readonly hints: Hints;
  /** Who answers, from where, through which channels. */
  readonly providers: readonly Provider[];
  /** What may follow, when, on which legal basis; sources, flags, clocks, who may sign. */
  readonly deciding: DecidingBook;
  /** Templates, facts to capture, findings. */
  readonly writing: WritingBook;
};

/** What it takes to check a draft and to know an address: the part that the background loads each time it wakes. */
export type LintBook = Pick<Rulebook, 'reading' | 'providers' | 'deciding'> & { readonly writing: LintWriting };
export type LintWriting = Pick<WritingBook, 'findings' | 'words' | 'fixes'>;
