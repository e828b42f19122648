import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/features/tokenTypes.ts';
import { documentOf, RECORD_HEAD } from './support.ts';

function tokensOf(text: string): string[] {
  return semanticTokens(documentOf(text)).map(
    ({ span, type, modifiers }) => `${[type, ...modifiers].join('.')} ${text.slice(span.start, span.end)}`,
  );
}

describe('semantic tokens', () => {
  it('colour values by what they are', () =>
    assert.deepEqual(tokensOf(RECORD_HEAD), [
      'issueValue 20585',
      'dateValue 20140521',
      'pageValue 002',
      'itemValue 2',
      'statementTitle 联合声明',
    ]));

  it('tell sections from items, and bullets', () => {
    const tokens = tokensOf('联合声明\n\n一\n\n一、甲：\n\n——丙。\n\n二、乙。\n\n二\n\n丁。\n');
    assert.deepEqual(tokens, [
      'statementTitle 联合声明',
      'sectionNumeral 一',
      'itemNumeral 一',
      'bulletMark ——',
      'itemNumeral 二',
      'sectionNumeral 二',
    ]);
  });

  it('mark a dash that stands for a numeral', () =>
    assert.ok(tokensOf('联合声明\n\n—\n\n甲。\n\n二\n\n乙。\n').includes('sectionNumeral.lookalike —')));

  it('colour the short form that the preamble introduces', () =>
    assert.ok(
      tokensOf('联合声明\n\n甲国和乙国（以下称“双方”）声明如下：\n\n一、甲。\n\n二、乙。\n').includes(
        'definedTerm 双方',
      ),
    ));

  it('leave tags inside a title to the grammar', () =>
    assert.deepEqual(tokensOf('〖BT/标题〗联合〖HH/换行〗声明〖-BT/标题〗\n'), [
      'statementTitle 联合',
      'statementTitle 声明',
    ]));

  it('answer for a range what they answer for the whole', () => {
    const document = documentOf(RECORD_HEAD.repeat(3));
    const within = { start: 90, end: 200 };
    const expected = semanticTokens(document).filter(({ span }) => span.start < within.end && within.start < span.end);
    assert.deepEqual(semanticTokens(document, within), expected);
  });

  it('are in order and never overlap, whatever the text', () => {
    const piece = fc.constantFrom(
      '〖BT/标题〗',
      '〖-BT/标题〗',
      '〖JZ/加重〗',
      '〖',
      '一',
      '一、',
      '——',
      '联合声明',
      '（以下称“双方”）声明如下：',
      '新华社北京5月16日电',
      '\n',
      '\n\n',
      '登录\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        let end = 0;
        for (const { span } of semanticTokens(documentOf(pieces.join('')))) {
          assert.ok(span.start >= end && span.end > span.start);
          end = span.end;
        }
      }),
    );
  });

  it('are all known to the manifest', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);
    assert.deepEqual(ids(contributes.semanticTokenTypes), [...TOKEN_TYPES]);
    assert.deepEqual(ids(contributes.semanticTokenModifiers), [...TOKEN_MODIFIERS]);
    const [{ language, scopes }] = contributes.semanticTokenScopes;
    assert.equal(language, 'rmrb');
    for (const type of TOKEN_TYPES) assert.ok(scopes[type]?.length > 0, type);
  });
});
