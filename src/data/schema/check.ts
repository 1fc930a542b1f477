import { fileKinds, type FileKind } from './files';

/** Text of each knowledge file by its path under `src/data`, with `/` between folders. */
export type KnowledgeFiles = Readonly<Record<string, string>>;

const fits = (path: string, where: string): boolean => {
  const parts = path.split('/');
  const wanted = where.split('/');
  return (
    parts.length === wanted.length &&
    wanted.every((name, index) => {
      const [before = '', after] = name.split('*');
      const part = parts[index] ?? '';
      return after === undefined ? part === name : part.length > before.length + after.length && part.startsWith(before) && part.endsWith(after);
    })
  );
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/u, '');

/** What is wrong with the knowledge files, a sentence each; empty when all is well. */
export function knowledgeFaults(files: KnowledgeFiles): readonly string[] {
  const faults: string[] = [];
  const read = new Map<string, unknown>();
  for (const [path, text] of Object.entries(files)) {
    const kind = fileKinds.find(({ where }) => fits(path, where));
    if (!kind) {
      faults.push(`src/data/${path}: no kind of knowledge file lies here. Move it, or name its kind in src/data/schema/files.ts.`);
      continue;
    }
    const value = contentOf(path, text, faults);
    if (value === undefined) continue;
    read.set(path, value);
    faults.push(...shapeFaults(path, value, kind));
  }
  return [...faults, ...linkFaults(read)];
}

function contentOf(path: string, text: string, faults: string[]): unknown {
  if (!path.endsWith('.json')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    faults.push(`src/data/${path}: is not JSON (${error instanceof Error ? error.message : String(error)}).`);
    return undefined;
  }
}

function shapeFaults(path: string, value: unknown, kind: FileKind): readonly string[] {
  const faults = (kind.schema.safeParse(value).error?.issues ?? []).map(({ path: at, message }) => `src/data/${path}: ${at.length > 0 ? `${at.join('.')}: ` : ''}${message}`);
  const id = (value as { readonly id?: unknown }).id;
  if (kind.named && id !== nameOf(path)) faults.push(`src/data/${path}: its id is "${String(id)}", but a file is named after its id.`);
  return faults;
}

/** Names in one file that mean another: a source that a step cites, a letter that it sends. */
function linkFaults(read: ReadonlyMap<string, unknown>): readonly string[] {
  const faults: string[] = [];
  const hosts = [...read].flatMap(([path, value]) => (path.startsWith('providers/') ? (value as { readonly domains?: readonly { readonly domain: string }[] }).domains ?? [] : [])).map(({ domain }) => domain);
  const listed = (read.get('domains.json') as { readonly domains?: string } | undefined)?.domains ?? '';
  // The page carries the domains alone: the providers' files would be too large for it. A domain vouches for those below it.
  const wanted = [...new Set(hosts.filter((host) => !hosts.some((other) => host.endsWith(`.${other}`))))].toSorted().join(' ');
  if (hosts.length > 0 && listed !== wanted)
    faults.push(`src/data/domains.json: must be the providers' domains in order, without those below another, with a blank between: "${wanted}"`);
  for (const [path, value] of read) {
    if (!path.startsWith('steps/')) continue;
    const { basis, template } = value as { readonly basis?: readonly string[]; readonly template?: string | null };
    for (const id of basis ?? []) if (!read.has(`sources/${id}.json`)) faults.push(`src/data/${path}: cites "${id}", but there is no src/data/sources/${id}.json.`);
    const letter = `lang/en/templates/${template}.txt`;
    if (template && !read.has(letter)) faults.push(`src/data/${path}: sends "${template}", but there is no src/data/${letter}.`);
  }
  return faults;
}
