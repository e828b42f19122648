/** `node desktopTests.mjs TESTS FOLDER`: runs a test module in a desktop VS Code. A program of its own so that xvfb-run can run it. */
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root, runMain } from '../process.mjs';
import { temporaryFolder } from './stage.mjs';

await runMain(() => {
  const [, , tests = '', workspace = ''] = process.argv;
  const named = process.env.VSCODE_PATH;
  // Chromium's sandbox refuses to work for root, which is what one is in a container.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return runTests({
    ...(named ? { vscodeExecutablePath: named } : { version: 'stable' }),
    cachePath: join(root, '.vscode-test'),
    extensionDevelopmentPath: root,
    extensionTestsPath: tests,
    launchArgs: [
      workspace,
      '--disable-extensions',
      '--disable-workspace-trust',
      '--disable-gpu',
      `--user-data-dir=${temporaryFolder('user')}`,
      ...asRoot,
    ],
  });
});
