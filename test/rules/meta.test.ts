import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { marked } from '../support/marks.ts';
import { check, only, problemsOf, RECORD, relatedText, say } from './specification.ts';

/** The record with another date and these lines at the end of its body. */
function dated(date: string, ...lines: readonly string[]): string {
  return RECORD.replace('20140521', date).replace(
    '〖-ZW/正文〗',
    `${lines.map((line) => `    ${line}\n`).join('')}〖-ZW/正文〗`,
  );
}
const SIGNED = '2014年5月20日于上海';
const SENT = '（新华社上海5月20日电）';

describe('meta.date-conflict', () => {
  test('a newspaper that appears before the signature, or long after it', () => {
    only('meta.date-conflict', dated('⟦20140519⟧', SIGNED));
    only('meta.date-conflict', dated('⟦20140621⟧', SIGNED));
    only('meta.date-conflict', dated('⟦20130521⟧', '二〇一四年五月二十日于上海'));
  });
  test('says by how many days, and points to the signature', () => {
    const fixture = dated('⟦20140519⟧', SIGNED);
    const [problem] = check('meta.date-conflict', fixture);
    assert.deepEqual(relatedText(marked(fixture).text, problem), [SIGNED]);
    assert.match(say(problem!.message), /早 1 天/);
  });
  test('the day itself and the week after are right', () => {
    for (const date of ['20140520', '20140521', '20140522', '20140527']) {
      check('meta.date-conflict', dated(date, SIGNED));
      check('meta.date-conflict', dated(date, SENT));
    }
  });
  test('a dateline has no year: the nearest one is meant', () => {
    only('meta.date-conflict', dated('⟦20140519⟧', SENT));
    only('meta.date-conflict', dated('⟦20140721⟧', SENT));
    check('meta.date-conflict', dated('20150102', '（新华社北京12月31日电）'));
    check('meta.date-conflict', dated('20141231', '（新华社北京12月31日电）'));
    check('meta.date-conflict', dated('⟦20141231⟧', '（新华社北京1月2日电）'));
  });
  test('a dateline at the start of the first paragraph counts too, one in the midst does not', () => {
    const article = (date: string, text: string) =>
      RECORD.replace('20140521', date).replace('双方声明如下：', text).replace('联合声明', '中俄会谈');
    only('meta.date-conflict', article('⟦20140519⟧', '本报北京5月20日电　记者张三报道：双方举行会谈。'));
    only('meta.date-conflict', article('⟦20140519⟧', '新华社上海五月二十日电　双方举行会谈。'));
    check('meta.date-conflict', article('20140519', '双方举行会谈，据新华社北京4月2日电，双方同意。'));
  });
  test('a slip is reported once', () => {
    only('meta.date-conflict', dated('⟦20140519⟧', SIGNED, SENT));
  });
  test('treaties may be published long after they were signed; news was slow at first', () => {
    const treaty = dated('20020601', '二〇〇一年七月十六日于莫斯科').replace('联合声明', '中俄睦邻友好合作条约');
    check('meta.date-conflict', treaty);
    check('meta.date-conflict', dated('19500320', '（新华社莫斯科2月14日电）'));
    only('meta.date-conflict', dated('⟦19500820⟧', '（新华社莫斯科2月14日电）'));
  });
  test('the folder must have the same day', () => {
    const found = (path: string) => problemsOf(RECORD, path).map(({ code, message }) => `${code} ${say(message)}`);
    assert.deepEqual(found('txt/2014/201405/20140521/2.txt'), []);
    assert.deepEqual(found('/txt/2014/notes/20140521.txt'), []);
    assert.deepEqual(found('/20149999/2.txt'), []);
    const [problem, ...others] = found('/txt/2014/201405/20140520/20140521-2.txt');
    assert.match(problem ?? '', /^meta\.date-conflict .*「20140521」.*「20140520」/);
    assert.deepEqual(others, []);
  });
  test('a date that is none is another rule’s, and a text without fields has none', () => {
    only('meta.date', dated('⟦20141321⟧', SIGNED));
    check('meta.date-conflict', `联合声明\n一、甲。\n${SIGNED}\n（新华社上海3月1日电）\n`);
  });
});

describe('meta.issue', () => {
  for (const wrong of ['第20585期', '２０５８５', '0', '-5', '20585.5', '二〇五八五', '20 585']) {
    test(wrong, () => only('meta.issue', RECORD.replace('20585', `⟦${wrong}⟧`)));
  }
  test('is right as a number, white space aside', () => void check('meta.issue', RECORD.replace('20585', ' 00001 ')));
  test('an empty one is another rule’s', () =>
    only('field.empty', RECORD.replace(/〖ZQ.*〗\n/, '⟦〖ZQ/总期〗〖-ZQ/总期〗⟧\n')));
  test('half a tag says nothing of the value', () => void check('meta.issue', RECORD.replace('〖-ZQ/总期〗', '')));
});

describe('meta.page', () => {
  for (const wrong of ['2', '0002', '２', '第二版', '000', 'A02', '002、003']) {
    test(wrong, () => only('meta.page', RECORD.replace('002', `⟦${wrong}⟧`)));
  }
  test('has three digits, or two', () => {
    for (const right of ['001', '024', '02', '16']) check('meta.page', RECORD.replace('002', right));
  });
});

describe('meta.item', () => {
  for (const wrong of ['0', '二', '2a', '-1', '２']) {
    test(wrong, () => only('meta.item', RECORD.replace('TH/条号〗2', `TH/条号〗⟦${wrong}⟧`)));
  }
  test('is a number from 1 on', () => {
    for (const right of ['1', '12', '02']) check('meta.item', RECORD.replace('TH/条号〗2', `TH/条号〗${right}`));
  });
});
