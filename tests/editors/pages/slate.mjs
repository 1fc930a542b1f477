import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, ReactEditor, withReact } from 'slate-react';

export async function mount(place) {
  const editor = withHistory(withReact(createEditor()));
  const line = (text, type = 'paragraph') => ({ type, children: [{ text }] });
  const renderElement = ({ element, attributes, children }) => createElement(element.type === 'quote' ? 'blockquote' : 'p', attributes, children);
  createRoot(place).render(
    createElement(
      Slate,
      { editor, initialValue: [line(''), line('-- '), line('Elena Ferri'), line('Please answer.', 'quote')] },
      createElement(Editable, { renderElement, style: { minHeight: '200px' } }),
    ),
  );
  await new Promise((resume) => setTimeout(resume, 100));
  return { read: () => JSON.stringify(editor.children), focus: () => ReactEditor.focus(editor) };
}
