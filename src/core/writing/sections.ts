/** The beginning and the end of a part that is shown only with a fact (`{#fact}`, `{/fact}`), or only without it (`{^fact}`). */
const opening = /\{([#^])(\w{1,60})\}/gu;
const closing = /\{\/(\w{1,60})\}/gu;

/**
 * A template with its conditional parts shown or left out. What stands inside a part is taken as it is; a part that is never
 * closed stays visible, so that the mistake is seen. One pass over the openings, one over the endings.
 */
export function chooseSections(template: string, has: (fact: string) => boolean): string {
  const ends = new Map<string, number[]>();
  for (const match of template.matchAll(closing)) {
    const fact = match[1] ?? '';
    const list = ends.get(fact);
    if (list) list.push(match.index);
    else ends.set(fact, [match.index]);
  }
  for (const list of ends.values()) list.reverse();
  let text = '';
  let at = 0;
  for (const match of template.matchAll(opening)) {
    const [whole, sign, fact = ''] = match;
    if (match.index < at) continue;
    const left = ends.get(fact) ?? [];
    const from = match.index + whole.length;
    while ((left.at(-1) ?? from) < from) left.pop();
    const end = left.at(-1);
    if (end === undefined) continue;
    text += template.slice(at, match.index);
    if (has(fact) === (sign === '#')) text += template.slice(from, end);
    at = end + fact.length + 3;
  }
  return text + template.slice(at);
}
