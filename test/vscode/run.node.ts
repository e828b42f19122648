import Mocha from 'mocha';
import { Reporter, settle } from './reporter.ts';
import { defineSuites } from './suites/all.ts';

export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: Reporter, timeout: 60_000 });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  defineSuites();
  return settle((done) => mocha.run(done));
}
