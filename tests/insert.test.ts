// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { linesAsHtml, linesAsNodes } from '../src/webmail/insert/lines';
import { insertInto } from '../src/webmail/insert/insert';
import { setSubject } from '../src/webmail/insert/subject';
import { arrived } from '../src/webmail/insert/verify';
import { placeIn } from '../src/webmail/insert/where';
import { chooseComposer } from '../src/webmail/insert/which';
import type { Composer } from '../src/webmail/webmail';

const box = (body: HTMLElement, more: Partial<Composer> = {}): Composer => ({
  body,
  kind: body.tagName === 'TEXTAREA' ? 'textarea' : 'contenteditable',
  to: [],
  subject: '',
  text: '',
  marks: [],
  attachments: [],
  ...more,
});
const make = (html: string): HTMLElement => {
  const made = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild as HTMLElement;
  document.body.append(made);
  return made;
};
const message = {
  id: 'm',
  from: { name: 'Darcy', email: 'darcy@counsel.example' },
  to: [],
  cc: [],
  subject: 'Information Request',
  text: '',
  attachments: [],
};
const none = () => Promise.resolve(false);

beforeEach(() => document.body.replaceChildren());

describe('which box', () => {
  it('takes the only one', () => {
    const only = box(make('<div contenteditable="true"></div>'));
    expect(chooseComposer([only], message)).toBe(only);
    expect(chooseComposer([], message)).toBe('none');
  });

  it('takes of two the one that answers the mail, by its recipient or by its subject', () => {
    const other = box(make('<textarea></textarea>'), { to: [{ name: '', email: 'somebody@example.org' }], subject: 'Lunch' });
    const byRecipient = box(make('<textarea></textarea>'), { to: [{ name: '', email: 'darcy@counsel.example' }] });
    const bySubject = box(make('<textarea></textarea>'), { subject: 'R: RE: Information Request' });
    expect(chooseComposer([other, byRecipient], message)).toBe(byRecipient);
    expect(chooseComposer([bySubject, other], message)).toBe(bySubject);
  });

  it('never guesses between two that may both be meant', () => {
    const first = box(make('<textarea></textarea>'), { subject: 'RE: Information Request' });
    const second = box(make('<textarea></textarea>'), { subject: 'Fwd: Information Request' });
    expect(chooseComposer([first, second], message)).toBe('several');
    expect(chooseComposer([first, second])).toBe('several');
    (second.body as HTMLTextAreaElement).focus();
    expect(chooseComposer([first, second], message)).toBe(second);
  });
});

describe('where', () => {
  const caretIn = (text: string, at: number, value: string) => {
    const area = make('<textarea></textarea>') as HTMLTextAreaElement;
    area.value = value;
    area.setSelectionRange(value.indexOf(text) + at, value.indexOf(text) + at);
    return placeIn(box(area));
  };

  it('puts the text on top of a fresh reply, wherever the webmail left the caret', () => {
    const fresh = '\n\n-- \nElena Ferri\n\nOn Monday Darcy wrote:\n> Please answer.\n';
    expect(caretIn('', 0, fresh)).toBe('top');
    expect(caretIn('Elena', 3, fresh)).toBe('top');
    expect(caretIn('Please', 3, fresh)).toBe('top');
    expect(caretIn('answer.\n', 8, fresh)).toBe('top');
    expect(caretIn('answer', 0, 'Quoting Darcy Harlan <darcy@counsel.example>:\nPlease answer.')).toBe('top');
  });

  it('keeps to the caret in words of the person', () => {
    expect(caretIn('own', 3, 'My own words.\n\n-- \nElena Ferri\n')).toBe('caret');
    expect(caretIn('Elena', 3, 'My own words.\n\n-- \nElena Ferri\n')).toBe('top');
  });
});

