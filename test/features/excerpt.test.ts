import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { excerptMarkdown } from '../../server/src/features/excerpt.ts';
import { documentOf } from './support.ts';

describe('excerpts', () => {
  const clause = '雙方堅決推動以世界貿(mào)易組織規(guī)則為基礎(chǔ)的多邊貿(mào)易體制。';

  it('never begin or end inside a reading that a mirror put in', () => {
    const text = clause.repeat(6);
    const document = documentOf(text);
    for (let at = 0; at < text.length; at++) {
      if (!/[\u4e00-\u9fff]/.test(text.charAt(at))) continue;
      const excerpt = excerptMarkdown(document, { start: 0, end: text.length }, [{ start: at, end: at }]);
      assert.doesNotMatch(excerpt, /[a-zāáǎàīíǐìūúǔù()]/, String(at));
    }
  });
});
