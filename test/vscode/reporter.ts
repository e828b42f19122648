import type Mocha from 'mocha';

/** Begins each line, so that it can be told from what VS Code itself writes into the same stream. */
const MARK = 'tests│ ';

function print(text: string): void {
  console.log(text.replace(/^/gm, MARK));
}

function LineReporter(runner: Mocha.Runner): void {
  let passed = 0;
  let failed = 0;
  runner.on('pass', (test) => {
    passed++;
    print(`✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
  });
  runner.on('fail', (test, error: Error) => {
    failed++;
    print(`✘ ${test.fullTitle()}\n${error.stack ?? error.message}`);
  });
  runner.on('end', () => print(`${passed} passed, ${failed} failed`));
}

/**
 * Prints each test on a line and, last, the line that the scripts count by. Mocha's own base class, which the type asks for, is not
 * the same object in its two builds and adds nothing that is needed here.
 */
export const Reporter = LineReporter as unknown as Mocha.ReporterConstructor;

/** A test run as VS Code expects it: rejected where a test failed or none ran. */
export function settle(start: (done: (failures: number) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
}
