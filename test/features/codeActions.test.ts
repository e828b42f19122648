import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixAll, quickFixes } from '../../server/src/features/codeActions.ts';
import { type Check, diagnostics } from '../../server/src/features/diagnostics.ts';
import type { Fix, Problem } from '../../server/src/rules/rule.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { documentOf } from './support.ts';

const RECORD = '〖BT/标题〗甲〖-BT/标题〗\n〖ZW/正文〗\n    乙乙\n〖-ZW/正文〗\n';
const MESSAGE = { id: 'action.fixAll' } as const;

const replace = (start: number, end: number, newText: string, safe = true): Fix => ({
  title: MESSAGE,
  safe,
  edits: [{ span: { start, end }, newText }],
});
const problem = (start: number, end: number, ...fixes: Fix[]): Problem => ({
  code: 'test.rule',
  severity: 'warning',
  span: { start, end },
  message: MESSAGE,
  fixes,
  related: [{ span: { start: 0, end: 1 }, message: MESSAGE }],
});
/** In every record the first character of its text, wherever that is. */
const inEach =
  (...problems: Problem[]): Check =>
  () =>
    problems;

describe('diagnostics', () => {
  it('count from the start of the file', () => {
    const document = documentOf(RECORD.repeat(2));
    const [first, second] = diagnostics(document, inEach(problem(3, 4, replace(3, 4, 'x'))));
    assert.equal(first?.span.start, 3);
    assert.equal(second?.span.start, RECORD.length + 3);
    assert.equal(second?.related?.[0]?.span.start, RECORD.length);
    assert.equal(second?.fixes?.[0]?.edits[0]?.span.start, RECORD.length + 3);
  });

  it('look only at the records of a range', () => {
    const document = documentOf(RECORD.repeat(3));
    const at = RECORD.length + 5;
    assert.equal(diagnostics(document, inEach(problem(0, 1)), { start: at, end: at }).length, 1);
  });
});

describe('quick fixes', () => {
  const document = documentOf(RECORD);

  it('are those of the problems that the caret touches', () => {
    const check = inEach(problem(3, 5, replace(3, 5, '')), problem(7, 8, replace(7, 8, '')));
    assert.equal(quickFixes(document, { start: 5, end: 5 }, check).length, 1);
  });

  it('prefer the first safe one', () => {
    const check = inEach(problem(3, 5, replace(3, 5, 'a', false), replace(3, 5, 'b'), replace(3, 5, 'c')));
    assert.deepEqual(
      quickFixes(document, { start: 3, end: 3 }, check).map(({ preferred }) => preferred),
      [false, true, false],
    );
  });

  it('are none where a problem has none', () =>
    assert.deepEqual(quickFixes(document, { start: 0, end: 9 }, inEach(problem(3, 5))), []));
});

describe('fix all', () => {
  const text = 'abcdef';
  const fixed = (...problems: Problem[]): string => applyEdits(text, fixAll(documentOf(text), inEach(...problems)));

  it('runs safe fixes only', () =>
    assert.equal(fixed(problem(0, 1, replace(0, 1, 'x')), problem(2, 3, replace(2, 3, 'y', false))), 'xbcdef'));
  it('takes one safe fix for each problem', () =>
    assert.equal(fixed(problem(0, 1, replace(0, 1, 'x'), replace(2, 3, 'y'))), 'xbcdef'));
  it('leaves the later of two that touch one place for the next time', () =>
    assert.equal(fixed(problem(0, 3, replace(0, 3, 'x')), problem(2, 4, replace(2, 4, 'y'))), 'xdef'));
  it('takes a fix whole or not at all', () => {
    const both: Fix = { title: MESSAGE, safe: true, edits: [...replace(5, 6, 'y').edits, ...replace(1, 2, 'y').edits] };
    assert.equal(fixed(problem(0, 2, replace(0, 2, 'x')), problem(1, 6, both)), 'xcdef');
  });
  it('takes edits in any order', () =>
    assert.equal(fixed(problem(4, 5, replace(4, 5, 'y')), problem(0, 1, replace(0, 1, 'x'))), 'xbcdyf'));
  it('takes edits that meet', () =>
    assert.equal(fixed(problem(0, 2, replace(0, 2, 'x')), problem(2, 3, replace(2, 3, 'y'))), 'xydef'));
  it('does not insert twice at one place', () =>
    assert.equal(fixed(problem(2, 2, replace(2, 2, 'x')), problem(2, 2, replace(2, 2, 'y'))), 'abxcdef'));
});
