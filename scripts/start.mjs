/**
 * `npm start [-- --no-open]`: builds, checks the five texts and prints what is found, then opens VS Code with the extension on them:
 * the desktop one where there is one, else the embedded one, in a browser.
 */
import { join } from 'node:path';
import { Failure, must, node, root, run, runMain } from './process.mjs';
import { hasDisplay, onPath } from './vscode/desktop.mjs';
import { installEmbedded, startEmbedded } from './vscode/embedded.mjs';
import { workbenchAddress } from './vscode/embeddedTests.mjs';
import { stageExtension, temporaryFolder } from './vscode/stage.mjs';

const seeds = join(root, 'seeds');

// Ctrl-C is how one ends it, and no failure.
process.prependListener('SIGINT', () => process.exit(0));

await runMain(async () => {
  const unknown = process.argv.slice(2).find((argument) => argument !== '--no-open');
  if (unknown !== undefined) throw new Failure(`Unknown argument ${unknown}; there is --no-open.`);
  console.log('Building …');
  await must('The build', process.execPath, ['esbuild.mjs']);

  console.log('rmrb check seeds/\n');
  const { status } = await node('dist/cli.js', ['check', '--format', 'concise', '--statistics', 'seeds/'], {
    show: true,
  });
  // 1 says that problems were found, and the texts have some; anything else is a failure of the program itself.
  if (status !== 0 && status !== 1) throw new Failure(`rmrb check ended with exit status ${status}.`);

  if (process.argv.includes('--no-open')) return 0;
  return hasDisplay() && onPath('code') ? openDesktop() : openEmbedded();
});

async function openDesktop() {
  console.log('\nOpening seeds/ in VS Code …');
  const { status } = await run('code', [`--extensionDevelopmentPath=${root}`, seeds], { show: true });
  return status;
}

async function openEmbedded() {
  await installEmbedded();
  // Installed like any extension: then it is there for whoever opens the page, however often.
  const extensions = temporaryFolder('extensions');
  stageExtension(join(extensions, 'rmrb.rmrb'));
  const { origin, exited } = await startEmbedded({ extensions });
  console.log(
    `\nVS Code with seeds/ is at\n\n    ${workbenchAddress(origin, seeds)}\n\nOpen it in a browser. Ctrl-C ends it.`,
  );
  const status = await exited;
  throw new Failure(`VS Code ended (exit status ${status}).`);
}
