import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What must be read from a saved page. A field that is absent is not looked at. */
export type Expected = {
  readonly url: string;
  readonly webmail: string;
  readonly account?: string;
  readonly messages: readonly {
    readonly from: string;
    readonly subject: string;
    readonly text: string;
    /** True when the text only begins so. */
    readonly startsWith?: boolean;
    readonly id?: string;
    readonly to?: readonly string[];
    readonly date?: string;
    readonly replyTo?: string;
    readonly attachments?: readonly string[];
    readonly doubts?: readonly string[];
    readonly own?: boolean;
    readonly incomplete?: boolean;
  }[];
  readonly composers?: readonly {
    readonly kind: string;
    readonly to: readonly string[];
    readonly subject: string;
    readonly answers?: string;
    readonly marks?: readonly string[];
  }[];
  /** A selector that the Reply button matches. */
  readonly reply?: string;
  /** Address (or name) and subject of the list's rows. */
  readonly rows?: readonly (readonly [string, string])[];
};

export type Fixture = { readonly id: string; readonly name: string; readonly html: string; readonly expected: Expected };

const here = import.meta.dirname;

/** All saved pages, each with what must be read from it. */
export const fixtures: readonly Fixture[] = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: id }) =>
    readdirSync(path.join(here, id))
      .filter((file) => file.endsWith('.html'))
      .map((file) => ({
        id,
        name: file.replace(/\.html$/u, ''),
        html: readFileSync(path.join(here, id, file), 'utf8'),
        expected: JSON.parse(readFileSync(path.join(here, id, file.replace(/\.html$/u, '.json')), 'utf8')) as Expected,
      })),
  );
