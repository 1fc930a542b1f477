import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

/** The texts of the labelled mails of the tests, as they stand there. */
export function readSamples() {
  const from = path.join(root, 'tests', 'samples');
  return readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.jsonl'))
    .toSorted()
    .flatMap((file) => readFileSync(path.join(from, file), 'utf8').split('\n').filter(Boolean));
}
