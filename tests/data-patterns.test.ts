import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { providers } from '../src/data/providers';

const patterns = new Set(providers.flatMap(({ references }) => references.flatMap(({ pattern }) => (pattern ? [pattern] : []))));

/** The patterns of the code are held by `npm run lint:patterns`; these stand in data files that a lawyer may edit. */
describe('a pattern in the directory', () => {
  for (const pattern of patterns) it(`takes time in proportion to the text: ${pattern}`, () => expect(checkSync(pattern, 'u').status).toBe('safe'));
});
