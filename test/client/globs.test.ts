import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinGlobs } from '../../client/src/globs.ts';

test('no pattern is no exclusion', () => {
  assert.equal(joinGlobs([]), undefined);
});

test('one pattern stays what it is', () => {
  assert.equal(joinGlobs(['**/drafts/**']), '**/drafts/**');
});

test('several become alternatives, and alternatives inside them are written out', () => {
  assert.equal(joinGlobs(['a/**', '*.{txt,md}']), '{a/**,*.txt,*.md}');
  assert.equal(joinGlobs(['{a,b{1,2}}/x']), '{a/x,b1/x,b2/x}');
  assert.equal(joinGlobs(['{a,b}/{c,d}']), '{a/c,a/d,b/c,b/d}');
});

test('a brace that is never closed is taken as it is', () => {
  assert.equal(joinGlobs(['a{b']), 'a{b');
});
