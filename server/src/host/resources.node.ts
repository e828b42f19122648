import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadResource } from '../text/resources.ts';

/** The resources that the build put into files beside the program. */
export function resourceFiles(folder: string): LoadResource {
  return (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}
