/** What a webmail puts into a reply: an empty line, a signature, the mail that is answered. */
export function filled(doc) {
  const make = (name, attributes, ...children) => {
    const element = doc.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  return [
    make('div', {}, doc.createElement('br')),
    make('div', { class: 'signature' }, '-- ', doc.createElement('br'), 'Elena Ferri'),
    make('blockquote', { type: 'cite' }, make('p', {}, 'Please answer.')),
  ];
}
export const filledHtml = '<p><br></p><p>-- <br>Elena Ferri</p><blockquote><p>Please answer.</p></blockquote>';
