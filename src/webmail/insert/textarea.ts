import type { Editor, Job, Way } from './editor';

const area = ({ body }: Job) => body as HTMLTextAreaElement;

/** Writes a field's value past any setter of the page's framework, and lets the framework notice. */
export function setValue(field: HTMLTextAreaElement | HTMLInputElement, value: string): void {
  const view = field.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  const kind = field.tagName === 'TEXTAREA' ? view?.HTMLTextAreaElement : view?.HTMLInputElement;
  const setter = kind ? Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set : undefined;
  if (setter) setter.call(field, value);
  else field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What to write around the text so that it stands on lines of its own. */
function framed({ selectionStart, value }: HTMLTextAreaElement, text: string, place: Job['place']): string {
  if (place === 'top') return value === '' ? text : `${text}\n${value.startsWith('\n') ? '' : '\n'}`;
  const start = selectionStart ?? 0;
  return `${start > 0 && value[start - 1] !== '\n' ? '\n' : ''}${text}${value[start] === '\n' || start === value.length ? '' : '\n'}`;
}

const typed: Way = {
  id: 'insertText',
  insert: (job) => job.body.ownerDocument.execCommand('insertText', false, framed(area(job), job.text, job.place)),
  undo: ({ body }) => body.ownerDocument.execCommand('undo'),
};

const before = new WeakMap<HTMLElement, string>();
const value: Way = {
  id: 'value',
  insert: (job) => {
    const field = area(job);
    const at = field.selectionStart ?? 0;
    before.set(field, field.value);
    setValue(field, field.value.slice(0, at) + framed(field, job.text, job.place) + field.value.slice(at));
    return true;
  },
  undo: (job) => {
    const old = before.get(job.body);
    if (old === undefined) return false;
    setValue(area(job), old);
    return true;
  },
};

export const textarea: Editor = { id: 'textarea', knows: (body) => body.tagName === 'TEXTAREA', ways: [typed, value] };
