import type { Composer } from '../webmail';
import type { Job, PageWorld, Way } from './editor';
import { editorOf } from './editors';
import { arrived, flat, textOf } from './verify';
import { placeCaret, placeIn } from './where';

/** An insertion that held: `by` names editor and way, `undo` takes it back once and says whether the box is as it was. */
export type Inserted = { readonly ok: true; readonly by: string; undo(): Promise<boolean> } | { readonly ok: false };

/** How long an editor may take to show what it was given, in ms: the waits between the looks. */
const looks = [0, 30, 60, 120, 200];

/**
 * Puts a text into a compose box by the best way that its kind of editor takes. Reads the box back after each way; one that did
 * not hold is rolled back before the next is tried. Nothing that was in the box is ever lost.
 */
export async function insertInto(composer: Composer, text: string, page: PageWorld): Promise<Inserted> {
  const editor = editorOf(composer.body);
  const place = placeIn(composer);
  const before = textOf(composer);
  const job: Job = { composer, body: composer.body, text, place, page };
  for (const way of editor.ways) {
    placeCaret(composer, place);
    // One way after another: each needs the box as it was.
    const took = await attempt(() => way.insert(job));
    if (took && (await settles(() => arrived(textOf(composer), text, before))))
      return { ok: true, by: `${editor.id}: ${way.id}`, undo: () => takeBack(job, way, before) };
    if (flat(textOf(composer)) === flat(before)) continue;
    await attempt(() => way.undo(job));
    if (!(await settles(() => flat(textOf(composer)) === flat(before)))) return { ok: false };
  }
  return { ok: false };
}

async function takeBack(job: Job, way: Way, before: string): Promise<boolean> {
  const { composer, text } = job;
  const now = textOf(composer);
  // What the person wrote since would go first: then it is theirs to undo.
  if (!composer.body.isConnected || !arrived(now, text, before)) return false;
  composer.body.ownerDocument.defaultView?.focus();
  composer.body.focus({ preventScroll: true });
  await attempt(() => way.undo(job));
  return settles(() => flat(textOf(composer)) === flat(before));
}

async function attempt(act: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await act();
  } catch {
    return false;
  }
}

async function settles(test: () => boolean): Promise<boolean> {
  for (const pause of looks) {
    if (pause) await new Promise((resume) => setTimeout(resume, pause));
    if (test()) return true;
  }
  return false;
}
