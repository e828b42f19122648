import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readUtf8 } from '../../server/src/host/utf8.node.ts';
import { type Decoded, decode, type Encoding } from '../../server/src/text/decode.ts';
import { encode } from '../../server/src/text/encode.ts';

function bytesOf(...parts: (string | number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => Buffer.from(part as string)));
}

function read(decoded: Decoded): string {
  return decoded.ok
    ? `${decoded.encoding}${decoded.byteOrderMark ? '+bom' : ''}: ${decoded.text}`
    : `bad ${decoded.badByte}`;
}

const BOM = [0xef, 0xbb, 0xbf];
const ZHONG_GB = [0xd6, 0xd0];

test('an empty file is empty UTF-8', () => assert.equal(read(decode(bytesOf())), 'utf-8: '));

test('UTF-8 is read', () => assert.equal(read(decode(bytesOf('中文'))), 'utf-8: 中文'));

test('a UTF-8 byte order mark is left out of the text', () =>
  assert.equal(read(decode(bytesOf(BOM, '中文'))), 'utf-8+bom: 中文'));

test('only the first of two byte order marks is left out', () =>
  assert.equal(read(decode(bytesOf(BOM, BOM, '中'))), 'utf-8+bom: \uFEFF中'));

test('UTF-16 is read by its byte order mark', () => {
  assert.equal(read(decode(bytesOf([0xff, 0xfe, 0x2d, 0x4e]))), 'utf-16le+bom: 中');
  assert.equal(read(decode(bytesOf([0xfe, 0xff, 0x4e, 0x2d]))), 'utf-16be+bom: 中');
});

test('what is not UTF-8 is read as GB18030', () =>
  assert.equal(read(decode(bytesOf(ZHONG_GB, [0xce, 0xc4, 0x81, 0x30, 0x81, 0x30]))), 'gb18030: 中文\u0080'));

test('a GB18030 byte order mark is left out of the text', () =>
  assert.equal(read(decode(bytesOf([0x84, 0x31, 0x95, 0x33], ZHONG_GB))), 'gb18030+bom: 中'));

test('the guess is skipped where the encoding is told', () => {
  assert.equal(read(decode(bytesOf('中文'), 'gb18030')), 'gb18030: 涓枃');
  assert.equal(read(decode(bytesOf(ZHONG_GB), 'utf-8')), 'bad 0');
});

test('the first byte that neither encoding allows is told', () => {
  assert.equal(read(decode(bytesOf('中文', [0xff], '中'))), 'bad 6');
  assert.equal(read(decode(bytesOf(ZHONG_GB, ZHONG_GB, [0xff]))), 'bad 4');
});

test('a byte order mark settles the encoding, bad bytes or not', () => {
  assert.equal(read(decode(bytesOf(BOM, ZHONG_GB))), 'bad 3');
  assert.equal(read(decode(bytesOf([0xff, 0xfe, 0x2d, 0x4e, 0x00, 0xd8, 0x41, 0x00]))), 'bad 4');
});

test('a character cut off by the end of the file is bad', () => {
  assert.equal(read(decode(bytesOf('中', [0xe6, 0x96]), 'utf-8')), 'bad 3');
  assert.equal(read(decode(bytesOf(ZHONG_GB, [0xd6]))), 'bad 2');
  assert.equal(read(decode(bytesOf([0xff, 0xfe, 0x2d]))), 'bad 2');
  assert.equal(read(decode(bytesOf('𠀀').subarray(0, 3), 'utf-8')), 'bad 0');
});

test('the bad byte of a long file is found wherever it stands', () => {
  for (const before of [0, 1, 65_533, 65_536, 65_537, 200_001]) {
    const good = bytesOf(`${'a'.repeat(before % 7)}${'中'.repeat(before)}`);
    assert.equal(read(decode(bytesOf([...good], [0xff], '中'.repeat(9)), 'utf-8')), `bad ${good.length}`);
  }
});

test('a million bad bytes take no longer than good ones', { timeout: 5_000 }, () =>
  assert.equal(read(decode(new Uint8Array(1_000_000).fill(0xff, 1))), 'bad 1'),
);

test('what is written reads as before', () => {
  const text = '〖ZW/正文〗\r\n聯合聲明“€·—㈠①ḿ”𠀀\uE766\u0080\uFFFD';
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as Encoding[]) {
    for (const byteOrderMark of [true, false]) {
      const encoded = encode(text, encoding, byteOrderMark);
      assert.ok(encoded.ok);
      const again = decode(encoded.bytes, byteOrderMark ? 'auto' : encoding);
      assert.deepEqual(again, { ok: true, text, encoding, byteOrderMark }, `${encoding} ${byteOrderMark}`);
    }
  }
});

test('every character has a GB18030 code that reads as it', () => {
  let text = '';
  for (let point = 0; point <= 0x10ffff; point += point < 0x11000 ? 1 : 257) {
    if (point < 0xd800 || point > 0xdfff) text += String.fromCodePoint(point);
  }
  const unwritable = [...text].filter((character) => !encode(character, 'gb18030', false).ok);
  const writable = text.replaceAll(new RegExp(`[${unwritable.join('')}]`, 'gu'), '');
  const encoded = encode(writable, 'gb18030', false);
  assert.ok(encoded.ok);
  assert.equal(new TextDecoder('gb18030', { fatal: true }).decode(encoded.bytes), writable);
  // What is left are private-use characters that the decoder never gives.
  assert.ok(unwritable.length < 20 && unwritable.every((character) => /\p{Co}/u.test(character)));
});

// The quick way of Node

test('UTF-8 is read as a TextDecoder reads it, byte order mark and all, or refused as it refuses it', () => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const plainly = (bytes: Uint8Array): string | undefined => {
    try {
      return decoder.decode(bytes);
    } catch {
      return undefined;
    }
  };
  const samples: Uint8Array[] = [
    bytesOf(),
    bytesOf('a'),
    bytesOf('ASCII alone\r\n'),
    bytesOf('é'),
    bytesOf(BOM),
    bytesOf(BOM, 'a'),
    bytesOf(BOM, '中文'),
    bytesOf('中', BOM, '文'),
    bytesOf('𠀀\0\uFFFF\u{10FFFF}'),
    bytesOf('中'.repeat(700_000)),
    // A lone surrogate, an overlong form, a lone trail byte, beyond Unicode, cut off.
    bytesOf([0xed, 0xa0, 0x80]),
    bytesOf([0xc0, 0x80]),
    bytesOf('a', [0x80], 'b'),
    bytesOf([0xf4, 0x90, 0x80, 0x80]),
    bytesOf('中'.repeat(99), [0xe4, 0xb8]),
  ];
  // A part of a larger buffer.
  samples.push(
    ...samples.map((bytes) => Buffer.concat([Buffer.from([0x80]), bytes, Buffer.from([0x80])]).subarray(1, -1)),
  );
  for (const bytes of samples) assert.equal(readUtf8(bytes), plainly(bytes), Buffer.from(bytes).toString('hex', 0, 20));
});

test('bytes like UTF-8 are read as a TextDecoder reads them', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const bytes = Buffer.concat(pieces);
      assert.deepEqual(decode(bytes, 'auto', readUtf8), decode(bytes));
    }),
    { numRuns: 2_000 },
  );
});

test('a lone surrogate cannot be written', () => {
  assert.deepEqual(encode('中\uD800文', 'utf-8', false), { ok: false, badCharacter: 1 });
  assert.deepEqual(encode('中\uD800文', 'gb18030', true), { ok: false, badCharacter: 1 });
});
