import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };

const built = (source: string) => source.replace(/\.ts$/u, '.js');
const named = [...readFileSync('src/platform/worker-browser.ts', 'utf8').matchAll(/'(src\/[\w/-]+\.iife\.js)'/gu)].map(([, name]) => name!);

describe('the scripts that go into pages', () => {
  it('are named in the worker as they are built: a package for the stores has no list of them', () => {
    expect(named).toContain(built(manifest.content_scripts[0]!.js[0]!));
    expect(named.filter((name) => !existsSync(name.replace(/\.js$/u, '.ts')))).toEqual([]);
  });
  it('are open to no page', () => expect(manifest).not.toHaveProperty('web_accessible_resources'));
});
