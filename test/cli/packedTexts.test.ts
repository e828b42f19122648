import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PackedTexts } from '../../server/src/cli/packedTexts.ts';
import { NumberColumn } from '../../server/src/corpus/numberColumn.ts';

test('packed texts are those that were put in, whatever their script and length', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', 'ÿ', '字', '\uD800', 'a'.repeat(300_000), '字'.repeat(200_000)),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
      const packed = new PackedTexts();
      for (const one of texts) packed.add(one);
      assert.deepEqual(
        texts.map((_, index) => packed.at(index)),
        texts,
      );
    }),
    { numRuns: 50 },
  );
});

test('a column holds as many numbers as were put in, and no others', () => {
  const column = new NumberColumn();
  const numbers = Array.from({ length: 40_000 }, (_, index) => (index * 107_377) % 2 ** 32);
  for (const number of numbers) column.push(number);
  assert.equal(column.length, numbers.length);
  assert.deepEqual([...column], numbers);
  assert.throws(() => column.at(numbers.length), RangeError);
});
