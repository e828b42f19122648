import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { coarserEdits, type RecordEdit } from '../../client/src/coarserEdits.ts';

const TEXT = '聯(lián)合,關(guān)系\n發(fā)展之後還有許許多多其他各種各樣的文字在這裏(lǐ)面';

/** The edit that takes out `what`, or puts something in its place. */
function edit(what: string, annotationId: string, newText = ''): RecordEdit {
  const document = TextDocument.create('', '', 1, TEXT);
  const start = TEXT.indexOf(what);
  const range = { start: document.positionAt(start), end: document.positionAt(start + what.length) };
  return { range, newText, annotationId };
}

describe('fewer edits', () => {
  const lines = TEXT.split('\n');
  const coarser = (...edits: RecordEdit[]) => coarserEdits(edits, (line) => lines[line] ?? '');

  it('come to the same', () => {
    const edits = [edit('(lián)', 'readings'), edit('(guān)', 'readings'), edit('(fā)', 'readings')];
    const applied = (some: readonly RecordEdit[]) =>
      TextDocument.applyEdits(TextDocument.create('', '', 1, TEXT), [...some]);
    assert.equal(coarser(...edits).length, 2);
    assert.equal(applied(coarser(...edits)), applied(edits));
  });

  it('do not take in what is another group’s', () => {
    const edits = [edit('(lián)', 'readings'), edit(',', 'punctuation', '，'), edit('(guān)', 'readings')];
    assert.deepEqual(coarser(...edits), edits);
  });

  it('are not far from each other', () => {
    const edits = [edit('(fā)', 'readings'), edit('(lǐ)', 'readings')];
    assert.deepEqual(coarser(...edits), edits);
  });
});
