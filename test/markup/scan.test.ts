import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { marksOf } from '../../server/src/markup/records.ts';
import { readTags } from '../../server/src/markup/scan.ts';
import { codeSpan, nameSpan } from '../../server/src/markup/syntax.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { marked } from '../support/marks.ts';

function tagsOf(text: string): ReturnType<typeof readTags> {
  return readTags(text, marksOf(text, NEWSPAPER_VOCABULARY).tagBrackets, NEWSPAPER_VOCABULARY);
}

describe('tags', () => {
  it('reads opening and closing tags with the places of code and name', () => {
    const { text, spans } = marked('⟦〖⟦BT⟧/⟦标题⟧〗⟧联合声明⟦〖-⟦BT⟧/⟦标题⟧〗⟧');
    const tags = tagsOf(text);
    assert.deepEqual(
      tags.map(({ role, code, name }) => [role, code, name]),
      [
        ['open', 'BT', '标题'],
        ['close', 'BT', '标题'],
      ],
    );
    assert.deepEqual(
      tags.flatMap((tag) => [{ start: tag.start, end: tag.end }, codeSpan(tag), nameSpan(tag)]),
      spans,
    );
  });

  for (const [printed, code, defect] of [
    ['〖JZ；加重〗', 'JZ', 'separator'],
    ['〖JZ／加重〗', 'JZ', 'separator'],
    ['〖ZQ/总期', 'ZQ', 'cut-off'],
    ['〖ZQ', 'ZQ', 'cut-off'],
    ['〖ZQ总期〗', 'ZQ', 'separator'],
    ['【ZQ/总期】', 'ZQ', 'bracket'],
    ['［ZQ/总期］', 'ZQ', 'bracket'],
    ['[ZQ/总期]', 'ZQ', 'bracket'],
    ['〔ZQ/总期〕', 'ZQ', 'bracket'],
    ['〖/ZQ/总期〗', 'ZQ', 'closing-mark'],
    ['〖－ZQ/总期〗', 'ZQ', 'closing-mark'],
    ['〖zq/总期〗', 'ZQ', 'letter-case'],
    ['〖ＺＱ/总期〗', 'ZQ', 'width'],
    ['〖 ZQ/总期〗', 'ZQ', 'space'],
    ['〖ZQ/总期 〗', 'ZQ', 'space'],
    ['〖ZQ/总　期〗', 'ZQ', 'space'],
  ] as const) {
    it(`recognises ${printed} by its ${defect}`, () => {
      const [tag] = tagsOf(printed);
      assert.deepEqual([tag?.code, tag?.defects, tag?.end], [code, [defect], printed.length]);
    });
  }

  it('reads no tag on behind a line break, which stays one', () => {
    const text = '〖-ZQ\n总期〗';
    assert.deepEqual(
      tagsOf(text).map(({ start, end }) => text.slice(start, end)),
      ['〖-ZQ'],
    );
    assert.deepEqual(marksOf(text, NEWSPAPER_VOCABULARY).lineBreaks, [5]);
  });

  it('reads a cut-off tag up to its name and leaves the value alone', () => {
    const [tag] = tagsOf('〖BT/标题中俄联合声明');
    assert.deepEqual([tag?.name, tag?.end], ['标题', 6]);
  });

  it('leaves brackets of the newspaper to the newspaper', () => {
    for (const text of [
      '〖注〗',
      '【新华社】',
      '【AB/某】',
      '[1]',
      '〖',
      '〖〗',
      '〖B',
      '〖ABC〗',
      '〖BTV〗',
      '〖XX',
      '〔一〕',
      '[a/b]',
    ]) {
      assert.deepEqual(tagsOf(text), [], text);
    }
  });

  it('keeps a tag that the vocabulary does not know', () => {
    assert.deepEqual(
      tagsOf('〖XX/某某〗').map(({ code, name }) => [code, name]),
      [['XX', '某某']],
    );
  });
});
