import { pageDoors, type PageAct } from '../core/page-act';
import type { ComposeState, ContentToBackground, ShownMessage } from './calls';

/** Largest text that is taken from a page, in characters. */
const most = 8_000_000;

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= most;
const isAddress = (value: unknown): boolean => isObject(value) && isText(value['name']) && isText(value['email']);
const areAddresses = (value: unknown): boolean => Array.isArray(value) && value.length <= 1000 && value.every(isAddress);

/** Earlier messages: absent, or a bounded list of things that have a sender and a text. */
const isThread = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length <= 500 && value.every((one) => isObject(one) && isText(one['id']) && isAddress(one['from']) && isText(one['text'])));

/** A message as a content script reports it, or null for anything that is none. */
export function asShownMessage(value: unknown): ShownMessage | null {
  if (!isObject(value) || !isText(value['webmail']) || !isText(value['fingerprint']) || !isObject(value['message'])) return null;
  const { id, from, to, cc, subject, text, attachments } = value['message'];
  const fits =
    isText(id) &&
    isAddress(from) &&
    areAddresses(to) &&
    areAddresses(cc) &&
    isText(subject) &&
    isText(text) &&
    Array.isArray(attachments) &&
    isThread(value['message']['thread']) &&
    (value['doubts'] === undefined || (Array.isArray(value['doubts']) && value['doubts'].length <= 3 && value['doubts'].every(isText)));
  return fits ? (value as unknown as ShownMessage) : null;
}

function asCompose(value: unknown): ComposeState | null {
  if (!isObject(value) || !isText(value['composeId']) || !isObject(value['outgoing'])) return null;
  const { to, cc, subject, text, attachments } = value['outgoing'];
  return areAddresses(to) && areAddresses(cc) && isText(subject) && isText(text) && Array.isArray(attachments) ? (value as unknown as ComposeState) : null;
}

function asPageAct(value: unknown): PageAct | null {
  if (!isObject(value)) return null;
  const { editor, act, mark, text, place } = value;
  const fits =
    pageDoors.some((door) => door === editor) &&
    (act === 'insert' || act === 'undo') &&
    typeof mark === 'string' &&
    /^[a-z0-9]{1,20}$/u.test(mark) &&
    isText(text) &&
    (place === 'top' || place === 'caret');
  return fits ? (value as unknown as PageAct) : null;
}

/** What a content script said, or null: a page can reach no more of the extension than this lets through. */
export function asFact(value: unknown): ContentToBackground | null {
  if (!isObject(value)) return null;
  if (value['type'] === 'message-shown') return { type: 'message-shown', shown: asShownMessage(value['shown']) };
  if (value['type'] === 'compose-changed') return { type: 'compose-changed', compose: asCompose(value['compose']) };
  if (value['type'] === 'page-act') {
    const act = asPageAct(value['act']);
    return act ? { type: 'page-act', act } : null;
  }
  if (value['type'] === 'rows-shown') {
    const rows = value['rows'];
    const fit = Array.isArray(rows) && rows.length <= 300 && rows.every((row) => isObject(row) && isText(row['email']) && isText(row['subject']));
    return fit ? { type: 'rows-shown', rows } : null;
  }
  if (value['type'] === 'rest-wanted') return { type: 'rest-wanted' };
  if (value['type'] === 'censor-wanted') return { type: 'censor-wanted' };
  return value['type'] === 'panel-wanted' ? { type: 'panel-wanted' } : null;
}
