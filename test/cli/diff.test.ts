import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { unifiedDiff } from '../../server/src/cli/diff.ts';
import { applyEdits, type Edit } from '../../server/src/text/edits.ts';
import { type Kept, keptAfter } from '../../server/src/text/kept.ts';

/** Edits one after the other, each list on the result of the one before. */
function edited(text: string, rounds: readonly (readonly Edit[])[]): { text: string; kept: readonly Kept[] } {
  let kept: readonly Kept[] = [{ old: 0, at: 0, length: text.length }];
  let result = text;
  for (const edits of rounds) {
    kept = keptAfter(kept, edits);
    result = applyEdits(result, edits);
  }
  return { text: result, kept };
}

function diffOf(before: string, ...edits: readonly [number, number, string][]): string {
  const round = edits.map(([start, end, newText]) => ({ span: { start, end }, newText }));
  const { text, kept } = edited(before, [round]);
  return unifiedDiff('a', before, text, kept);
}

/** What a patch makes of a text: the plainest reading of the format. */
function patched(before: string, patch: string): string {
  const source = before.split('\n').map((line) => `${line}\n`);
  const last = source.pop()?.slice(0, -1);
  if (last) source.push(last);
  const result: string[] = [];
  let at = 0;
  for (const hunk of patch.split(/^(?=@@ )/m).slice(1)) {
    const [, from = '', count] = /^@@ -(\d+),(\d+) /.exec(hunk) ?? [];
    const start = count === '0' ? Number(from) : Number(from) - 1;
    result.push(...source.slice(at, start));
    at = start;
    const lines = hunk.split('\n').slice(1, -1);
    for (const [index, line] of lines.entries()) {
      if (line.startsWith('\\')) continue;
      const text = line.slice(1) + (lines[index + 1]?.startsWith('\\') ? '' : '\n');
      if (line[0] !== '+') assert.equal(source[at++], text);
      if (line[0] !== '-') result.push(text);
    }
  }
  return [...result, ...source.slice(at)].join('');
}

test('no change, no patch', () => assert.equal(diffOf('a\nb\n'), ''));

test('a change in the last line without a line break says so', () =>
  assert.equal(
    diffOf('a\nb', [2, 3, 'c']),
    '--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n',
  ));

test('changes far apart have hunks of their own', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `${index % 10}\n`).join('');
  const patch = diffOf(lines, [0, 1, 'x'], [38, 39, 'y']);
  assert.deepEqual(patch.match(/^@@.*$/gm), ['@@ -1,4 +1,4 @@', '@@ -17,4 +17,4 @@']);
});

test('a line that is taken out leaves its neighbours alone', () =>
  assert.equal(diffOf('a\nb\nc\n', [2, 4, '']), '--- a/a\n+++ b/a\n@@ -1,3 +1,2 @@\n a\n-b\n c\n'));

test('a patch of any edits makes the new text of the old one', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', '\n', '\n', '\r'), { maxLength: 60 }).map((units) => units.join(''));
  const cuts = fc.array(fc.tuple(fc.nat(9), fc.nat(5), texts), { maxLength: 5 });
  fc.assert(
    fc.property(texts, fc.array(cuts, { maxLength: 3 }), (before, rounds) => {
      let text = before;
      const lists = rounds.map((round) => {
        const edits: Edit[] = [];
        let from = 0;
        for (const [skip, length, newText] of round) {
          const start = from + skip;
          if (start > text.length) break;
          const end = Math.min(text.length, start + length);
          edits.push({ span: { start, end }, newText });
          from = end + 1;
        }
        text = applyEdits(text, edits);
        return edits;
      });
      const { kept } = edited(before, lists);
      const patch = unifiedDiff('a', before, text, kept);
      assert.equal(patch === '', text === before);
      assert.equal(patched(before, patch), text);
    }),
    { numRuns: 2000 },
  );
});

test('many changes in a long text take linear time', { timeout: 10_000 }, () => {
  const before = '某行文字\n'.repeat(100_000);
  const edits = Array.from(
    { length: 100_000 },
    (_, index) => [index * 5, index * 5 + 1, '此'] as [number, number, string],
  );
  assert.equal(diffOf(before, ...edits).split('\n').length, 200_000 + 4);
});
