// npm run gallery: writes docs/letters/<language>.md, every letter filled in, to be proof-read.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadCore } from './load-core.mjs';
import { root } from './setup.mjs';

const { gallery } = await loadCore('scripts/gallery/letters.ts');
mkdirSync(path.join(root, 'docs', 'letters'), { recursive: true });
for (const language of ['en', 'it', 'fr', 'de', 'es']) writeFileSync(path.join(root, 'docs', 'letters', `${language}.md`), gallery(language));
