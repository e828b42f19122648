/** Bundles the tests that run inside VS Code, once for its Node host and once for its web worker. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../process.mjs';

const folder = join(root, '.vscode-test', 'tests');

/** @returns {Promise<{ desktop: string, web: string }>} the modules to give as `extensionTestsPath` */
export async function bundleTests() {
  const desktop = join(folder, 'desktop.js');
  const web = join(folder, 'web.js');
  const common = { absWorkingDir: root, bundle: true, format: 'cjs', sourcemap: 'inline', logLevel: 'warning' };
  await Promise.all([
    build({
      ...common,
      entryPoints: ['test/vscode/run.node.ts'],
      outfile: desktop,
      platform: 'node',
      target: 'node20',
      // Mocha loads parts of itself by name.
      external: ['vscode', 'mocha'],
    }),
    build({
      ...common,
      entryPoints: ['test/vscode/run.web.ts'],
      outfile: web,
      platform: 'browser',
      conditions: ['browser'],
      target: 'es2022',
      external: ['vscode'],
    }),
  ]);
  return { desktop, web };
}
