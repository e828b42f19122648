import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 wait longer before it optimises a function. A program of half a second spends more processor time on optimising
 * what then hardly runs any more than on its work, in threads that the other cores are missing. Only where the flag is known:
 * another version may complain, and optimises otherwise.
 */
export function optimizeLater(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=528000');
}
