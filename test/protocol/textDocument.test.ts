import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { openDocuments } from '../../server/src/protocol/textDocument.ts';
import { recordsOf } from '../../server/src/statement/document.ts';
import { RECORD_HEAD } from '../features/support.ts';

const documents = openDocuments(NEWSPAPER_VOCABULARY);

const piece = fc.constantFrom(
  '\r\n',
  '\r',
  '\n',
  '〖ZQ/总期〗',
  '〖-ZW/正文〗',
  '〖ZW/正文〗',
  '〖',
  '〗',
  '一、',
  '甲。',
  ' ',
  '\ud840',
  '\udc00',
  '𠀀',
  '\ufeff',
  RECORD_HEAD,
);
const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
const position = fc.record({ line: fc.integer({ min: -1, max: 30 }), character: fc.integer({ min: -1, max: 40 }) });
const change = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }) },
  { weight: 1, arbitrary: fc.record({ text }) },
);

describe('an open document', () => {
  it('is after any edits what the reference implementation makes of them', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
        (start, edits) => {
          let ours = documents.create('file:///a', 'rmrb', 1, start);
          let expected = start;
          edits.forEach((changes, index) => {
            ours = documents.update(ours, changes, index + 2);
            // From scratch for each change: the reference loses count of lines where a range leaves the text.
            for (const one of changes) {
              const before = TextDocument.create('file:///a', 'rmrb', 1, expected);
              expected = TextDocument.update(before, [one], 2).getText();
            }
            assert.equal(ours.getText(), expected);
            assert.equal(ours.version, index + 2);
          });
          const fresh = TextDocument.create('file:///a', 'rmrb', 1, expected);
          assert.equal(ours.lineCount, fresh.lineCount);
          for (let offset = -1; offset <= ours.getText().length + 1; offset++) {
            assert.deepEqual(ours.positionAt(offset), fresh.positionAt(offset));
          }
        },
      ),
    );
  });

  it('reads positions and ranges as the reference implementation does', () => {
    fc.assert(
      fc.property(text, position, position, (content, start, end) => {
        const ours = documents.create('file:///a', 'rmrb', 1, content);
        const reference = TextDocument.create('file:///a', 'rmrb', 1, content);
        const range: Range = { start, end };
        assert.equal(ours.offsetAt(start), reference.offsetAt(start));
        assert.equal(ours.getText(range), reference.getText(range));
        assert.deepEqual(ours.getLineRange(start.line), reference.getLineRange(start.line));
        assert.equal(ours.getEOLCharacters(start.line), reference.getEOLCharacters(start.line));
      }),
    );
  });

  it('keeps the records that an edit does not reach', () => {
    const before = documents.create('file:///a', 'rmrb', 1, RECORD_HEAD.repeat(5));
    const at = { line: 12, character: 9 };
    const after = documents.update(before, [{ range: { start: at, end: at }, text: '0' }], 2);
    const kept = recordsOf(after.content).filter((record) => recordsOf(before.content).includes(record));
    assert.ok(kept.length >= 3);
  });
});
