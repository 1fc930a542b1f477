import { ContentState, convertToRaw, Editor, EditorState } from 'draft-js';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

export async function mount(place) {
  let state;
  let editor;
  const Box = () => {
    const [value, setValue] = useState(() => EditorState.createWithContent(ContentState.createFromText('\n-- \nElena Ferri\nPlease answer.')));
    state = value;
    return createElement(Editor, { editorState: value, onChange: setValue, ref: (one) => (editor = one) });
  };
  createRoot(place).render(createElement(Box));
  await new Promise((resume) => setTimeout(resume, 100));
  const read = () => JSON.stringify(convertToRaw(state.getCurrentContent()).blocks.map(({ text, type }) => [text, type]));
  return { read, focus: () => editor.focus() };
}
