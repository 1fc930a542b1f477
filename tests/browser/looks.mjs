// What a person with small screens, weak eyes or a screen reader would run into.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations that axe finds in a page, each with the first place; the strict policies of the pages allow no script element. */
export async function axeViolations(page) {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.any?.[0]?.message ?? ''}`);
  });
}

/** Elements that stick out of the page to the side. */
export function overflowing(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const hidden = (one) => one.closest('.unseen, .ball') !== null;
    return [...document.body.querySelectorAll('*')]
      .filter((one) => !hidden(one) && (one.getBoundingClientRect().right > width + 0.5 || one.getBoundingClientRect().left < -0.5))
      .map((one) => `${one.tagName.toLowerCase()}.${one.className}`)
      .concat(document.documentElement.scrollWidth > width ? ['the page itself'] : []);
  });
}
