import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkRecord } from '../../server/src/rules/check.ts';
import type { Problem } from '../../server/src/rules/rule.ts';
import { RULES } from '../../server/src/rules/rules.ts';
import { assertLinear } from '../support/growth.ts';
import { parseRecord } from '../../server/src/statement/parse.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { CONTEXT, problemsOf } from './specification.ts';

const OWN = RULES.filter(({ code }) => /^(?:char|pair)\./.test(code));

/** What these rules are about, beside what is right. */
const PIECES = [
  '，',
  '。',
  '、',
  '；',
  '：',
  '？',
  '！',
  '“',
  '”',
  '‘',
  '’',
  '（',
  '）',
  '《',
  '》',
  '〈',
  '〉',
  '「',
  '」',
  '『',
  '』',
  '【',
  '】',
  '·',
  '…',
  '—',
  '－',
  '―',
  '─',
  '–',
  '-',
  ',',
  '.',
  ':',
  ';',
  '!',
  '?',
  '(',
  ')',
  '"',
  '・',
  '•',
  '‧',
  '∙',
  '□',
  '〓',
  '○',
  '〇',
  '0',
  'O',
  '——',
  '……',
  '...',
  '。。。',
  '，，',
  '的的',
  '--',
  '? ?',
  '\ufffd',
  '\ue000',
  '锟斤拷',
  'ÏÂÔØ',
  '\u200b',
  '\u00a0',
  '\u00ad',
  '\ufeff',
  '\f',
  '\u0085',
  '\u202e',
  ' ',
  '  ',
  '　',
  '\n',
  '\r\n',
  '\t',
  '方麵',
  '幹涉',
  '批準',
  '備',
  '壹切',
  '壹九七',
  '國',
  '国',
  '聯(lián)',
  '?jīng)Q',
  '喬貐^(qū)',
  '(AUKUS)',

  '普京',
  '弗',
  'J',
  'A',
  '9',
  '二',
  '一九',
  '年',
  '月',
  '双方',
  '声明',
  '吗',
  '了',
  'のア',
  'https://a.cn/b',
  'a@b.cn',
  '〖JZ/加重〗',
  '〖-JZ/加重〗',
  '登录',
  '\ud840',
  '\udc00',
  '一、',
  '（一）',
  '1）',
  '主席',
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

function findingsOf(text: string): Problem[] {
  return problemsOf(text).filter(({ code }) => OWN.some((rule) => rule.code === code));
}

describe('whatever the text', () => {
  test('no rule throws; places lie in the text, hold something, and are reported once', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
        const seen = new Set<string>();
        for (const { code, span, fixes } of findingsOf(text)) {
          assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length, code);
          const key = `${code} ${span.start}`;
          assert.ok(!seen.has(key), key);
          seen.add(key);
          for (const { edits } of fixes ?? []) {
            assert.ok(edits.length > 0, code);
            assert.notEqual(applyEdits(text, edits), text, code);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('a fix changes no letter, digit or Chinese character but those that its rule is about', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { code, fixes } of findingsOf(text)) {
          if (['char.zero', 'char.script', 'char.pinyin', 'char.torn'].includes(code)) continue;
          for (const { edits } of fixes ?? []) assert.equal(wordsOf(applyEdits(text, edits)), wordsOf(text), code);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a safe fix leaves what parted two words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { code, fixes } of findingsOf(text)) {
          if (code === 'char.pinyin' || code === 'char.torn') continue;
          for (const { edits, safe } of fixes ?? []) {
            assert.equal(safe, code === 'char.invisible' || code === 'char.middle-dot', code);
            if (code !== 'char.invisible') continue;
            assert.equal(partsOf(applyEdits(text, edits)), partsOf(text));
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function wordsOf(text: string): string {
  // Without halves of surrogate pairs, which are no characters until something between them goes.
  return text.replace(/[\ud800-\udfff]/g, '').replace(/[^\p{L}\p{N}]/gu, '');
}

/** Letters and Chinese characters with one space wherever white space of any kind parts them. */
function partsOf(text: string): string {
  return text
    .replace(/[\ud800-\udfff]/g, '')
    .replace(/[\u00ad\u200b\u202e\ufeff]/g, '')
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/(?<![\p{L}\p{N}]) | (?![\p{L}\p{N}])/gu, '');
}

const SEED = readFileSync(new URL('../../seeds/2017-07-05.txt', import.meta.url), 'utf8');

describe('after one slip in a clean text', () => {
  test('each fix makes its problem go away', () => {
    const slips = fc
      .record({ at: fc.nat(SEED.length - 1), length: fc.nat(2), newText: fc.constantFrom('', ...PIECES) })
      .map(({ at, length, newText }) => SEED.slice(0, at) + newText + SEED.slice(at + length));
    fc.assert(
      fc.property(slips, (text) => {
        for (const { code, span, fixes } of findingsOf(text)) {
          for (const { edits } of fixes ?? []) {
            // One mark mended may show that another one has no partner; the place itself is in order.
            const before = edits.filter((edit) => edit.span.end <= span.start && edit.span.start < span.start);
            const moved = before.reduce(
              (sum, { span: { start, end }, newText }) => sum + newText.length - end + start,
              0,
            );
            const mended = applyEdits(text, edits);
            const same = findingsOf(mended).filter(
              (one) =>
                one.code === code &&
                one.span.start === span.start + moved &&
                mended.slice(one.span.start, one.span.end) === text.slice(span.start, span.end),
            );
            assert.deepEqual(same, [], code);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('hostile texts of a hundred thousand characters', () => {
  const size = 100_000;
  const cases = [
    '(',
    '（',
    '《',
    '“',
    '”',
    '"',
    '?',
    '? ',
    '-',
    '—',
    '.',
    '…',
    '0',
    '一',
    ',',
    '，',
    ' ',
    '\u00a0',
    '\u200b',
    '\ufffd',

    '甲',
    '麵',
    '國国',
    'a',
    'a@',
    '·',
    '・',
    '弗·',
    '弗 ',
    '甲?',
    '甲,',
    '甲(',
    '（《',
    '《（',
    '甲（甲',
    '聯(lián)',
    '?jīng)',
    'ä¸­',
    '\n',
    '“甲\n',
    '甲”\n',
    '壹九',
    'www.',
    'http://',
  ];
  for (const piece of cases) {
    test(`${JSON.stringify(piece)} again and again`, () => {
      assertLinear(size, (length) => {
        const record = parseRecord(piece.repeat(length / piece.length), CONTEXT.vocabulary);
        return () => checkRecord(record, CONTEXT, undefined, { rules: OWN });
      });
    });
  }
});
