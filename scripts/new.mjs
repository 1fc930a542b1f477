// npm run new KIND ID: writes the files of a new webmail, provider, reply type, letter or language, and says what is left to do.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { kinds } from './new/kinds.mjs';
import { root } from './setup.mjs';

const [kind, id, ...rest] = process.argv.slice(2);
const known = Object.keys(kinds).join(', ');
const stop = (sentence) => {
  console.error(sentence);
  process.exit(2);
};

const make = Object.hasOwn(kinds, kind ?? '') ? kinds[kind] : stop(`Say what is new: npm run new KIND ID, where KIND is one of ${known}.`);
if (!id || rest.length > 0) stop(`Give the new ${kind} one id: npm run new ${kind} ID.`);
if (!make.id.test(id)) stop(`"${id}" is no id for a ${kind}: ${make.idRule}`);

const languages = readdirSync(path.join(root, 'src/data/lang'));
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const today = new Date().toISOString().slice(0, 10);
const files = make.files({ id, today, languages, read });
const taken = Object.keys(files).filter((file) => existsSync(path.join(root, file)));
if (taken.length > 0) stop(`${taken.join(', ')} ${taken.length === 1 ? 'is' : 'are'} there already; nothing was written.`);
for (const [file, text] of Object.entries(files)) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  console.log(`wrote ${file}`);
}
console.log(
  `\nLeft to do:\n${make
    .next({ id })
    .map((line) => `- ${line}`)
    .join('\n')}\n- npm test says what is still missing.`,
);
