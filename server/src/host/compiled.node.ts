import { readFileSync, writeFileSync } from 'node:fs';
import { Script } from 'node:vm';

/** What the build makes of a program: a function that runs it. */
type Program = (require: NodeJS.Require, filename: string, dirname: string) => void;

/**
 * Runs a program as V8 has compiled it before, for it compiles all of it anew at each start otherwise. What another version
 * of V8 has compiled, or one with other settings, it does not take; then this costs nothing but time.
 */
export function runCompiled(file: string, require: NodeJS.Require, dirname: string): void {
  // The build has stored what one run has used, and so compiled.
  const isStored = process.env['RMRB_STORE_COMPILED'] !== undefined;
  const cachedData = isStored ? undefined : compiledBefore(file);
  const script = new Script(readFileSync(file, 'utf8'), { filename: file, cachedData });
  if (isStored) process.once('exit', () => writeFileSync(compiledName(file), script.createCachedData()));
  (script.runInThisContext() as Program)(require, file, dirname);
}

function compiledBefore(file: string): Buffer | undefined {
  try {
    return readFileSync(compiledName(file));
  } catch {
    return undefined;
  }
}

function compiledName(file: string): string {
  return `${file}.compiled`;
}
