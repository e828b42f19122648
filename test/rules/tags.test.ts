import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { marked } from '../support/marks.ts';
import { check, fix, only, RECORD, relatedText, say } from './specification.ts';

describe('tag.unclosed', () => {
  test('a field without its closing tag', () => {
    only('tag.unclosed', '⟦〖ZQ/总期〗⟧12968\n〖RQ/日期〗19930713〖-RQ/日期〗\n');
  });
  test('a tag open at the end of the text', () => {
    only('tag.unclosed', '⟦〖BT/标题〗⟧联合声明');
  });
  test('a body without its closing tag', () => {
    only('tag.unclosed', '⟦〖ZW/正文〗⟧\n    第一段。\n    第二段。\n');
  });
  test('emphasis that is not ended', () => {
    only('tag.unclosed', '〖ZW/正文〗\n    ⟦〖JZ/加重〗⟧双方决定。\n〖-ZW/正文〗\n');
  });
  test('tags that stand alone need no closing one', () => {
    check('tag.unclosed', '〖BT/标题〗联合〖HH/换行〗声明〖ZI/字符〗〖-BT/标题〗');
  });
  test('the closing tag goes to the end of the line', () => {
    fix(
      'tag.unclosed',
      '⟦〖ZQ/总期〗⟧12968\n〖RQ/日期〗19930713〖-RQ/日期〗\n',
      '〖ZQ/总期〗12968〖-ZQ/总期〗\n〖RQ/日期〗19930713〖-RQ/日期〗\n',
    );
  });
  test('that of the body goes on a line of its own', () => {
    fix('tag.unclosed', '⟦〖ZW/正文〗⟧\n    第一段。\n', '〖ZW/正文〗\n    第一段。\n〖-ZW/正文〗\n');
    fix('tag.unclosed', '⟦〖ZW/正文〗⟧\n    第一段。', '〖ZW/正文〗\n    第一段。\n〖-ZW/正文〗');
  });
  test('a closing tag that lost its hyphen is one slip', () => {
    const wrong = '〖ZQ/总期〗12968⟦〖ZQ/总期〗⟧\n〖RQ/日期〗19930713〖-RQ/日期〗\n';
    only('tag.unclosed', wrong);
    fix('tag.unclosed', wrong, '〖ZQ/总期〗12968〖-ZQ/总期〗\n〖RQ/日期〗19930713〖-RQ/日期〗\n');
    fix('tag.unclosed', '〖ZW/正文〗\n    甲。\n⟦〖ZW/正文〗⟧\n', '〖ZW/正文〗\n    甲。\n〖-ZW/正文〗\n');
    only('tag.unclosed', '〖BT/标题〗〖JZ/加重〗联合⟦〖JZ/加重〗⟧声明〖-BT/标题〗');
  });
  test('an opening tag that is there twice is one slip', () => {
    only('tag.unclosed', '⟦〖BT/标题〗⟧〖BT/标题〗联合声明〖-BT/标题〗');
  });
  test('with the line break that the text uses', () => {
    fix('tag.unclosed', '⟦〖ZW/正文〗⟧\r\n    第一段。\r\n', '〖ZW/正文〗\r\n    第一段。\r\n〖-ZW/正文〗\r\n');
    fix('tag.unclosed', '⟦〖ZW/正文〗⟧\r    第一段。\r', '〖ZW/正文〗\r    第一段。\r〖-ZW/正文〗\r');
  });
});

describe('tag.unopened', () => {
  test('records that have only closing tags', () => {
    only('tag.unopened', '12968⟦〖-ZQ/总期〗⟧19930713⟦〖-RQ/日期〗⟧标题⟦〖-BT/标题〗⟧');
  });
  test('the opening tag goes before the value', () => {
    fix('tag.unopened', '12968⟦〖-ZQ/总期〗⟧\n', '〖ZQ/总期〗12968〖-ZQ/总期〗\n');
    fix(
      'tag.unopened',
      '〖ZQ/总期〗12968〖-ZQ/总期〗19930713⟦〖-RQ/日期〗⟧\n',
      '〖ZQ/总期〗12968〖-ZQ/总期〗〖RQ/日期〗19930713〖-RQ/日期〗\n',
    );
  });
  test('an opening tag with a hyphen too many is one slip', () => {
    const wrong = '⟦〖-ZQ/总期〗⟧12968〖-ZQ/总期〗\n';
    only('tag.unopened', wrong);
    fix('tag.unopened', wrong, '〖ZQ/总期〗12968〖-ZQ/总期〗\n');
  });
  test('that of the body goes on a line of its own, before the indentation', () => {
    fix(
      'tag.unopened',
      '〖BT/标题〗联合声明〖-BT/标题〗\n    第一段。\n    第二段。\n⟦〖-ZW/正文〗⟧\n',
      '〖BT/标题〗联合声明〖-BT/标题〗\n〖ZW/正文〗\n    第一段。\n    第二段。\n〖-ZW/正文〗\n',
    );
  });
});

