import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packedRecords, unpackedRecord } from '../../server/src/cli/packedRecord.ts';
import { surveyedRecords } from '../../server/src/cli/survey.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { parseDocument } from '../../server/src/statement/document.ts';
import { GOOD, item } from './harness.ts';

function assertKept(text: string): void {
  const document = parseDocument(text, NEWSPAPER_VOCABULARY);
  const surveyed = surveyedRecords(document);
  const packed = packedRecords('file:///a', surveyed).map(({ content }) => content);
  assert.deepEqual(packed.map(unpackedRecord), surveyed);
}

test('a packed record holds what it was made of', () => {
  assertKept(item(5, GOOD) + item(6, GOOD));
});

test('what is missing in a record is missing when it is unpacked', () => {
  assertKept('');
  assertKept('没有标记的文字。');
});

test('values in any script are kept', () => {
  assertKept(GOOD.replace('20140521', '二〇一四年😀').replace('20585', '第２０５８５期'));
});

test('a record whose first words stand behind many thousand lines is kept', () => {
  assertKept(`${'\n'.repeat(40_000)}${GOOD}`);
  assertKept(`${'\n'.repeat(40_000)}中俄联合声明\n`);
});

test('whatever records are made of, they are kept', () => {
  const piece = fc.constantFrom(
    GOOD,
    '\n',
    '〖ZQ/总期〗',
    '1',
    '〖-ZQ/总期〗',
    '〖BT/标题〗',
    '会谈',
    '\u0001',
    '\r\n',
    '一、',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => assertKept(pieces.join(''))),
    { seed: 1 },
  );
});
