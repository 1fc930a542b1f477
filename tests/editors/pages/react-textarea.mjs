import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** A textarea that React controls: what it does not hear of, it takes back at the next drawing. */
export async function mount(place) {
  let held;
  let draw;
  const Box = () => {
    const [value, setValue] = useState('\n\n-- \nElena Ferri\n\n> Please answer.\n');
    const [, again] = useState(0);
    held = value;
    draw = () => again((count) => count + 1);
    return createElement('textarea', { id: 'body', value, onChange: ({ target }) => setValue(target.value), style: { width: 690, height: 220 } });
  };
  createRoot(place).render(createElement(Box));
  await new Promise((resume) => setTimeout(resume, 100));
  return { read: () => (draw(), held), focus: () => document.getElementById('body').focus() };
}
