// npm run learn: makes src/data/{likeness,weighing,detection}.json from the example sentences and the labelled mails that are not held back
// (every other one of set b is: nothing is made from these).
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadCore } from './load-core.mjs';
import { root } from './setup.mjs';

const { isApart, learnAll } = await loadCore('scripts/learn/learn.ts');
const lines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
const sayings = {};
const sum = createHash('sha256');
const languages = path.join(root, 'src/data/lang');
for (const code of readdirSync(languages).sort()) {
  const folder = path.join(languages, code, 'sayings');
  if (!existsSync(folder)) continue;
  for (const file of readdirSync(folder).sort()) {
    const type = path.basename(file, '.txt');
    const said = lines(path.join(folder, file));
    sum.update(`${code} ${type}\n${said.join('\n')}\n`);
    sayings[type] = [...(sayings[type] ?? []), ...said];
  }
}
const samplesIn = path.join(root, 'tests/samples');
const all = readdirSync(samplesIn, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.jsonl'))
  .sort()
  .flatMap((file) => lines(path.join(samplesIn, file)).map((line) => JSON.parse(line)));
const known = all.filter((sample) => !isApart(sample));
for (const { id } of known) sum.update(id);
// The exchange that the project began with teaches too.
const milan = JSON.parse(readFileSync(path.join(root, 'scripts/demo/milan.json'), 'utf8')).messages.map((mail) => ({
  ...mail,
  label: { isProviderReply: mail.isProviderReply, types: mail.replyTypes, kind: mail.isProviderReply ? 'reply' : 'hard-negative', heldBack: false },
}));
known.push(...milan);
console.log(`${Object.values(sayings).flat().length} example sentences, ${known.length} labelled mails (${all.length - known.length} held back)`);
const { likeness, weighing, detection } = learnAll(sayings, known, sum.digest('hex').slice(0, 16), console.log);
const write = (name, text) => writeFileSync(path.join(root, 'src/data', name), `${text}\n`);
write('likeness.json', JSON.stringify(likeness));
write('weighing.json', JSON.stringify(weighing, null, 2));
write('detection.json', JSON.stringify(detection, null, 2));
console.log(`src/data/likeness.json: ${JSON.stringify(likeness).length} characters`);
