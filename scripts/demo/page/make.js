/** An element with attributes and children; text is only ever a text node. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** `{name}` in a sentence, filled in. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/gu, (whole, name) => values[name] ?? whole);
