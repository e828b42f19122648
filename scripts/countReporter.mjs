/** Reporter for `node --test`: what failed in full, then the line by which `npm test` counts. */
import { inspect } from 'node:util';

/** @param {AsyncIterable<import('node:test/reporters').TestEvent>} source */
export default async function* countReporter(source) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, file, details, skip, todo } = data;
    // A suite passes and fails with its tests, which are counted.
    if (details.type === 'suite' || skip !== undefined || todo !== undefined) continue;
    if (type === 'test:pass') {
      passed++;
      continue;
    }
    // A test that failed because a test inside it did is told of already.
    if (details.error?.failureType === 'subtestsFailed') continue;
    failed++;
    yield `✘ ${name}${file === undefined ? '' : ` (${file})`}\n${inspect(details.error?.cause ?? details.error)}\n\n`;
  }
  yield `${passed} passed, ${failed} failed\n`;
}
