import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixableKinds, problemsAt, quickFixes } from '../../server/src/features/codeActions.ts';
import { type Check, diagnostics, fileCheck, limited } from '../../server/src/features/diagnostics.ts';
import type { Fix, Problem } from '../../server/src/rules/rule.ts';
import type { Document } from '../../server/src/statement/document.ts';
import type { Span } from '../../server/src/text/span.ts';
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

const fixesAt = (document: Document, range: Span, check: Check) =>
  quickFixes(problemsAt(document, range, fileCheck(check)));

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

describe('problems from comparing files', () => {
  it('stand among the others, by position', () => {
    const check = fileCheck(inEach(problem(3, 4), problem(9, 10)), () => [problem(5, 6)]);
    assert.deepEqual(
      check(documentOf(RECORD)).map(({ span }) => span.start),
      [3, 5, 9],
    );
  });
});

describe('a list that is limited', () => {
  const severe = (start: number, severity: Problem['severity']): Problem => ({ ...problem(start, start), severity });

  it('keeps the severest, by position, and says how many more there are', () => {
    const list = [severe(1, 'hint'), severe(2, 'warning'), severe(3, 'error'), severe(4, 'warning')];
    const { shown, more } = limited(list, 2);
    assert.deepEqual([shown.map(({ span }) => span.start), more], [[2, 3], 2]);
  });
  it('is whole where it is short enough', () => assert.equal(limited([problem(1, 2)], 1).more, 0));
});

describe('quick fixes', () => {
  const document = documentOf(RECORD);

  it('are those of the problems that the caret touches', () => {
    const check = inEach(problem(3, 5, replace(3, 5, '')), problem(7, 8, replace(7, 8, '')));
    assert.equal(fixesAt(document, { start: 5, end: 5 }, check).length, 1);
  });

  it('prefer the first safe one', () => {
    const check = inEach(problem(3, 5, replace(3, 5, 'a', false), replace(3, 5, 'b'), replace(3, 5, 'c')));
    assert.deepEqual(
      fixesAt(document, { start: 3, end: 3 }, check).map(({ preferred }) => preferred),
      [false, true, false],
    );
  });

  it('are none where a problem has none', () =>
    assert.deepEqual(fixesAt(document, { start: 0, end: 9 }, inEach(problem(3, 5))), []));

  it('know how many of their kind the file has', () => {
    const records = documentOf(RECORD.repeat(3));
    const other = { ...problem(1, 1, replace(1, 1, '')), code: 'test.other' };
    const check = fileCheck(inEach(problem(3, 5, replace(3, 5, '')), problem(7, 8), other));
    const kinds = fixableKinds(records, problemsAt(records, { start: 3, end: 8 }, check), check);
    assert.deepEqual([...kinds], [['test.rule', 3]]);
  });
});
