import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { problemsOf, say } from './specification.ts';

/**
 * All that the rules on tags, fields and numbers may say about the five texts, each with what is really wrong there; for
 * those on characters and pairs see `characterSeeds.test.ts`.
 */
const REAL: Readonly<Record<string, readonly string[]>> = {
  // Recognition took the first numeral for a dash.
  '2002-12-02.txt': ['number.glyph —'],
  '2014-05-20.txt': [],
  // A converter made the tenth item the first of a list of its own.
  '2017-07-05.txt': ['number.style 1'],
  '2021-06-28.txt': [],
  '2024-05-16.txt': [],
};

for (const [name, expected] of Object.entries(REAL)) {
  const text = readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8');
  test(`${name} has its real problems and no other`, () => {
    const problems = problemsOf(text).filter(({ code }) => !/^(?:char|pair)\./.test(code));
    const found = problems.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
    assert.deepEqual(found, expected);
  });
}

test('the restyled item of 2017 is the tenth one', () => {
  const text = readFileSync(new URL('../../seeds/2017-07-05.txt', import.meta.url), 'utf8');
  const problem = problemsOf(text).find(({ code }) => code === 'number.style');
  assert.ok(problem);
  assert.match(say(problem.message), /「十、」/);
});
