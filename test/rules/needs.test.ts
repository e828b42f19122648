import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkRecord } from '../../server/src/rules/check.ts';
import { invisibleAt } from '../../server/src/rules/invisible.ts';
import { rulesFor, tracesOf } from '../../server/src/rules/needs.ts';
import { overConversions } from '../../server/src/rules/overConversions.ts';
import type { RuleContext } from '../../server/src/rules/rule.ts';
import { RULES } from '../../server/src/rules/rules.ts';
import { isChinese } from '../../server/src/rules/signs.ts';
import { textTraces } from '../../server/src/rules/textTraces.ts';
import { TEXT } from '../../server/src/rules/traces.ts';
import { parseDocument, recordsOf } from '../../server/src/statement/document.ts';
import { INJURIES } from './injuries.ts';
import { CONTEXT, RECORD } from './specification.ts';

const UNCONDITIONAL = RULES.map(({ code, severity, check }) => ({ code, severity, check }));
const recordsIn = (text: string) => recordsOf(parseDocument(text, CONTEXT.vocabulary));
const textsIn = (folder: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(folder + name, import.meta.url), 'utf8'));

/** What rules find where they are asked only if their needs are met is what they find anyway. */
function assertNothingDropped(text: string, context: RuleContext = CONTEXT): void {
  for (const record of recordsIn(text)) {
    assert.deepEqual(
      checkRecord(record, context),
      checkRecord(record, context, undefined, { rules: UNCONDITIONAL }),
      JSON.stringify(text),
    );
  }
}

const SEEDS = textsIn('../../seeds/');
const CLEAN = textsIn('clean/');

/** Everything that a rule asks for, next to what makes it right. */
const SIGNS =
  '，。、；：？！“”‘’（）《》〈〉「」『』【】·…—－―─–-,.:;!?()"\'・•‧∙□〓○〇０0OoWw/@#*[]<>&\\ \t\n\r　一二十年月的我以并双〖〗\ud840\udc00';
const WORDS = [
  '——|………|...|。。|，，|的的|双方双方|我们我们|2020|--|? ?|\ufffd|\ue000|锟斤拷|烫烫烫|ÏÂÔØ|ä¸­|\u200b|\u00a0|\ufeff|\f|\u0085',
  '\u202e|\u1680|\u3000\u3000|\n    |\n　　|方麵|批準|壹切|發展|發|國|国|发|这|聯(lián)|?jīng)Q|(AUKUS)|（甲）|《甲》|“甲”|普京',
  '弗·弗·普京|弗 普京|J|9|二00二年|二○○二年|二〇〇二年|People’s|双方|声明如下：\n|https://a.cn/b|www.a.cn|a@b.cn|<br>',
  '&nbsp;|**甲**|# 甲\n|登录\n|2017-07-05\n|未完请看\n|一、|三、|\n一\n|1. |1）|（一）|①|中俄联合声明|2014年5月20日于上海\n',
  '（新华社北京5月2日电）\n|双方高度评价亚欧会议为推动亚欧新型平等伙伴关系深入发展所作的贡献。|双方就有关问题交换了意见，达成共识',
].flatMap((words) => words.split('|'));
const TAGS = ['JZ/加重', 'HH/换行', 'BM/版名', 'BM/体裁', 'XX/未知'];
const PIECES = [...SIGNS, ...WORDS, ...TAGS.flatMap((tag) => [`〖${tag}〗`, `〖-${tag}〗`, `【${tag}】`, `〖${tag}`])];
const fragments = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
const records = fragments.map((text) => RECORD.replace('双方声明如下：', () => text));
const slips = fc
  .record({
    text: fc.constantFrom(RECORD, ...CLEAN),
    at: fc.nat(),
    length: fc.nat(8),
    put: fc.array(fc.constantFrom('', ...PIECES), { maxLength: 3 }),
  })
  .map(({ text, at, length, put }) => {
    const place = at % text.length;
    return text.slice(0, place) + put.join('') + text.slice(place + length);
  });

