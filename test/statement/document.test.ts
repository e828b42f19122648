import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import {
  type Document,
  documentLength,
  documentText,
  editDocument,
  lineCount,
  offsetAt,
  parseDocument,
  placedRecords,
  positionAt,
  recordsOf,
} from '../../server/src/statement/document.ts';
import type { StatementNode } from '../../server/src/statement/tree.ts';
import { parse } from '../support/tree.ts';

const parseAll = (text: string): Document => parseDocument(text, NEWSPAPER_VOCABULARY);

/** All that a document says, the trees of its records included. */
const inFull = (document: Document) =>
  placedRecords(document).map(({ record: { text, lineBreaks, markup, root, lists }, start }) => ({
    start,
    line: positionAt(document, start).line,
    text,
    lineBreaks,
    markup,
    root,
    lists,
  }));

const RECORD =
  '〖ZQ/总期〗20585〖-ZQ/总期〗\n〖RQ/日期〗20140521〖-RQ/日期〗\n〖BT/标题〗声明〖-BT/标题〗\n〖ZW/正文〗\n    一、双方同意。\n    二、乙。\n〖-ZW/正文〗\n';

const SHORT_RECORD = '〖ZQ/总期〗1〖-ZQ/总期〗\n〖ZW/正文〗\n甲。\r\n〖-ZW/正文〗\n';

/** What real texts are made of, so that random edits hit the borders that matter. */
const fragment = fc.constantFrom(
  '〖ZQ/总期〗',
  '〖-ZQ/总期〗',
  '〖RQ/日期〗',
  '〖-RQ/日期〗',
  '〖ZW/正文〗',
  '〖-ZW/正文〗',
  '〖JZ/加重〗',
  '〖',
  '〗',
  '〖-',
  '〖ZQ\n总期〗',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '　　',
  '一',
  '二、',
  '（三）',
  '——',
  '—',
  '1.',
  '双方同意。',
  '2014年5月20日于上海',
  '\ud800',
  '\udc00',
  '𠀀',
  '\ufeff',
);
const text = fc
  .array(fc.oneof({ weight: 6, arbitrary: fragment }, { weight: 1, arbitrary: fc.constant(RECORD) }), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('a document', () => {
  it('holds every character in exactly one record', () => {
    fc.assert(
      fc.property(text, (one) => documentText(parseAll(one)) === one && documentLength(parseAll(one)) === one.length),
    );
  });

  it('is after any edits what it would be from scratch', () => {
    const edit = fc.record({ from: fc.nat(), length: fc.nat({ max: 60 }), newText: fc.oneof(fragment, text) });
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 8 }), (one, edits) => {
        let document = parseAll(one);
        let expected = one;
        for (const { from, length, newText } of edits) {
          const start = from % (expected.length + 1);
          const end = Math.min(expected.length, start + length);
          document = editDocument(document, { span: { start, end }, newText });
          expected = expected.slice(0, start) + newText + expected.slice(end);
        }
        assert.deepEqual(inFull(document), inFull(parseAll(expected)));
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the records that an edit does not reach', () => {
    const before = parseAll(RECORD.repeat(9));
    const place = RECORD.length * 4 + RECORD.indexOf('同意');
    const after = editDocument(before, { span: { start: place, end: place }, newText: '一致' });
    const records = recordsOf(after);
    const kept = records.filter((record) => recordsOf(before).includes(record));
    assert.equal(records.length, 9);
    assert.equal(kept.length, 7);
  });

  it('of many records keeps the blocks that an edit does not reach', () => {
    const before = parseAll(SHORT_RECORD.repeat(1000));
    const place = SHORT_RECORD.length * 510 + SHORT_RECORD.indexOf('甲');
    const after = editDocument(before, { span: { start: place, end: place }, newText: '乙' });
    const kept = after.blocks.filter((block) => before.blocks.includes(block));
    assert.equal(kept.length, before.blocks.length - 1);
    assert.ok(before.blocks.length > 10);
  });

  it('of many records is after any edits what it would be from scratch', () => {
    const edit = fc.record({
      from: fc.nat(),
      length: fc.constantFrom(0, 1, 7, 7, 300, 4000),
      newText: fc.oneof(fragment, fc.constantFrom('', SHORT_RECORD, SHORT_RECORD.repeat(80))),
    });
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.array(edit, { minLength: 1, maxLength: 5 }), (count, edits) => {
        let expected = SHORT_RECORD.repeat(count);
        let document = parseAll(expected);
        for (const { from, length, newText } of edits) {
          const start = from % (expected.length + 1);
          const end = Math.min(expected.length, start + length);
          document = editDocument(document, { span: { start, end }, newText });
          expected = expected.slice(0, start) + newText + expected.slice(end);
          assert.equal(documentText(document), expected);
          const [from10, to10] = [Math.max(0, start - 10), Math.min(expected.length, start + newText.length + 10)];
          assert.equal(documentText(document, { start: from10, end: to10 }), expected.slice(from10, to10));
        }
        const oracle = TextDocument.create('', '', 0, expected);
        for (const { from } of edits) {
          assert.deepEqual(positionAt(document, from), oracle.positionAt(from));
          const position = { line: from % (oracle.lineCount + 2), character: from % 9 };
          assert.equal(offsetAt(document, position), oracle.offsetAt(position));
        }
        assert.deepEqual(inFull(document), inFull(parseAll(expected)));
      }),
    );
  });

  it('counts lines and characters as the protocol does', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat({ max: 12 }), (one, anywhere, line) => {
        const document = parseAll(one);
        const oracle = TextDocument.create('', '', 0, one);
        const offset = anywhere % (one.length + 2);
        assert.equal(lineCount(document), oracle.lineCount);
        assert.deepEqual(positionAt(document, offset), oracle.positionAt(offset));
        const position = { line, character: anywhere % 9 };
        assert.equal(offsetAt(document, position), oracle.offsetAt(position));
      }),
    );
  });
});

