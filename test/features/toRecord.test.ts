import fc from 'fast-check';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Change } from '../../server/src/features/toRecord/draft.ts';
import { GROUPS, LOSSY } from '../../server/src/features/toRecord/groups.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { once } from '../../server/src/text/once.ts';
import { assertLinear } from '../support/growth.ts';
import { RECORD_HEAD } from './support.ts';
import { converted, pages, TEXTS, words } from './toRecordSupport.ts';

/** Where the text of the body begins and ends in a converted text. */
const BODY = /(?<=〖ZW\/正文〗\n)[^]*?(?=〖-ZW\/正文〗)/g;

/** What a conversion tells: one line for each group, and for each thing that it took out or restored. */
function report({ changes, taken, dates, missing, left }: ReturnType<typeof converted>): string {
  const groups = GROUPS.flatMap((group) => {
    const count = changes.filter((change) => change.group === group).length;
    const told = taken.filter((one) => one.group === group);
    const lines = told.map(
      ({ before, after, count: times }) => `  ${JSON.stringify(before)} → ${JSON.stringify(after)} ×${times}`,
    );
    return count > 0 || told.length > 0 ? [`${group} ${count}`, ...lines] : [];
  });
  return [
    ...groups,
    ...dates.map((date) => `date ${date?.value} ${date?.source} ${date?.words}`),
    ...missing.map(({ record, code }) => `missing ${record} ${code}`),
    ...left.map(({ code, message }) => `left ${code} ${JSON.stringify(message.args)}`),
    '',
  ].join('\n');
}

/** Read against the texts by hand; `UPDATE_GOLDEN=1` writes them anew, to be read again. */
function assertGolden(name: string, found: string): void {
  const golden = `test/features/golden/${name}`;
  if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, found);
  assert.equal(found, existsSync(golden) ? readFileSync(golden, 'utf8') : '');
}

describe('a raw text as a record', () => {
  for (const [name, text] of TEXTS) {
    const conversion = once(() => converted(text));

    it(`${name} is what a careful editor would make of it, and is told`, () => {
      assertGolden(`${name}.record.txt`, conversion().text);
      assertGolden(`${name}.report.txt`, report(conversion()));
    });

    it(`${name} comes out of the single changes`, () =>
      assert.equal(applyEdits(text, conversion().changes), conversion().text));

    it(`${name} is not changed by a second conversion`, () =>
      assert.deepEqual(converted(conversion().text).changes, []));

    it(`${name} has one paragraph a line, indented by four spaces`, () => {
      const bodies = conversion().text.match(BODY) ?? [];
      assert.ok(bodies.length > 0);
      for (const body of bodies) assert.match(body, /^(?: {4}\S[^\n]*(?<!\s)\n)+$/);
    });

    it(`${name} keeps all words but those that are told of`, () => keepsWords(text, conversion().changes));
  }
});

/** What a group that takes nothing away leaves of the words, and what all together leave but for the marked fields. */
function keepsWords(text: string, changes: readonly Change[]): void {
  for (const { span, newText, group } of changes) {
    if (group === 'record' || LOSSY.has(group)) continue;
    assert.equal(words(newText), words(text.slice(span.start, span.end)), group);
  }
  const unmarked = changes.filter(({ group }) => group !== 'record');
  const told = changes.filter(({ group }) => LOSSY.has(group));
  assert.equal(words(applyEdits(text, unmarked)), words(applyEdits(text, told)));
}

describe('groups that are left out', () => {
  const isMoving = ({ span, group }: Change) => group === 'record' && span.end > span.start;

  it('leave a text without lost words, whichever they are', () => {
    fc.assert(
      fc.property(pages, fc.subarray([...GROUPS]), (text, groups) => {
        const changes = converted(text).changes.filter(({ group }) => groups.includes(group));
        keepsWords(text, changes);
        if (changes.some(isMoving)) return;
        const told = changes.filter(({ group }) => LOSSY.has(group));
        const left = new Map<string, number>();
        for (const one of words(applyEdits(text, changes))) left.set(one, (left.get(one) ?? 0) + 1);
        for (const one of words(applyEdits(text, told))) {
          const count = left.get(one) ?? 0;
          assert.ok(count > 0, one);
          left.set(one, count - 1);
        }
      }),
      { numRuns: 100, seed: 20140521 },
    );
  });

  it('leave the readings where they are, and the rest is done', () => {
    const text = TEXTS.get('mirror') ?? '';
    const kept = converted(text).changes.filter(({ group }) => group !== 'readings' && group !== 'torn');
    const result = applyEdits(text, kept);
    assert.match(result, /〖BT\/标题〗中華人民共和國和法蘭西共和國關\(guān\)于中東局勢的聯\(lián\)合聲明〖-BT/);
    assert.match(result, /\n {4}一、.*；|\n {4}一、.*。\n/);
  });

  it('leave the lines of the page outside the fields', () => {
    const text = '登录 注册\n中俄联合声明\n　　双方声明如下：\n　　一、双方同意深化合作。\n2024年5月16日于北京\n扫一扫';
    const kept = converted(text).changes.filter(({ group }) => group !== 'page');
    const lines = applyEdits(text, kept).split('\n');
    assert.equal(lines[0], '登录 注册');
    assert.equal(lines.at(-1), '扫一扫');
    assert.equal(
      lines.find((line) => line.startsWith('〖BT')),
      '〖BT/标题〗中俄联合声明〖-BT/标题〗',
    );
    assert.ok(lines.includes('〖-ZW/正文〗'));
  });
});

