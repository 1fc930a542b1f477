import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

export function mount(place) {
  const { nodes } = schema;
  const line = (text) => nodes.paragraph.create(null, text ? schema.text(text) : null);
  const doc = nodes.doc.create(null, [line(''), line('-- '), line('Elena Ferri'), nodes.blockquote.create(null, line('Please answer.'))]);
  const state = EditorState.create({ doc, plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)] });
  const view = new EditorView(place, { state });
  return { read: () => JSON.stringify(view.state.doc), focus: () => view.focus() };
}
