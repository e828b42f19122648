import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyEdits } from '../../server/src/text/edits.ts';
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

/** Those that `golden/` does not list. */
function settledProblems(text: string) {
  return problemsOf(text).filter(({ code }) => !/^(?:structure|meta|char|pair)\./.test(code));
}

for (const [name, expected] of Object.entries(REAL)) {
  const text = readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8');
  test(`${name} has its real problems and no other`, () => {
    const found = settledProblems(text).map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
    assert.deepEqual(found, expected);
  });
}

test('structure and record data: each problem is one that golden/structure-meta.txt gives a reason for', () => {
  const golden = readFileSync(new URL('golden/structure-meta.txt', import.meta.url), 'utf8');
  const expected = golden.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const found = Object.keys(REAL).flatMap((name) => {
    const text = readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8');
    const counts = new Map<string, number>();
    for (const { code } of problemsOf(text)) {
      if (/^(?:structure|meta)\./.test(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return [...counts].map(([code, count]) => `${name} ${code} ${count}`).sort();
  });
  assert.deepEqual(
    found,
    expected.map((line) => line.split(' ').slice(0, 3).join(' ')),
  );
  for (const line of expected) assert.match(line, /^\S+ \S+ \d+ {2}\S/, 'has a reason');
});

test('the restyled item of 2017 is the tenth one', () => {
  const text = readFileSync(new URL('../../seeds/2017-07-05.txt', import.meta.url), 'utf8');
  const [problem] = settledProblems(text);
  assert.ok(problem);
  assert.match(say(problem.message), /「十、」/);
});

for (const name of Object.keys(REAL)) {
  test(`${name}: once repaired, only what has no repair is left`, () => {
    let text = readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8');
    const fixable = () =>
      problemsOf(text).find(({ code, fixes }) => /^(?:structure|meta|number)\./.test(code) && fixes?.[0]);
    for (let problem = fixable(), round = 0; problem; problem = fixable(), round++) {
      assert.ok(round < 30, problem.code);
      text = applyEdits(text, problem.fixes?.[0]?.edits ?? []);
    }
    const left = problemsOf(text).filter(({ code }) => /^(?:structure|meta|number)\./.test(code));
    assert.deepEqual(
      left.map(({ code }) => code),
      name === '2017-07-05.txt' ? ['structure.truncated'] : [],
    );
  });
}
