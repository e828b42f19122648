import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toBase64 } from '../../client/src/base64.ts';

test('is what Buffer makes of the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
    }),
  );
});

test('takes a file of megabytes', () => {
  const bytes = Uint8Array.from({ length: 3_000_001 }, (_, index) => index % 251);
  assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
});
