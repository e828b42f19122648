import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { runCompiled } from './host/compiled.node.ts';
import { tuneForManyFiles } from './host/engine.node.ts';

// Before anything is run: code that was compiled under other settings is not taken.
if (isMainThread && process.argv[2] !== 'lsp') tuneForManyFiles();
runCompiled(join(__dirname, 'program.js'), require, __dirname);