describe('reading back', () => {
  const draft = 'EMERGENCY\n\nGentile Señora Ñuñez,\n- one 💣\n  1. two';

  it('knows a text that arrived whole, whatever white space the editor uses', () => {
    expect(arrived(`${draft}\n\n-- \nElena`, draft, '-- \nElena')).toBe(true);
    expect(arrived('EMERGENCY\n\u200b\nGentile\u00a0Señora Ñuñez,\n- one 💣\n\u00a0\u00a01. two\n-- \nElena', draft, '-- \nElena')).toBe(true);
  });

  it('knows one that is cut, doubled, run together, or that cost words which were there', () => {
    expect(arrived(`${draft.slice(0, -3)}\n\n-- \nElena`, draft, '-- \nElena')).toBe(false);
    expect(arrived(`${draft}${draft}\n-- \nElena`, draft, '-- \nElena')).toBe(false);
    expect(arrived(`${draft.replaceAll('\n', ' ')}\n-- \nElena`, draft, '-- \nElena')).toBe(false);
    expect(arrived(`${draft}\n-- \n`, draft, '-- \nElena')).toBe(false);
  });
});

describe('putting in', () => {
  it('falls back to nodes where the browser takes no command, and takes exactly them out again', async () => {
    const body = make('<div contenteditable="true"><div class="signature">-- <br>Elena</div><blockquote>Please answer.</blockquote></div>');
    document.execCommand = () => false;
    const before = body.innerHTML;
    const done = await insertInto(box(body), 'Dear <b>Sir</b>,\n\nyes & no', none);
    expect(done).toMatchObject({ ok: true, by: 'contenteditable: nodes' });
    expect(body.textContent).toContain('Dear <b>Sir</b>,');
    expect(body.querySelector('b')).toBeNull();
    expect(body.textContent?.indexOf('Dear')).toBe(0);
    expect(done.ok && (await done.undo())).toBe('undone');
    expect(body.innerHTML).toBe(before);
  });

  it('rolls back a way that did not hold, and loses nothing of what was there', async () => {
    const area = make('<textarea></textarea>') as HTMLTextAreaElement;
    area.value = 'My words.';
    area.setSelectionRange(9, 9);
    let typed = false;
    document.execCommand = (name: string) => {
      if (name === 'insertText') {
        typed = true;
        area.value = 'My words.\nHalf of';
        return true;
      }
      if (name === 'undo' && typed) area.value = 'My words.';
      return true;
    };
    const done = await insertInto(box(area), 'Half of a letter', none);
    expect(done).toMatchObject({ ok: true, by: 'textarea: value' });
    expect(area.value).toBe('My words.\nHalf of a letter');
  });

  it('does not take back what the person changed since', async () => {
    const area = make('<textarea></textarea>') as HTMLTextAreaElement;
    document.execCommand = () => false;
    const done = await insertInto(box(area), 'The letter', none);
    area.value = 'The letter, changed by hand';
    expect(done.ok && (await done.undo())).toBe('changed-meanwhile');
    expect(area.value).toBe('The letter, changed by hand');
  });

  it('gives up in a box that takes nothing, and leaves it as it was', async () => {
    const body = make('<div contenteditable="true" data-lexical-editor="true"><p>Own</p></div>');
    expect(await insertInto(box(body), 'The letter', none)).toEqual({ ok: false });
    expect(body.innerHTML).toBe('<p>Own</p>');
  });
});

describe('subject', () => {
  it('is set so that the page’s own script hears of it, and only where there is a field', () => {
    const field = make('<input value="RE: old">') as HTMLInputElement;
    const heard: string[] = [];
    for (const type of ['input', 'change']) field.addEventListener(type, () => heard.push(`${type} ${field.value}`));
    expect(setSubject(box(make('<textarea></textarea>'), { subjectField: field }), 'EMERGENCY – old')).toBe(true);
    expect(heard).toEqual(['input EMERGENCY – old', 'change EMERGENCY – old']);
    expect(setSubject(box(make('<textarea></textarea>')), 'x')).toBe(false);
  });
});

describe('lines', () => {
  it('keeps empty lines and leading spaces, and gives no sign of HTML a meaning', () => {
    expect(linesAsHtml('a <b> & "c"\n\n  d')).toBe('<div>a &lt;b&gt; &amp; &quot;c&quot;</div><div><br></div><div>\u00a0\u00a0d</div>');
    expect(linesAsNodes(document, '<img src=x>')[0]?.children.length).toBe(0);
  });
});
