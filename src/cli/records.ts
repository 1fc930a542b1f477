import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { readMailFile } from '../mailfile/read-mail-file';

/** Turns one record into the record to print; throws an Error whose message is a sentence for the person who made the record. */
export type Answerer = (record: unknown) => unknown;

/** Longest line that is taken, in characters: a larger one is answered with an error, not read into memory twice. */
const longestLine = 64 * 1024 * 1024;

/** Answers every record of every file, in order, a line each, in constant memory. Gives 1 when a record was bad, else 0. */
export async function answerAll(files: readonly string[], answer: Answerer): Promise<number> {
  let status = 0;
  const print = async (id: unknown, make: () => unknown) => {
    let line: string;
    try {
      line = JSON.stringify(make());
    } catch (error) {
      status = 1;
      line = JSON.stringify({ id: id ?? null, error: error instanceof Error ? error.message : String(error) });
    }
    if (!process.stdout.write(`${line}\n`)) await new Promise((resume) => process.stdout.once('drain', resume));
  };

  for (const file of files) {
    const kind = extname(file).toLowerCase();
    if (kind === '.eml' || kind === '.msg') {
      const id = basename(file);
      let record: unknown;
      let trouble: unknown;
      try {
        record = await readMailFile(new Uint8Array(await readFile(file)), id);
      } catch (error) {
        trouble = error;
      }
      await print(id, () => {
        if (trouble) throw trouble;
        return answer({ id, message: record });
      });
    } else {
      try {
        for await (const line of lines(file === '-' ? process.stdin : createReadStream(file, 'utf8'))) {
          if (line.trim() === '') continue;
          let record: unknown;
          let trouble: Error | undefined;
          if (line.length > longestLine) trouble = new Error('This record is longer than 64 million characters; split it.');
          else
            try {
              record = JSON.parse(line);
            } catch {
              trouble = new Error('This line is no JSON record. Write one record a line.');
            }
          await print(idOf(record), () => {
            if (trouble) throw trouble;
            return answer(record);
          });
        }
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        await print(basename(file), () => {
          throw new Error(`This file can't be read: ${reason}.`);
        });
      }
    }
  }
  return status;
}

function lines(source: Readable): AsyncIterable<string> {
  source.setEncoding('utf8');
  return createInterface({ input: source, crlfDelay: Infinity });
}

function idOf(record: unknown): unknown {
  return typeof record === 'object' && record !== null && 'id' in record ? (record as { id: unknown }).id : null;
}
