import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Draft, type DraftEdit } from '../../server/src/features/toRecord/draft.ts';
import { applyEdits } from '../../server/src/text/edits.ts';

type Options = Partial<DraftEdit>;

/** The edit of the first occurrence of `old` in the draft as it is. */
function edit(draft: Draft, old: string, newText: string, options: Options = {}): DraftEdit {
  const start = draft.text.indexOf(old);
  assert.notEqual(start, -1, old);
  return { span: { start, end: start + old.length }, newText, group: 'layout', ...options };
}

function insertion(draft: Draft, at: number, newText: string, options: Options = {}): DraftEdit {
  return { span: { start: at, end: at }, newText, group: 'record', ...options };
}

/** The text where one group is left out. */
function without(draft: Draft, group: string): string {
  return applyEdits(
    draft.source,
    draft.changes().filter((change) => change.group !== group),
  );
}

describe('a draft', () => {
  it('knows its changes as changes of the first text', () => {
    const draft = new Draft('聯(lián)合,聲明');
    draft.apply([edit(draft, '(lián)', '', { group: 'readings' })]);
    draft.apply([edit(draft, ',', '，', { group: 'punctuation' })]);
    assert.equal(draft.text, '聯合，聲明');
    assert.equal(without(draft, 'readings'), '聯(lián)合，聲明');
    assert.equal(without(draft, 'punctuation'), '聯合,聲明');
  });

  it('makes of a change within another one a part of it', () => {
    const draft = new Draft('ab');
    draft.apply([insertion(draft, 1, '标题')]);
    draft.apply([edit(draft, '标', '題', { group: 'converted' })]);
    assert.deepEqual(draft.changes(), [{ span: { start: 1, end: 1 }, newText: '題题', group: 'record' }]);
  });

  it('keeps what is put before a line with it when lines above are put back', () => {
    const draft = new Draft('甲\n登录\n乙');
    draft.apply([edit(draft, '登录\n', '', { group: 'page' })]);
    draft.apply([insertion(draft, draft.text.indexOf('乙'), '    ')]);
    assert.equal(without(draft, 'page'), '甲\n登录\n    乙');
  });

  it('keeps what is put behind a line with it when lines below are put back', () => {
    const draft = new Draft('甲\n登录');
    draft.apply([edit(draft, '\n登录', '', { group: 'page' })]);
    draft.apply([insertion(draft, 1, '〖-ZW/正文〗', { belongsBefore: true })]);
    assert.equal(without(draft, 'page'), '甲〖-ZW/正文〗\n登录');
  });

  it('keeps what is put around words outside their marks', () => {
    const draft = new Draft('**甲**');
    draft.apply([{ ...edit(draft, '**', ''), group: 'residue' }]);
    draft.apply([{ ...edit(draft, '**', ''), group: 'residue' }]);
    draft.apply([insertion(draft, 0, '〖'), insertion(draft, 1, '〗', { belongsBefore: true })]);
    assert.equal(without(draft, 'residue'), '〖**甲**〗');
  });

  it('joins over lines that were taken out only together with these', () => {
    const draft = new Draft('坚实\n3\n基础');
    draft.apply([edit(draft, '3\n', '', { group: 'pageNumber' })]);
    draft.apply([edit(draft, '\n', '', { group: 'join' })]);
    assert.equal(draft.text, '坚实基础');
    assert.equal(without(draft, 'pageNumber'), draft.source);
  });

  it('tells the removal of a line as that, whatever was done in it before', () => {
    const draft = new Draft('甲\n登錄(lù)\n');
    draft.apply([edit(draft, '(lù)', '', { group: 'readings' })]);
    draft.apply([edit(draft, '登錄\n', '', { group: 'page' })]);
    assert.deepEqual(draft.changes(), [{ span: { start: 2, end: 9 }, newText: '', group: 'page' }]);
  });

  it('does not take words away in a group that promises to keep them', () => {
    const draft = new Draft('甲\n登录\n乙');
    draft.apply([edit(draft, '甲\n', '甲\n\n', { group: 'layout' })]);
    draft.apply([edit(draft, '\n登录', '', { group: 'page' })]);
    assert.ok(without(draft, 'page').includes('登录'));
  });

  it('has the changes that it has undergone, whatever the steps were', () => {
    const step = fc.record({
      start: fc.nat(30),
      length: fc.nat(4),
      newText: fc.string({ unit: fc.constantFrom('x', 'y', '\n'), maxLength: 3 }),
      group: fc.constantFrom('record', 'split', 'join', 'page', 'layout' as const),
      belongsBefore: fc.boolean(),
      apart: fc.boolean(),
    });
    const source = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\n'), maxLength: 25 });
    fc.assert(
      fc.property(source, fc.array(fc.array(step, { maxLength: 5 }), { maxLength: 5 }), (before, rounds) => {
        const draft = new Draft(before);
        for (const steps of rounds) {
          const text = draft.text;
          const edits = apartFromEachOther(text.length, steps);
          const expected = applyEdits(text, edits);
          draft.apply(edits);
          assert.equal(draft.text, expected);
          assert.equal(applyEdits(before, draft.changes()), expected);
        }
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});

function apartFromEachOther(
  length: number,
  steps: readonly (Omit<DraftEdit, 'span'> & { readonly start: number; readonly length: number })[],
): DraftEdit[] {
  let at = -1;
  return steps
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ start: wanted, length: wide, ...rest }) => {
      const start = Math.min(wanted, length);
      const end = Math.min(start + wide, length);
      if (start <= at) return [];
      at = end;
      return [{ ...rest, span: { start, end } }];
    });
}
