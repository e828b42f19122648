import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { marked } from '../support/marks.ts';
import { check, codesOf, fix, only, problemsOf, RECORD, relatedText, say } from './specification.ts';

const NO_MARKUP = '中华人民共和国与俄罗斯联邦联合声明\n一\n双方声明如下。\n';

test('a whole record has no problem', () => {
  assert.deepEqual(problemsOf(RECORD), []);
});

test('a text without tags is asked for no field', () => {
  assert.deepEqual(codesOf(problemsOf(NO_MARKUP)), []);
  check('field.missing', NO_MARKUP);
  check('field.missing', '双方〖JZ/加重〗决定〖-JZ/加重〗如下。');
});

describe('field.missing', () => {
  const without = (name: string) =>
    RECORD.split('\n')
      .filter((line) => !line.includes(name))
      .join('\n');

  test('is reported on the field that it belongs before', () => {
    check('field.missing', without('日期').replace('〖BH/版号〗', '⟦〖BH/版号〗⟧'));
  });
  test('at the end, on the last field', () => {
    const body = RECORD.indexOf('〖ZW');
    check('field.missing', RECORD.slice(0, body).replace('〖BT/标题〗', '⟦〖BT/标题〗⟧'));
  });
  test('an empty one goes into its place', () => {
    fix(
      'field.missing',
      without('日期').replace('〖BH/版号〗', '⟦〖BH/版号〗⟧'),
      RECORD.replace('〖RQ/日期〗20140521', '〖RQ/日期〗'),
    );
    fix('field.missing', without('总期').replace('〖RQ/日期〗', '⟦〖RQ/日期〗⟧'), RECORD.replace('20585', ''));
  });
  test('the body goes on lines of its own', () => {
    const body = RECORD.indexOf('〖ZW');
    const bare = RECORD.slice(0, body);
    fix(
      'field.missing',
      bare.replace('〖BT/标题〗', '⟦〖BT/标题〗⟧'),
      `${bare.trimEnd()}\n〖ZW/正文〗\n〖-ZW/正文〗\n`,
    );
  });
  test('keeps the line breaks of the record', () => {
    const crlf = RECORD.replaceAll('\n', '\r\n');
    fix(
      'field.missing',
      crlf.replace('〖TH/条号〗2〖-TH/条号〗\r\n', '').replace('〖BT/标题〗', '⟦〖BT/标题〗⟧'),
      crlf.replace('〖TH/条号〗2', '〖TH/条号〗'),
    );
  });
  test('a field with half a tag, a wrong code or a cut-off tag is not missing', () => {
    check('field.missing', RECORD.replace('〖-RQ/日期〗', ''));
    check('field.missing', RECORD.replace('〖RQ/日期〗', ''));
    check('field.missing', RECORD.replace('〖RQ/日期〗', '〖RQ/日期'));
    check('field.missing', RECORD.replace('〖RQ/日期〗', '〖ZZ/日期〗').replace('〖-RQ/日期〗', '〖-ZZ/日期〗'));
    check('field.missing', RECORD.replace('〖BT/标题〗', '〖FT/标题〗'));
  });
  test('optional fields may be absent', () => {
    assert.ok(!RECORD.includes('作者'));
    check('field.missing', RECORD);
  });
});

describe('field.duplicate', () => {
  const twice = RECORD.replace('〖ZW/正文〗', '⟦〖BT/标题〗⟧再一次〖-BT/标题〗\n〖ZW/正文〗');
  test('a second field of one kind', () => {
    only('field.duplicate', twice);
  });
  test('points to the first one', () => {
    const { text } = marked(twice);
    const [problem] = check('field.duplicate', twice);
    assert.deepEqual(relatedText(text, problem), ['〖BT/标题〗']);
    assert.equal(problem?.related?.[0]?.span.start, text.indexOf('〖BT'));
  });
  test('away from the first one it is not out of order as well', () => {
    only('field.duplicate', RECORD.replace('〖TH/条号〗', '⟦〖BH/版号〗⟧003〖-BH/版号〗\n〖TH/条号〗'));
    only('field.duplicate', RECORD.replace('〖ZW/正文〗', '⟦〖RQ/日期〗⟧20140521〖-RQ/日期〗\n〖ZW/正文〗'));
  });
  test('a field that only its wrong tag makes a second one is not', () => {
    only('tag.mismatched', RECORD.replace('〖ZW/正文〗', '〖BT/标题〗要闻⟦〖-BM/版名〗⟧\n〖ZW/正文〗'));
  });
  test('the next record has its own fields', () => {
    assert.deepEqual(problemsOf(RECORD + RECORD), []);
  });
});