describe('a rule that is not asked would have found nothing', () => {
  test('in the seeds and in clean texts', () => {
    for (const text of [...SEEDS, ...CLEAN]) assertNothingDropped(text);
  });
  test('after every injury', () => {
    for (const { inflict } of INJURIES) {
      for (const text of [RECORD, ...CLEAN]) {
        for (const which of [0, 0.3, 0.6, 0.9]) {
          const injured = inflict(text, (items) => items[Math.floor(which * items.length)]);
          if (injured) assertNothingDropped(injured.text);
        }
      }
    }
  });
  test('whatever a field holds, and whatever the folder', () => {
    const values = '| |0|00|000|07|004|1|12 |２|0x4|1234|20140521|20140229|20141301|19460514|19461231|20991231|2014年';
    for (const field of ['ZQ/总期', 'RQ/日期', 'BH/版号', 'TH/条号']) {
      for (const value of values.split('|')) {
        const text = RECORD.replace(new RegExp(`(?<=〖${field}〗)[^〖]*`), value);
        assertNothingDropped(text);
        assertNothingDropped(text, { ...CONTEXT, path: '/20140521/1.txt' });
      }
    }
  });
  test('whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fragments, records, slips, fc.string({ unit: 'binary', maxLength: 60 })), (text) =>
        assertNothingDropped(text),
      ),
      { numRuns: 3000 },
    );
  });
});

test('of a clean record no rule is asked, or the one that compares its day with another', () => {
  const body = '双方就弗·弗·普京的建议“交换了意见”——达成共识……（见1990年《公报》）。';
  const [record] = recordsIn(RECORD.replace('双方声明如下：', body).replace('联合声明', '要闻'));
  assert.ok(record);
  const asked = (context: RuleContext) => rulesFor(tracesOf(record, context), RULES).map(({ code }) => code);
  assert.deepEqual(asked(CONTEXT), []);
  assert.deepEqual(asked({ ...CONTEXT, path: '/20140521/1.txt' }), ['meta.date-conflict']);
});

describe('each UTF-16 unit', () => {
  const units = Array.from({ length: 1 << 16 }, (_, unit) => String.fromCharCode(unit));
  const wrong = (isRight: (character: string) => boolean) =>
    units.filter((character) => !isRight(character)).map((one) => one.charCodeAt(0).toString(16));

  test('that is invisible is a trace of that', () => {
    assert.deepEqual(
      wrong((one) => (invisibleAt(`甲${one}`, 1) === undefined) === ((textTraces(`甲${one}甲`) & TEXT.hidden) === 0)),
      [],
    );
  });
  test('that is Chinese makes a half-width comma behind it one', () => {
    assert.deepEqual(
      wrong(
        (one) =>
          isChinese(one) === ((textTraces(`${one},`) & TEXT.halfMark) !== 0) ||
          invisibleAt(`甲${one}`, 1) !== undefined,
      ),
      [],
    );
  });
});

test('phrases of converters are found wherever they stand, the longest first', () => {
  const text = '壹帶壹路壹九七，書麵，不幹涉千鈞一發。方麵臨';
  const found = Array.from(overConversions(text), ({ span }) => text.slice(span.start, span.end));
  assert.deepEqual(found, ['壹帶壹路', '壹九七', '書麵', '幹涉', '千鈞一發', '麵臨']);
});

test('a huge text costs no more per character than a small one', () => {
  const cost = (text: string) => {
    const before = process.cpuUsage();
    textTraces(text);
    return process.cpuUsage(before).user / 1000;
  };
  for (const piece of ['《', '　　', '　　甲', '甲　　', '\n　', '〖', '双', '“‘（', '—', '…']) {
    assert.ok(cost(piece.repeat(1_000_000 / piece.length)) < 500, piece);
  }
});
