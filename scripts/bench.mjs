/** `npm run bench [-- NAME…] [--strict]`: builds what is shipped and the benchmarks, and runs those; see docs/benchmarks.md. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { must, node, root, runMain } from './process.mjs';

const program = join(root, 'bench', 'build', 'main.cjs');

await runMain(async () => {
  await must('The build', process.execPath, ['esbuild.mjs', '--production']);
  await build({
    absWorkingDir: root,
    entryPoints: ['test/bench/main.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Ours is bundled, so that no loader of sources is measured. Peers stay as their authors packed them.
    packages: 'external',
    logLevel: 'warning',
  });
  const { status } = await node(program, process.argv.slice(2), { show: true });
  return status;
});