describe('tag.mismatched', () => {
  const wrong = '〖BT/标题〗联合声明⟦〖-BM/版名〗⟧\n';
  test('two tags of one pair that name different fields', () => {
    only('tag.mismatched', wrong);
  });
  test('points to the opening tag', () => {
    assert.deepEqual(relatedText(marked(wrong).text, check('tag.mismatched', wrong)[0]), ['〖BT/标题〗']);
  });
  test('either tag may follow the other', () => {
    fix('tag.mismatched', wrong, '〖BT/标题〗联合声明〖-BT/标题〗\n', 0);
    fix('tag.mismatched', wrong, '〖BM/版名〗联合声明〖-BM/版名〗\n', 1);
  });
  test('the better choice comes first where the record already has the field', () => {
    fix(
      'tag.mismatched',
      '〖BT/标题〗联合声明〖-BT/标题〗\n〖BT/标题〗要闻⟦〖-BM/版名〗⟧\n',
      '〖BT/标题〗联合声明〖-BT/标题〗\n〖BM/版名〗要闻〖-BM/版名〗\n',
    );
  });
  test('an unknown half is brought in line with the known one', () => {
    const unknown = '〖BT/标题〗〖JZ/加重〗联合⟦〖-JX/加重〗⟧声明〖-BT/标题〗\n';
    only('tag.mismatched', unknown);
    fix('tag.mismatched', unknown, '〖BT/标题〗〖JZ/加重〗联合〖-JZ/加重〗声明〖-BT/标题〗\n');
  });
});

describe('tag.misnested', () => {
  const crossed = '〖BT/标题〗〖JZ/加重〗联合〖-BT/标题〗声明⟦〖-JZ/加重〗⟧';
  test('two pairs that cross: the inner one ends too late', () => {
    check('tag.misnested', crossed);
  });
  test('points to where the inner pair begins and the outer one ends', () => {
    assert.deepEqual(relatedText(marked(crossed).text, check('tag.misnested', crossed)[0]), [
      '〖JZ/加重〗',
      '〖-BT/标题〗',
    ]);
  });
  test('one pair inside the other is right', () => {
    check('tag.misnested', '〖BT/标题〗〖JZ/加重〗联合〖-JZ/加重〗声明〖-BT/标题〗');
  });
});

describe('tag.malformed', () => {
  const cases: readonly (readonly [what: string, fixture: string, right: string])[] = [
    [
      'another separator',
      '〖ZW/正文〗\n⟦〖JZ；加重〗⟧一〖-JZ/加重〗\n〖-ZW/正文〗\n',
      '〖ZW/正文〗\n〖JZ/加重〗一〖-JZ/加重〗\n〖-ZW/正文〗\n',
    ],
    ['a full-width slash', '⟦〖ZQ／总期〗⟧1〖-ZQ/总期〗', '〖ZQ/总期〗1〖-ZQ/总期〗'],
    ['other brackets', '⟦【ZQ/总期】⟧1〖-ZQ/总期〗', '〖ZQ/总期〗1〖-ZQ/总期〗'],
    ['square brackets', '⟦[ZQ/总期]⟧1〖-ZQ/总期〗', '〖ZQ/总期〗1〖-ZQ/总期〗'],
    ['full-width square brackets', '〖ZQ/总期〗1⟦［-ZQ/总期］⟧', '〖ZQ/总期〗1〖-ZQ/总期〗'],
    ['shell brackets', '〖ZQ/总期〗1⟦〔-ZQ/总期〕⟧', '〖ZQ/总期〗1〖-ZQ/总期〗'],
    ['half a pair of brackets', '⟦〖ZQ/总期】⟧1〖-ZQ/总期〗', '〖ZQ/总期〗1〖-ZQ/总期〗'],
    ['a slash as closing mark', '〖ZQ/总期〗1⟦〖/ZQ/总期〗⟧', '〖ZQ/总期〗1〖-ZQ/总期〗'],
    ['a full-width hyphen', '〖ZQ/总期〗1⟦〖－ZQ/总期〗⟧', '〖ZQ/总期〗1〖-ZQ/总期〗'],
    ['small letters', '⟦〖zq/总期〗⟧1〖-ZQ/总期〗', '〖ZQ/总期〗1〖-ZQ/总期〗'],
    ['full-width letters', '⟦〖ＺＱ/总期〗⟧1〖-ZQ/总期〗', '〖ZQ/总期〗1〖-ZQ/总期〗'],
    ['inner spaces', '⟦〖 ZQ / 总期 〗⟧1〖-ZQ/总期〗', '〖ZQ/总期〗1〖-ZQ/总期〗'],
    ['several slips at once', '〖ZQ/总期〗1⟦【／zq；总期】⟧', '〖ZQ/总期〗1〖-ZQ/总期〗'],
    ['a missing closing bracket before the value', '⟦〖ZQ/总期⟧12968〖-ZQ/总期〗', '〖ZQ/总期〗12968〖-ZQ/总期〗'],
    ['a missing closing bracket at the end', '〖ZQ/总期〗12968⟦〖-ZQ/总期⟧\n', '〖ZQ/总期〗12968〖-ZQ/总期〗\n'],
    ['a tag cut off behind its code', '⟦〖ZQ⟧12968〖-ZQ/总期〗', '〖ZQ/总期〗12968〖-ZQ/总期〗'],
    ['no opening bracket', '⟦ZQ/总期〗⟧12968⟦-ZQ/总期〗⟧\n', '〖ZQ/总期〗12968-ZQ/总期〗\n'],
    ['a hyphen for the separator', '〖ZQ/总期〗12968⟦〖-ZQ-总期〗⟧', '〖ZQ/总期〗12968〖-ZQ/总期〗'],
    ['a code alone', '⟦〖ZQ〗⟧12968〖-ZQ/总期〗', '〖ZQ/总期〗12968〖-ZQ/总期〗'],
    ['no separator', '⟦〖ZQ总期〗⟧12968〖-ZQ/总期〗', '〖ZQ/总期〗12968〖-ZQ/总期〗'],
    ['no name', '⟦〖ZQ/　〗⟧12968〖-ZQ/总期〗', '〖ZQ/总期〗12968〖-ZQ/总期〗'],
    ['a tag cut off in its name', '〖ZQ/总期〗12968⟦〖-ZQ/总⟧\n', '〖ZQ/总期〗12968〖-ZQ/总期〗\n'],
  ];
  for (const [what, fixture, right] of cases) {
    test(what, () => {
      only('tag.malformed', fixture);
      assert.equal(fix('tag.malformed', fixture, right).safe, true);
    });
  }
  test('a lone cut-off tag is not unclosed as well', () => {
    only('tag.malformed', '⟦〖ZQ/总期⟧');
  });
  test('half a bracket that nothing explains', () => {
    only('tag.malformed', '⟦〖⟧');
    only('tag.malformed', '总期⟦〗⟧声明。\n〖资料〗两国⟦〖Z⟧\n');
    assert.deepEqual(check('tag.malformed', '⟦〖⟧双方')[0]?.fixes, []);
  });
  test('brackets of the text are no tags', () => {
    check('tag.malformed', '【本报讯】〔2014〕5号，［注］，[1]，〖略〗');
  });
  test('the message shows the right form', () => {
    const [problem] = check('tag.malformed', '⟦〖JZ；加重〗⟧一〖-JZ/加重〗');
    assert.ok(problem);
    assert.match(say(problem.message), /〖JZ；加重〗.*〖JZ\/加重〗/);
  });
});

