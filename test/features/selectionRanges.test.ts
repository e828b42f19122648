import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { selectionRanges } from '../../server/src/features/selectionRanges.ts';
import { documentLength } from '../../server/src/statement/document.ts';
import { marked } from '../support/marks.ts';
import { documentOf, RECORD_HEAD } from './support.ts';

/** The selections from the caret outwards, those expected in order and any others between. */
function expands(fixture: string, ...expected: string[]): void {
  const { text, cursor } = marked(fixture);
  const found = selectionRanges(documentOf(text), cursor).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(
    found.filter((one) => expected.includes(one)),
    expected,
    found.join('\n---\n'),
  );
  assert.equal(found.at(-1), text);
}

describe('selection', () => {
  it('grows from the word to the clause, the sentence and the paragraph', () =>
    expands(
      '联合声明\n\n一、双方重‸申，支持合作。双方同意。\n二、乙。',
      '重申',
      '双方重申',
      '双方重申，支持合作。',
      '双方重申，支持合作。双方同意。',
      '一、双方重申，支持合作。双方同意。',
    ));

  it('stops at a title without and with its marks', () =>
    expands('双方签署《睦邻友好‸合作条约》，并声明如下。', '睦邻友好合作条约', '《睦邻友好合作条约》'));

  it('takes a quotation inside a quotation first', () =>
    expands('称“双方‘同‸意’合作”。', '‘同意’', '“双方‘同意’合作”'));

  it('grows from a tag to its pair', () =>
    expands(
      '〖RQ/日‸期〗20140521〖-RQ/日期〗\n〖TH/条号〗2〖-TH/条号〗\n',
      '日期',
      '〖RQ/日期〗',
      '〖RQ/日期〗20140521〖-RQ/日期〗',
    ));

  it('grows from a value to its field', () =>
    expands(
      '〖RQ/日期〗2014‸0521〖-RQ/日期〗\n〖TH/条号〗2〖-TH/条号〗\n',
      '20140521',
      '〖RQ/日期〗20140521〖-RQ/日期〗',
    ));

  it('grows from a section to 正文 and the record', () => {
    const record = `${RECORD_HEAD}〖ZW/正文〗\n    一、甲‸。\n    二、乙。\n〖-ZW/正文〗\n`;
    const plain = record.replace('‸', '');
    expands(record + RECORD_HEAD, '一、甲。', '\n    一、甲。\n    二、乙。\n', plain);
  });

  it('holds the caret and strictly grows, whatever the text', () => {
    const piece = fc.constantFrom(
      '〖RQ/日期〗',
      '〖-RQ/日期〗',
      '〖',
      '“',
      '”',
      '《',
      '》',
      '，',
      '。',
      '\n',
      '\r',
      '一、',
      '甲',
      ' ',
      '\ud800',
      '𠀀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(), (pieces, at) => {
        const document = documentOf(pieces.join(''));
        const offset = at % (documentLength(document) + 1);
        const spans = selectionRanges(document, offset);
        assert.ok(spans.length > 0);
        spans.forEach(({ start, end }, index) => {
          assert.ok(start <= offset && offset <= end);
          const inner = spans[index - 1];
          if (inner) assert.ok(start <= inner.start && inner.end <= end && end - start > inner.end - inner.start);
        });
      }),
    );
  });
});
