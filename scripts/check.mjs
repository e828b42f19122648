/** `npm run check`: types, lint, format, import directions, unused code. Runs them all, then says whether one failed. */
import { join } from 'node:path';
import { root, run, runMain } from './process.mjs';

const CHECKS = [
  ['types', 'tsc', ['--noEmit']],
  ['types of the client and of the tests in VS Code', 'tsc', ['--noEmit', '--project', 'client/tsconfig.json']],
  ['types of the panels', 'tsc', ['--noEmit', '--project', 'client/webview/tsconfig.json']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['format', 'biome', ['format', '--colors=off']],
  ['import directions', process.execPath, ['scripts/layers.mjs']],
  ['unused code', 'knip', ['--no-progress']],
];

await runMain(async () => {
  let failures = 0;
  for (const [name, program, args] of CHECKS) {
    const path = program === process.execPath ? program : join(root, 'node_modules', '.bin', program);
    const { status, output } = await run(path, args);
    console.log(`${status === 0 ? '✔' : '✘'} ${name}`);
    if (status === 0) continue;
    failures++;
    console.log(`${output.trim()}\n`);
  }
  return failures === 0 ? 0 : 1;
});
