/** Where a text goes in a compose box: before everything in it, or where the caret stands in the person's own text. */
export type Place = 'top' | 'caret';

/** The doors of editors that only code in the page's own world can open. */
export const pageDoors = ['tinymce', 'ckeditor4', 'ckeditor5', 'paste', 'paste-html', 'replacement'] as const;

/** One job for code in the page's own world: plain strings in, done or not out. */
export type PageAct = {
  readonly editor: (typeof pageDoors)[number];
  readonly act: 'insert' | 'undo';
  /** Value of the attribute `data-rogatory-target` that the box carries while the job runs. */
  readonly mark: string;
  readonly text: string;
  readonly place: Place;
};
