import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { globOf, splitGlob } from '../../server/src/text/globs.ts';

/** A glob, paths that it names, and paths that it does not. */
const CASES: readonly (readonly [glob: string, named: string, others: string])[] = [
  ['*.txt', 'a.txt .txt', 'a.md in/a.txt atxt'],
  ['**/*.{rmrb,txt,md}', 'a.txt in/a.md in/deep/a.rmrb', 'a.js in/a.txt/b'],
  ['**/old', 'old in/old in/deep/old', 'older old/a'],
  ['old/**', 'old old/a old/in/a', 'in/old older'],
  ['in/**/a', 'in/a in/x/a in/x/y/a', 'in/xa a'],
  ['**', 'a in/a', ''],
  ['./in/*', 'in/a', 'in'],
  ['{in,out/**}/a', 'in/a out/a out/x/a', 'a x/a'],
  ['{a,{b,c}d}', 'a bd cd', 'ad b'],
  ['{a}{b,', '{a}{b,', 'a b'],
  ['20??-*.txt', '2002-.txt 2014-05-20.txt', '202-.txt 20/4-.txt'],
  ['[a-c][!a-c]', 'ad c-', 'aa da a/'],
  ['[]][b', '][b', 'b'],
  ['[c-a]', '', 'a b c -'],
  ['\\*(1)+\\', '*(1)+\\', 'a1'],
  ['语料/?.txt', '语料/𠀀.txt 语料/声.txt', '语料/声明.txt'],
];

suite('globs', () => {
  for (const [glob, named, others] of CASES) {
    test(glob, () => {
      const matches = globOf(glob);
      for (const path of named.split(' ').filter(Boolean)) assert.equal(matches(path), true, path);
      for (const path of others.split(' ').filter(Boolean)) assert.equal(matches(path), false, path);
    });
  }
});

test('globs mean what they mean elsewhere', () => {
  const part = fc.constantFrom(
    '*',
    '**',
    'a',
    '.b',
    'a*',
    '*b',
    '?',
    'a?',
    '[ab]',
    '[a-b]*',
    '[^a]',
    '{a,b}',
    '{a*,.b}c',
  );
  const glob = fc
    .array(part, { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join('/'))
    // There, and there only, the other one does not count the folder itself.
    .filter((one) => !/[*?\]}]\/\*\*$/.test(one));
  const path = fc
    .array(fc.constantFrom('a', 'b', '.b', 'ab', 'bc', '.bc', 'abc'), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join('/'));
  fc.assert(
    fc.property(glob, path, (one, other) => {
      assert.equal(globOf(one)(other), picomatch(one, { dot: true })(other));
    }),
    { numRuns: 5000 },
  );
});

test('a glob is split where its first sign stands', () => {
  assert.deepEqual(splitGlob('/in/a*/b'), { folder: '/in/', rest: 'a*/b' });
  assert.deepEqual(splitGlob('*.txt'), { folder: '', rest: '*.txt' });
  assert.deepEqual(splitGlob('in/{a,b}/c'), { folder: 'in/', rest: '{a,b}/c' });
  assert.equal(splitGlob('in/a (1), {b}.txt'), undefined);
});
