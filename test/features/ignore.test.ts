import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fileCheck } from '../../server/src/features/diagnostics.ts';
import { ignoredProblems, placesToIgnore, withoutIgnored } from '../../server/src/features/ignore.ts';
import type { Problem } from '../../server/src/rules/rule.ts';
import { documentOf } from './support.ts';

const MESSAGE = { id: 'action.fixAll' } as const;
/** Every 错 is a problem. */
const check = fileCheck(({ text }) =>
  [...text.matchAll(/错/g)].map(
    ({ index }): Problem => ({
      code: 'test.rule',
      severity: 'warning',
      span: { start: index, end: index + 1 },
      message: MESSAGE,
    }),
  ),
);

/** The entry for the problem with this number in the text. */
function entryFor(text: string, number: number) {
  const document = documentOf(text);
  const problem = check(document)[number];
  assert.ok(problem);
  const [place] = placesToIgnore(document, [problem], check);
  assert.ok(place);
  return { ...place, file: 'a.txt' };
}

function left(text: string, ...entries: Parameters<typeof withoutIgnored>[1]): number[] {
  return withoutIgnored(check, entries)
    .check(documentOf(text))
    .map(({ span }) => span.start);
}

describe('what is ignored', () => {
  const text = '甲乙丙丁戊己庚辛壬癸错子丑寅卯辰巳午未申酉戌亥错天地';

  it('is that one problem', () => {
    assert.deepEqual(left(text, entryFor(text, 0)), [23]);
    assert.deepEqual(left(text, entryFor(text, 1)), [10]);
  });
  it('stays so when the text changes elsewhere', () => {
    const edited = `一行新的文字\n${text}错`;
    assert.deepEqual(left(edited, entryFor(text, 0)), [30, 33]);
  });
  it('is told of again when the place itself changes', () =>
    assert.equal(left(text.replace('错子', '错了子'), entryFor(text, 0)).length, 2));
  it('is the same one among those that read alike', () => {
    const alike = `${'0123456789'.repeat(2)}错${'0123456789'.repeat(2)}`.repeat(3);
    assert.deepEqual(left(alike, entryFor(alike, 1)), [20, 102]);
    assert.equal(entryFor(alike, 1).nth, 2);
  });
  it('is known by both ends of what is long, whatever the line breaks', () => {
    const long = fileCheck((record) => [
      { code: 'test.rule', severity: 'hint', span: { start: 0, end: record.text.length }, message: MESSAGE },
    ]);
    const [place] = placesToIgnore(
      documentOf(`${'长'.repeat(99)}\r\n完`),
      long(documentOf(`${'长'.repeat(99)}\r\n完`)),
      long,
    );
    assert.ok(place && place.text.length < 60 && place.text.endsWith('长\n完'));
  });

  it('is one problem, wherever it stands and whatever it stands in', () => {
    const anything = fc.string({ unit: fc.constantFrom('错', '甲', '\r', '\n', '😀', '〖', 'a'), maxLength: 60 });
    fc.assert(
      fc.property(anything, fc.nat(), (some, pick) => {
        const document = documentOf(some);
        const problems = check(document);
        const number = problems.length === 0 ? 0 : pick % problems.length;
        if (problems.length === 0) return;
        const checks = withoutIgnored(check, [entryFor(some, number)]);
        assert.deepEqual(ignoredProblems(document, checks), [problems[number]]);
      }),
    );
  });
});