describe('parsing', () => {
  const nodesOf = (node: StatementNode): StatementNode[] => [node, ...node.children.flatMap(nodesOf)];

  it('never throws, and gives nodes that nest, follow each other and lie inside the text', () => {
    fc.assert(
      fc.property(text, (one) => {
        const { root } = parse(one);
        for (const node of nodesOf(root)) {
          assert.ok(0 <= node.span.start && node.span.start <= node.span.end && node.span.end <= one.length);
          let at = node.span.start;
          for (const child of node.children) {
            assert.ok(at <= child.span.start && child.span.end <= node.span.end, `${node.kind} › ${child.kind}`);
            at = child.span.end;
          }
          for (const piece of node.pieces) assert.ok(node.span.start <= piece.start && piece.end <= node.span.end);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('loses no character of the five texts: what no node says is markup, numerals, marks and white space', () => {
    for (const file of readdirSync('seeds').filter((name) => name.endsWith('.txt'))) {
      const one = readFileSync(`seeds/${file}`, 'utf8');
      const { root, markup } = parse(one);
      const rest = Array.from(one);
      const units = one.split('');
      const blank = ({ start, end }: { start: number; end: number }): void => void units.fill(' ', start, end);
      for (const node of nodesOf(root)) {
        node.pieces.forEach(blank);
        if (node.numeral) blank(node.selection);
      }
      markup.tags.forEach(blank);
      assert.match(units.join(''), /^[\s　—#]*$/, file);
      assert.ok(rest.length > 3000);
    }
  });

  for (const [name, one] of [
    ['an empty text', ''],
    ['only an opening bracket', '〖'],
    ['a tag open at the end', '〖ZW/正文〗'],
    ['a text without line break', '〖BT/标题〗声明〖-BT/标题〗'],
    ['ten thousand nested openings', '〖ZW/正文〗'.repeat(10_000)],
    ['a byte order mark', '\ufeff〖ZQ/总期〗1〖-ZQ/总期〗'],
    ['half a surrogate pair', '一、双方\ud842同意。'],
    ['a line of a million characters', '双方同意，'.repeat(200_000)],
    ['a million blanks', ' '.repeat(1_000_000)],
    ['a hundred thousand dashes', '—\n'.repeat(100_000)],
  ] as const) {
    it(`reads ${name}`, () => {
      assert.equal(documentText(parseAll(one)), one);
    });
  }
});