describe('any text', () => {
  it('comes out of the single changes, and is not changed by a second conversion', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const { changes, text: result } = converted(text);
        assert.equal(applyEdits(text, changes), result);
        assert.deepEqual(converted(result).changes, []);
      }),
      { numRuns: 100, seed: 20020202 },
    );
  });

  it('may be empty', () => {
    for (const text of ['', '\n', ' \u3000\r\n', '\ufeff']) assert.deepEqual(converted(text).changes, []);
  });

  it('keeps its line breaks and its byte order mark', () => {
    const text = `\ufeff${TEXTS.get('signature-date')?.replaceAll('\n', '\r\n')}`;
    const { text: result } = converted(text);
    assert.ok(result.startsWith('\ufeff〖ZQ/总期〗'));
    assert.equal(result.replaceAll('\r\n', '').includes('\n'), false);
    assert.equal(result.slice(1).replaceAll('\r\n', '\n'), converted(TEXTS.get('signature-date') ?? '').text);
  });

  it('takes no longer than its length asks for, on one line too', () => {
    const lines = [
      (length: number) => `中俄联合声明　　${'双方认为，(以下称“双方”)关系发展。　　'.repeat(length / 20)}`,
      (length: number) => `中俄联合声明\n${'双'.repeat(length)}`,
      (length: number) => `中俄联合声明\n${'聯(lián)合?jīng)Q,'.repeat(length / 10)}`,
      (length: number) => `中俄联合声明\n${'双方认为关系\n发展，'.repeat(length / 10)}`,
    ];
    for (const line of lines) assertLinear(60_000, (size) => () => converted(line(size)));
  });
});

describe('a record', () => {
  const BODY_LINE = '    双方声明如下：\n';
  const record = (body: string, head = RECORD_HEAD) => `${head}〖ZW/正文〗\n${body}〖-ZW/正文〗\n`;

  it('that is clean is left as it is', () => assert.deepEqual(converted(record(BODY_LINE)).changes, []));

  it('is only cleaned', () =>
    assert.equal(
      converted(record('　　双方认为,两国关系很好。\n\n双方同意(以下称“协议”)。\n')).text,
      record('    双方认为，两国关系很好。\n    双方同意（以下称“协议”）。\n'),
    ));

  it('gets the fields that it lacks, and what is known of them', () => {
    const head = RECORD_HEAD.replace(/〖RQ.*\n/, '');
    const { text, missing } = converted(record(`${BODY_LINE}    2014年5月20日于上海\n`, head));
    assert.match(text, /^〖ZQ.*\n〖RQ\/日期〗20140520〖-RQ\/日期〗\n/);
    assert.deepEqual(missing, []);
  });

  it('keeps a date that it has, whatever its signature says', () => {
    const text = record(`${BODY_LINE}    2014年5月20日于上海\n`);
    assert.equal(converted(text, { date: '20140522' }).text, text);
  });

  it('beside others is cleaned like these', () => {
    const text = record('　　甲方同意。\n') + record(BODY_LINE) + record('乙方同意,\n');
    const { text: result, records } = converted(text);
    assert.equal(result, record('    甲方同意。\n') + record(BODY_LINE) + record('    乙方同意，\n'));
    assert.equal(records, 3);
  });
});

