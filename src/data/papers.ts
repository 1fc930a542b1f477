const files = import.meta.glob<string>('./lang/*/papers/*.txt', { eager: true, query: '?raw', import: 'default' });

/** Outline of each paper by language and id, `lang/<code>/papers/<id>.txt`. */
export const papers: Readonly<Record<string, Readonly<Record<string, string>>>> = (() => {
  const all: Record<string, Record<string, string>> = {};
  for (const [path, text] of Object.entries(files)) {
    const [, , language = '', , file = ''] = path.split('/');
    (all[language] ??= {})[file.replace(/\.txt$/u, '')] = text;
  }
  return all;
})();

/** The papers that can be made, in the order in which they are offered. */
export const paperIds = [
  'epoc_worksheet',
  'epoc_pr_worksheet',
  'preservation_art29',
  'subscriber_art31',
  'mla_request_us',
  'mla_request',
  'chronology',
  'handover',
] as const;
export type PaperId = (typeof paperIds)[number];
