import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $createQuoteNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';

export async function mount(place) {
  const box = place.appendChild(document.createElement('div'));
  box.contentEditable = 'true';
  const editor = createEditor({ namespace: 'test', nodes: [QuoteNode], onError: (error) => console.error(error) });
  editor.setRootElement(box);
  registerRichText(editor);
  editor.update(
    () => {
      const line = (text) => (text ? $createParagraphNode().append($createTextNode(text)) : $createParagraphNode());
      $getRoot()
        .clear()
        .append(line(''), line('-- '), line('Elena Ferri'), $createQuoteNode().append($createTextNode('Please answer.')));
    },
    { discrete: true },
  );
  registerHistory(editor, createEmptyHistoryState(), 300);
  await new Promise((resume) => setTimeout(resume, 50));
  return { read: () => JSON.stringify(editor.getEditorState()), focus: () => editor.focus() };
}