describe('the date', () => {
  const text = (...lines: string[]) => ['中俄联合声明', ...lines].join('\n');
  const dateOf = (of: string, context = {}) => converted(of, context).dates[0];
  const SAID = '双方声明如下：\n一、双方同意深化合作。';

  it('is that of the signature', () =>
    assert.equal(dateOf(text(SAID, '二〇〇二年十二月二日于北京'))?.value, '20021202'));

  it('is that of the dateline, in the year that brings it next to the signature', () => {
    const found = dateOf(text(SAID, '二〇二三年十二月三十一日于北京', '（新华社北京1月1日电）'));
    assert.deepEqual([found?.value, found?.source], ['20240101', 'dateline']);
  });

  it('is that of the signature where signatories or an annex follow it, whatever stands under the headline', () =>
    assert.equal(
      dateOf(text('2024年5月6日', SAID, '一九七二年九月二十九日于北京', '附件：规划', '一、经贸合作。'))?.value,
      '19720929',
    ));

  it('is that under the headline', () => assert.equal(dateOf(text('（2022年2月4日，北京）', SAID))?.value, '20220204'));

  it('is that of the page where the text does not say, and is to be confirmed', () => {
    const found = dateOf(text('2017-07-05 06:56', SAID));
    assert.deepEqual([found?.value, found?.source, found?.isSure], ['20170705', 'page', false]);
  });

  it('is that of the folder of the paper, where that may have printed it', () => {
    const path = '/txt/2014/201405/20140521/a.txt';
    assert.equal(dateOf(text(SAID, '2014年5月20日于上海'), { path })?.value, '20140521');
    assert.equal(dateOf(text(SAID, '2013年5月20日于上海'), { path })?.value, '20130520');
  });

  it('is left empty where nothing says it, and filled in where somebody does', () => {
    const { text: result, missing } = converted(text(SAID));
    assert.match(result, /〖RQ\/日期〗〖-RQ\/日期〗/);
    assert.ok(missing.some(({ code }) => code === 'RQ'));
    assert.match(converted(text(SAID), { date: '20140521' }).text, /〖RQ\/日期〗20140521〖-RQ\/日期〗/);
  });

  it('is never a day before the first paper, or to come', () => {
    for (const day of ['一九四六年五月十四日于北京', '二〇二六年一月二日于北京'])
      assert.equal(dateOf(text(SAID, day)), undefined, day);
  });

  it('that somebody says goes before the words of one statement, and is for those of several that have none', () => {
    assert.match(converted(text(SAID, '2014年5月20日于上海'), { date: '20140521' }).text, /〖RQ\/日期〗20140521/);
    const several = `${text(SAID, '2014年5月20日于上海')}\n中美联合声明\n${SAID}\n`;
    assert.deepEqual(
      converted(several, { date: '20140521' }).dates.map((date) => date?.value),
      ['20140520', '20140521'],
    );
  });

  it('brings the issue number where that is known', () => {
    const { text: result } = converted(text(SAID, '2014年5月20日于上海'), { issueOn: (day) => `12${day.slice(6)}` });
    assert.match(result, /^〖ZQ\/总期〗1220〖-ZQ/);
  });
});

describe('the headline', () => {
  const BODY_TEXT = '双方声明如下：\n一、双方同意深化合作。\n';
  const head = (text: string) =>
    converted(text + BODY_TEXT)
      .text.split('\n')
      .filter((line) => /^〖(?:YT|BT|FT)/.test(line));

  it('may stand on two lines', () =>
    assert.deepEqual(head('中华人民共和国和俄罗斯联邦\n关于当前形势的联合声明\n'), [
      '〖BT/标题〗中华人民共和国和俄罗斯联邦关于当前形势的联合声明〖-BT/标题〗',
    ]));

  it('may have a kicker above it', () =>
    assert.deepEqual(head('习近平同普京在北京举行会谈\n中俄联合声明\n'), [
      '〖YT/引题〗习近平同普京在北京举行会谈〖-YT/引题〗',
      '〖BT/标题〗中俄联合声明〖-BT/标题〗',
    ]));

  it('may have a line with dashes below it', () =>
    assert.deepEqual(head('中俄联合声明\n——纪念条约签署二十周年\n'), [
      '〖BT/标题〗中俄联合声明〖-BT/标题〗',
      '〖FT/副题〗——纪念条约签署二十周年〖-FT/副题〗',
    ]));

  it('is left empty where there is none', () => {
    const { text, missing } = converted('　　双方声明如下：双方同意深化合作，扩大贸易规模。\n　　双方重申原有立场。\n');
    assert.match(text, /〖BT\/标题〗〖-BT\/标题〗\n〖ZW\/正文〗\n {4}双方声明如下/);
    assert.ok(missing.some(({ code }) => code === 'BT'));
  });

  it('of one kind of page is the line in its midst', () =>
    assert.deepEqual(head('首页 > 新闻\n中俄联合声明_新华网\n2024-05-16\n中俄联合声明\n来源：新华社\n'), [
      '〖BT/标题〗中俄联合声明〖-BT/标题〗',
    ]));
});
