// The build of Mocha for browsers sets globals instead of exporting anything.
import 'mocha/mocha.js';
import { Reporter, settle } from './reporter.ts';
import { defineSuites } from './suites/all.ts';

export function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: Reporter, timeout: 60_000 });
  defineSuites();
  return settle((done) => mocha.run(done));
}