describe('field.order', () => {
  const swapped = `〖ZQ/总期〗20585〖-ZQ/总期〗
〖BH/版号〗002〖-BH/版号〗
⟦〖RQ/日期〗⟧20140521〖-RQ/日期〗
〖TH/条号〗2〖-TH/条号〗
〖BT/标题〗联合声明〖-BT/标题〗
〖ZW/正文〗
    双方声明如下：
〖-ZW/正文〗
`;
  test('of two that changed places the second is reported', () => {
    only('field.order', swapped);
    assert.equal(check('field.order', swapped)[0]?.severity, 'info');
  });
  test('moves the whole line', () => {
    fix('field.order', swapped, RECORD);
  });
  test('down as well as up', () => {
    const early = RECORD.replace('〖BH/版号〗', '⟦〖BM/版名〗⟧要闻〖-BM/版名〗\n〖BH/版号〗');
    fix('field.order', early, RECORD.replace('〖ZW/正文〗', '〖BM/版名〗要闻〖-BM/版名〗\n〖ZW/正文〗'));
  });
  test('behind the last line of a text that no line break ends', () => {
    fix(
      'field.order',
      '〖ZQ/总期〗1〖-ZQ/总期〗\n〖BH/版号〗002〖-BH/版号〗\n〖BT/标题〗甲〖-BT/标题〗\n⟦〖RQ/日期〗⟧20140521〖-RQ/日期〗',
      '〖ZQ/总期〗1〖-ZQ/总期〗\n〖RQ/日期〗20140521〖-RQ/日期〗\n〖BH/版号〗002〖-BH/版号〗\n〖BT/标题〗甲〖-BT/标题〗',
    );
    fix(
      'field.order',
      '⟦〖BM/版名〗⟧要闻〖-BM/版名〗\n〖BH/版号〗002〖-BH/版号〗\n〖BT/标题〗甲〖-BT/标题〗',
      '〖BH/版号〗002〖-BH/版号〗\n〖BT/标题〗甲〖-BT/标题〗\n〖BM/版名〗要闻〖-BM/版名〗',
    );
  });
  test('moves nothing where two fields share a line', () => {
    const [problem] = check('field.order', '〖BH/版号〗002〖-BH/版号〗⟦〖RQ/日期〗⟧20140521〖-RQ/日期〗');
    assert.equal(problem?.fixes?.length ?? 0, 0);
  });
});

describe('field.empty', () => {
  test('nothing, or white space, between the tags', () => {
    only('field.empty', RECORD.replace('〖BT/标题〗联合声明〖-BT/标题〗', '⟦〖BT/标题〗〖-BT/标题〗⟧'));
    only('field.empty', RECORD.replace('〖BT/标题〗联合声明〖-BT/标题〗', '⟦〖BT/标题〗　 〖-BT/标题〗⟧'));
  });
  test('an empty body', () => {
    only('field.empty', RECORD.replace(/〖ZW[\s\S]*正文〗/, '⟦〖ZW/正文〗\n〖-ZW/正文〗⟧'));
  });
  test('a field that may be left out says so', () => {
    const [problem] = check('field.empty', RECORD.replace('〖ZW/正文〗', '⟦〖ZZ/作者〗〖-ZZ/作者〗⟧\n〖ZW/正文〗'));
    assert.ok(problem);
    assert.match(say(problem.message), /删去这一项/);
  });
  test('an empty date is not a wrong date as well', () => {
    only('field.empty', RECORD.replace('〖RQ/日期〗20140521〖-RQ/日期〗', '⟦〖RQ/日期〗〖-RQ/日期〗⟧'));
  });
});

describe('field.empty and tags that cross', () => {
  test('what one pair seems to lack lies in the other: only the crossing is reported', () => {
    only('tag.misnested', RECORD.replace('联合声明〖-BT/标题〗', '〖BM/版名〗要闻〖-BT/标题〗⟦〖-BM/版名〗⟧'));
  });
});

describe('field.stray-text', () => {
  test('text between two fields', () => {
    only('field.stray-text', RECORD.replace('〖TH/条号〗', '⟦要闻⟧\n〖TH/条号〗'));
  });
  test('behind the body', () => {
    only('field.stray-text', `${RECORD}  ⟦责任编辑：张三⟧\n`);
  });
  test('white space is none', () => {
    check('field.stray-text', RECORD.replaceAll('\n', '\n\n　'));
  });
});

describe('meta.date', () => {
  const dated = (value: string) => RECORD.replace('20140521', value);
  const cases: readonly (readonly [what: string, value: string, says: RegExp])[] = [
    ['too short', '⟦2014521⟧', /八位数字/],
    ['with separators', '⟦2014-05-21⟧', /八位数字/],
    ['full-width digits', '⟦２０１４０５２１⟧', /八位数字/],
    ['no month', '⟦20141321⟧', /没有13月/],
    ['no day', '⟦20140431⟧', /只有30天/],
    ['day zero', '⟦20140400⟧', /只有30天/],
    ['not a leap year', '⟦20140229⟧', /只有28天/],
    ['not a leap year either', '⟦21000229⟧', /只有28天/],
    ['before the first number', '⟦19460514⟧', /创刊/],
    ['in the future', '⟦20260102⟧', /今天/],
    ['with white space around', ' ⟦2014⟧ ', /八位数字/],
  ];
  for (const [what, value, says] of cases) {
    test(what, () => {
      only('meta.date', dated(value));
      const [problem] = check('meta.date', dated(value));
      assert.ok(problem);
      assert.match(say(problem.message), says);
    });
  }
  test('days of the newspaper are right, the first and today included', () => {
    for (const value of ['19460515', '20000229', '20240229', '20260101', ' 20140521 '])
      check('meta.date', dated(value));
  });
  test('of a field with half its tags, only what is surely its value is judged', () => {
    check('meta.date', '12968〖-ZQ/总期〗甲〖-RQ/日期〗');
    check('meta.date', '12968〖-ZQ/总期〗⟦19931345⟧〖-RQ/日期〗');
  });
  test('the value of a field with a wrong name is not judged', () => {
    only('tag.name-mismatch', '⟦〖RQ/总期〗⟧20585〖-RQ/总期〗\n〖BH/版号〗002〖-BH/版号〗\n');
  });
});
