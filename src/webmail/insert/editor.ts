import type { PageAct, Place } from '../../core/page-act';
import type { Composer } from '../webmail';

/** Runs a job in the page's world; false when nothing came of it. */
export type PageWorld = (act: Omit<PageAct, 'mark'>, box: HTMLElement) => Promise<boolean>;

export type Job = {
  readonly composer: Composer;
  readonly body: HTMLElement;
  readonly text: string;
  readonly place: Place;
  /** The line ends that set the text apart from what stands before it, and from what follows. */
  readonly lead: string;
  readonly gap: string;
  readonly page: PageWorld;
};

/** One way to put a text in, with the way to take exactly that back. Both say whether the editor took the order. */
export type Way = {
  readonly id: string;
  /** True for a way that finds the place by itself: the caret is left where it is. */
  readonly finds?: boolean;
  insert(job: Job): boolean | Promise<boolean>;
  undo(job: Job): boolean | Promise<boolean>;
};

/** A kind of editor: how it is told apart in the page, and what it takes, best way first. */
export type Editor = {
  readonly id: string;
  knows(body: HTMLElement): boolean;
  readonly ways: readonly Way[];
  /** How long it takes to follow the caret into its own model, in ms; nothing for an editor without one. */
  readonly follows?: number;
};