describe('tag.unknown', () => {
  test('a pair is reported once', () => {
    only('tag.unknown', '⟦〖LY/来源〗⟧新华社〖-LY/来源〗\n');
  });
  test('the name tells which tag is meant', () => {
    fix('tag.unknown', '⟦〖RI/日期〗⟧20140521〖-RI/日期〗\n', '〖RQ/日期〗20140521〖-RQ/日期〗\n');
  });
  test('else the nearest code and name', () => {
    fix('tag.unknown', '⟦〖QZ/总朝〗⟧20585〖-QZ/总朝〗\n', '〖ZQ/总期〗20585〖-ZQ/总期〗\n');
  });
  test('what is near to nothing has no fix', () => {
    assert.deepEqual(check('tag.unknown', '⟦〖XX/未知〗⟧甲〖-XX/未知〗\n')[0]?.fixes, []);
  });
});

describe('tag.name-mismatch', () => {
  test('code and name disagree in both tags: reported once, mended in both', () => {
    const wrong = '⟦〖ZQ/日期〗⟧20140521〖-ZQ/日期〗\n';
    only('tag.name-mismatch', wrong);
    // The value is a date, so the name is right.
    fix('tag.name-mismatch', wrong, '〖RQ/日期〗20140521〖-RQ/日期〗\n', 0);
    fix('tag.name-mismatch', wrong, '〖ZQ/总期〗20140521〖-ZQ/总期〗\n', 1);
  });
  test('in one tag: the other one shows what is meant', () => {
    fix('tag.name-mismatch', '⟦〖ZQ/日期〗⟧20585〖-ZQ/总期〗\n', '〖ZQ/总期〗20585〖-ZQ/总期〗\n');
    fix('tag.name-mismatch', '⟦〖ZQ/日期〗⟧20140521〖-RQ/日期〗\n', '〖RQ/日期〗20140521〖-RQ/日期〗\n');
  });
  test('a wrong code whose name fits the partner is not a mismatched pair as well', () => {
    only('tag.name-mismatch', '〖BT/标题〗联合声明⟦〖-BM/标题〗⟧\n');
  });
  test('a name that no tag has', () => {
    const [problem] = check('tag.name-mismatch', '⟦〖ZQ/总其〗⟧20585〖-ZQ/总期〗\n');
    assert.equal(problem?.fixes?.length, 1);
  });
});

test('a right record has none of these problems', () => {
  only('tag.unclosed', RECORD);
});
