/** `npm run docs`: writes the pages that are made from the sources, which is `docs/rules.md`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from '../server/src/documentation/rulesPage.ts';
import { root } from './process.mjs';

writeFileSync(join(root, 'docs/rules.md'), rulesPage());
