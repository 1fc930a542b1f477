import type { Composer } from '../webmail';
import type { Job, PageWorld, Way } from './editor';
import { editorOf } from './editors';
import { arrived, flat, textOf } from './verify';
import { framing, placeCaret, placeIn } from './where';

/** What came of taking a text back: the box is as it was; or nothing was done, for the person's own words would have gone too; and so on. */
export type TakenBack = 'undone' | 'changed-meanwhile' | 'box-gone' | 'refused';

/** An insertion that held: `by` names editor and way, `undo` takes it back once. */
export type Inserted = { readonly ok: true; readonly by: string; undo(): Promise<TakenBack> } | { readonly ok: false };

/** How long an editor may take to show what it was given, in ms: the waits between the looks. */
const looks = [0, 30, 60, 120, 200];
/** How long it has to stay there, in ms. */
const stays = 120;

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));

/**
 * Puts a text into a compose box by the best way that its kind of editor takes. Reads the box back after each way; one that did
 * not hold is rolled back before the next is tried. Nothing that was in the box is ever lost.
 */
export async function insertInto(composer: Composer, text: string, page: PageWorld): Promise<Inserted> {
  const editor = editorOf(composer.body);
  const place = placeIn(composer);
  const before = textOf(composer);
  const job: Job = { composer, body: composer.body, text, place, ...framing(composer, place, before), page };
  for (const way of editor.ways) {
    if (!way.finds) placeCaret(composer, place);
    if (editor.follows) await pause(editor.follows);
    // One way after another: each needs the box as it was.
    const took = await attempt(() => way.insert(job));
    const there = () => arrived(textOf(composer), text, before);
    // Some editors first show what they do not hold, and draw it away a moment later.
    if (took && (await settles(there)) && (await lasts(there))) return { ok: true, by: `${editor.id}: ${way.id}`, undo: () => takeBack(job, way, before) };
    if (flat(textOf(composer)) === flat(before)) continue;
    await attempt(() => way.undo(job));
    if (!(await settles(() => flat(textOf(composer)) === flat(before)))) return { ok: false };
  }
  return { ok: false };
}

async function takeBack(job: Job, way: Way, before: string): Promise<TakenBack> {
  const { composer, text } = job;
  if (!composer.body.isConnected) return 'box-gone';
  // What the person wrote since would go first: then it is theirs to undo.
  if (!arrived(textOf(composer), text, before)) return 'changed-meanwhile';
  composer.body.ownerDocument.defaultView?.focus();
  composer.body.focus({ preventScroll: true });
  await attempt(() => way.undo(job));
  return (await settles(() => shape(textOf(composer)) === shape(before))) ? 'undone' : 'refused';
}

/** A text with its lines, without the invisible fillers and the spaces at their ends. */
function shape(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff]/gu, '')
    .replaceAll('\u00a0', ' ')
    .replace(/(?<![ \t])[ \t]+$/gmu, '')
    .trimEnd();
}

async function attempt(act: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await act();
  } catch {
    return false;
  }
}

async function lasts(test: () => boolean): Promise<boolean> {
  await pause(stays);
  return test();
}

async function settles(test: () => boolean): Promise<boolean> {
  for (const look of looks) {
    if (look) await pause(look);
    if (test()) return true;
  }
  return false;
}
