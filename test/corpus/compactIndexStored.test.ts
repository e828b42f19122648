import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSegment } from '../../server/src/corpus/compactIndex/build.ts';
import { HEADER_WORDS, type Segment } from '../../server/src/corpus/compactIndex/segment.ts';
import { openSealed, seal } from '../../server/src/corpus/compactIndex/stored.ts';
import { textHash } from '../../server/src/corpus/compactIndex/textHash.ts';

const STAMP = 'rmrb 1';

function sealed(): Uint8Array {
  const passages = ['双方支持朝鲜半岛无核化。', '加强合作，合作，再合作。', ''];
  return seal(buildSegment([{ hash: textHash('a'), passages }]), STAMP);
}

const open = (bytes: Uint8Array, stamp = STAMP) => openSealed(Uint8Array.from(bytes).buffer, stamp);

describe('a stored segment', () => {
  it('is read as it was written', () => {
    const segment = open(sealed()) as Segment;
    const original = buildSegment([
      { hash: textHash('a'), passages: ['双方支持朝鲜半岛无核化。', '加强合作，合作，再合作。', ''] },
    ]);
    const { buffer, ...arrays } = segment;
    assert.ok(buffer.byteLength > 0);
    for (const [name, array] of Object.entries(arrays)) {
      assert.deepEqual([...array], [...(original[name as keyof Segment] as Uint8Array)], name);
    }
  });

  it('is not used by another version of the program', () => {
    assert.equal(open(sealed(), 'rmrb 2'), 'outdated');
  });

  it('is none of ours where it is empty or something else', () => {
    assert.equal(open(new Uint8Array(0)), 'foreign');
    assert.equal(open(new Uint8Array(1000)), 'foreign');
  });

  it('is seen to be damaged wherever one bit is wrong', () => {
    const bytes = sealed();
    for (let at = 0; at < bytes.length; at++) {
      // What the header has room for means nothing yet.
      if (at >= 11 * 4 && at < HEADER_WORDS * 4) continue;
      bytes[at] = bytes[at]! ^ 0x10;
      assert.equal(typeof open(bytes), 'string', `byte ${at}`);
      bytes[at] = bytes[at]! ^ 0x10;
    }
    assert.equal(typeof open(bytes), 'object');
  });

  it('is seen to be damaged where some of it is missing', () => {
    const bytes = sealed();
    for (const length of [bytes.length - 4, bytes.length - 1, HEADER_WORDS * 4]) {
      assert.equal(open(bytes.slice(0, length)), 'damaged');
    }
  });
});
