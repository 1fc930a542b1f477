// Makes the editor of this page and offers what a test asks: `rogatoryTest.read()`, what the editor itself holds, and `.focus()`.
const { kind, bundle, where } = document.querySelector('script[data-kind]').dataset;
const name = bundle ? `/bundle/${kind}.js` : `/pages/${kind}.mjs`;
// oxlint-disable-next-line no-unsanitized/method -- a page of these tests names its own script
const { mount } = await import(name);
let place = document.getElementById('place');
if (where === 'shadow') {
  const root = place.attachShadow({ mode: 'open' });
  place = root.appendChild(document.createElement('div'));
  place.style.minHeight = '220px';
}
globalThis.rogatoryTest = await mount(place);
