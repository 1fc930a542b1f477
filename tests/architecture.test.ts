import { describe, expect, it } from 'vitest';

const globbed = import.meta.glob<string>('../src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const sources = new Map(Object.entries(globbed).map(([path, text]) => [path.replace('../', ''), text]));

/** What each room may import: other rooms, and packages. `types` are imported as types only. */
const rooms: Readonly<Record<string, { readonly rooms: readonly string[]; readonly types?: readonly string[]; readonly packages: readonly RegExp[] }>> = {
  core: { rooms: [], types: ['data'], packages: [/^dayjs(?:\/|$)/u, /^tldts$/u, /^libphonenumber-js(?:\/|$)/u] },
  data: { rooms: ['core'], packages: [/^zod$/u] },
  webmail: { rooms: ['core'], packages: [] },
  mailfile: { rooms: ['core', 'data'], packages: [/^postal-mime$/u, /^htmlparser2$/u, /^@kenjiuno\/msgreader$/u] },
  wire: { rooms: ['core'], packages: [] },
  platform: { rooms: ['core', 'wire'], packages: [/^webextension-polyfill$/u] },
  content: { rooms: ['core', 'data', 'webmail', 'wire', 'platform'], types: ['on-demand'], packages: [] },
  'on-demand': { rooms: ['core', 'data', 'webmail', 'wire', 'platform'], packages: [] },
  background: { rooms: ['core', 'data', 'webmail', 'wire', 'platform'], packages: [] },
  panel: {
    rooms: ['core', 'data', 'mailfile', 'wire', 'platform'],
    packages: [/^preact(?:\/|$)/u, /^@preact\/signals$/u, /^libphonenumber-js(?:\/|$)/u],
  },
  options: { rooms: ['core', 'data', 'wire', 'platform'], packages: [/^preact(?:\/|$)/u, /^@preact\/signals$/u, /^libphonenumber-js(?:\/|$)/u] },
  directory: { rooms: ['core', 'data', 'wire', 'platform'], packages: [/^preact(?:\/|$)/u, /^@preact\/signals$/u] },
  papers: { rooms: ['core', 'data', 'wire', 'platform'], packages: [/^preact(?:\/|$)/u, /^docx$/u] },
  timeline: { rooms: ['core', 'data', 'wire', 'platform'], packages: [/^preact(?:\/|$)/u] },
  cli: { rooms: ['core', 'data', 'mailfile'], packages: [/^node:/u] },
};

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

const importPattern = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gmu;
const lazyPattern = /\bimport\(\s*'([^']+)'\s*\)/gu;

function importsOf(path: string, text: string): readonly Import[] {
  const found = [...text.matchAll(importPattern)].map(([, type, to]) => ({ to: to ?? '', typeOnly: type !== undefined }));
  const lazy = [...text.matchAll(lazyPattern)].map(([, to]) => ({ to: to ?? '', typeOnly: false }));
  return [...found, ...lazy].map(({ to, typeOnly }) => ({ from: path, to: to.startsWith('.') ? resolve(path, to) : to, typeOnly }));
}

