// Makes the editor of this page and offers what a test asks: `rogatoryTest.read()`, what the editor itself holds, and `.focus()`.
const { kind, bundle, where } = document.querySelector('script[data-kind]').dataset;
const { mount } = await import(bundle ? `/bundle/${kind}.js` : `/pages/${kind}.mjs`);
let place = document.getElementById('place');
if (where === 'shadow') {
  const root = place.attachShadow({ mode: 'open' });
  place = root.appendChild(document.createElement('div'));
  place.style.minHeight = '220px';
}
globalThis.rogatoryTest = await mount(place);
