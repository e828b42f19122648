import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recordSnippets } from '../../client/src/recordSnippets.ts';

describe('a record as a snippet', () => {
  it('goes to page and item first, then to what is empty besides', () =>
    assert.deepEqual(recordSnippets(['〖ZQ/总期〗〖-ZQ/总期〗〖BH/版号〗〖-BH/版号〗\n〖TH/条号〗〖-TH/条号〗']), [
      '〖ZQ/总期〗$3〖-ZQ/总期〗〖BH/版号〗$1〖-BH/版号〗\n〖TH/条号〗$2〖-TH/条号〗',
    ]));

  it('goes on in the next record', () =>
    assert.deepEqual(recordSnippets(['〖BH/版号〗〖-BH/版号〗', '。', '〖BH/版号〗〖-BH/版号〗']), [
      '〖BH/版号〗$1〖-BH/版号〗',
      '。',
      '〖BH/版号〗$2〖-BH/版号〗',
    ]));

  it('does not stop where something stands, nor between tags of two fields', () => {
    const text = '〖BH/版号〗002〖-BH/版号〗〖TH/条号〗';
    assert.deepEqual(recordSnippets([text]), [text]);
  });

  it('means no more than the text says', () =>
    assert.deepEqual(recordSnippets(['$1 {a} \\', '〖TH/条号〗〖-TH/条号〗}']), [
      '\\$1 {a\\} \\\\',
      '〖TH/条号〗$1〖-TH/条号〗\\}',
    ]));
});