function resolve(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of to.replace(/\?.*$/u, '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const roomOf = (path: string): string => path.split('/')[1] ?? '';
const imports = [...sources].flatMap(([path, text]) => importsOf(path, text));
/** The code without comments and without what stands between quotes. */
const bare = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/gu, ' ');

describe('the house', () => {
  it('has a rule for every room', () => {
    const unruled = [...new Set([...sources.keys()].filter((path) => path.split('/').length > 2).map(roomOf))].filter((room) => !rooms[room]);
    expect(unruled.map((room) => `src/${room} is a new room: say in tests/architecture.test.ts and docs/architecture.md what it may import.`)).toEqual([]);
  });

  it('loads in the background only what the background needs', () => {
    const reached = new Set<string>();
    const waiting = [...sources.keys()].filter((path) => path.startsWith('src/background/'));
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      for (const { from, to, typeOnly } of imports)
        if (from === path && !typeOnly) for (const ending of ['', '.ts', '.tsx', '/index.ts']) if (sources.has(to + ending)) waiting.push(to + ending);
    }
    expect(reached.has('src/data/lint.ts')).toBe(true);
    const heavy = ['src/data/index.ts', 'src/data/understanding.ts', 'src/data/writing.ts'].filter((path) => reached.has(path));
    expect(heavy.map((path) => `The background loads ${path} each time it wakes: take what it needs from src/data/lint.ts.`)).toEqual([]);
  });

  it('keeps to its rooms', () => {
    const faults: string[] = [];
    for (const { from, to, typeOnly } of imports) {
      const room = roomOf(from);
      const rule = rooms[room];
      if (!rule) continue;
      if (to.startsWith('src/')) {
        const target = roomOf(to);
        if (target === room || rule.rooms.includes(target) || (typeOnly && rule.types?.includes(target))) continue;
        faults.push(`${from} imports ${to}, but ${room} may not import ${target}${rule.types?.includes(target) ? ' except as a type' : ''}.`);
      } else if (!rule.packages.some((pattern) => pattern.test(to))) faults.push(`${from} imports the package ${to}, which ${room} does not use.`);
    }
    expect(faults).toEqual([]);
  });

  it('ships no schema to a page or a worker', () => {
    const faults = imports.filter(({ from, to, typeOnly }) => !typeOnly && /^src\/data\/schema(?:\/|$)/u.test(to) && !from.startsWith('src/data/schema/'));
    expect(faults.map(({ from }) => `${from} imports a schema as a value; import the type, the build checks the data.`)).toEqual([]);
    const zod = imports.filter(({ from, to }) => to === 'zod' && !from.startsWith('src/data/schema/'));
    expect(zod.map(({ from }) => `${from} imports zod, which belongs in src/data/schema alone.`)).toEqual([]);
  });

  it('keeps the core pure', () => {
    const worlds =
      /\b(?:document|window|navigator|localStorage|sessionStorage|browser|chrome|process|globalThis|fetch|setTimeout|setInterval|requestAnimationFrame)\b(?!\s*[?:])(?:\.|\()|\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.now\(|\bcrypto\./u;
    const faults = [...sources].filter(([path, text]) => path.startsWith('src/core/') && worlds.test(bare(text)));
    expect(faults.map(([path]) => `${path} reaches for a page, a browser, a clock or chance; hand it in as an argument.`)).toEqual([]);
    const clocks = imports.filter(({ from, to }) => to.startsWith('dayjs') && from !== 'src/core/deadlines.ts');
    expect(clocks.map(({ from }) => `${from} imports dayjs; arithmetic with time lives in src/core/deadlines.ts.`)).toEqual([]);
  });

  it('writes no HTML from strings and asks nothing of the network', () => {
    const sinks =
      /\.(?:innerHTML|outerHTML|srcdoc)\s*=[^=]|\binsertAdjacentHTML\(|\bdocument\.write(?:ln)?\(|dangerouslySetInnerHTML|\bnew Function\(|\beval\(|\bcreateContextualFragment\(/u;
    const network = /\b(?:fetch|importScripts)\s*\(|\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|\bsendBeacon\b/u;
    const faults = [...sources].flatMap(([path, text]) => [
      ...(sinks.test(bare(text)) ? [`${path} turns a string into HTML or code; use text nodes.`] : []),
      ...(network.test(bare(text)) ? [`${path} can make a request; nothing leaves the machine.`] : []),
    ]);
    expect(faults).toEqual([]);
  });

  it('has no file that needs a table of contents, and no import in a circle', () => {
    const long = [...sources].filter(([, text]) => text.split('\n').length > 400);
    expect(long.map(([path, text]) => `${path} has ${text.split('\n').length} lines; over 400 it is two files.`)).toEqual([]);
    expect(circles()).toEqual([]);
  });
});

function circles(): readonly string[] {
  const known = (to: string) => [to, `${to}.ts`, `${to}.tsx`, `${to}/index.ts`].find((path) => sources.has(path));
  const next = new Map<string, readonly string[]>();
  for (const [path] of sources)
    next.set(
      path,
      imports.filter(({ from, typeOnly }) => from === path && !typeOnly).flatMap(({ to }) => known(to) ?? []),
    );
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push(`${[...trail.slice(trail.indexOf(path)), path].join(' → ')} is a circle; move what both need into a third file.`);
      return;
    }
    if (done.has(path)) return;
    for (const to of next.get(path) ?? []) walk(to, [...trail, path]);
    done.add(path);
  };
  for (const path of sources.keys()) walk(path, []);
  return found;
}
