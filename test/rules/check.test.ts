import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkRecord } from '../../server/src/rules/check.ts';
import type { Problem, RecordRule } from '../../server/src/rules/rule.ts';
import { RULES } from '../../server/src/rules/rules.ts';
import { parseRecord } from '../../server/src/statement/parse.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { message } from '../../server/src/text/messages.ts';
import { assertLinear } from '../support/growth.ts';
import { CONTEXT, problemsOf, RECORD } from './specification.ts';

const recordOf = (text: string) => parseRecord(text, CONTEXT.vocabulary);

describe('checkRecord', () => {
  const record = recordOf('〖BT/标题〗联合声明\n〖RQ/日期〗2014〖-RQ/日期〗\n');

  test('sorts by position', () => {
    const starts = checkRecord(record, CONTEXT).map(({ span }) => span.start);
    assert.ok(starts.length > 2);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
  });
  test('severities come from the user where they say one', () => {
    const codes = (severities: Parameters<typeof checkRecord>[2]) =>
      checkRecord(record, CONTEXT, severities).map(({ code, severity }) => `${severity} ${code}`);
    assert.ok(codes(new Map()).includes('error meta.date'));
    assert.ok(codes(new Map([['meta.date', 'hint']])).includes('hint meta.date'));
    assert.ok(!codes(new Map([['meta.date', 'off']])).some((code) => code.includes('meta.date')));
  });
  test('a rule that throws keeps what it found and takes no other down', () => {
    const failing: RecordRule = {
      code: 'tag.unknown',
      severity: 'error',
      *check() {
        yield { span: { start: 0, end: 1 }, message: message('tag.unknown', { tag: '' }) };
        throw new Error('of its own');
      },
    };
    const failed: string[] = [];
    const rules = [failing, ...RULES.filter(({ code }) => code === 'meta.date')];
    const problems = checkRecord(record, CONTEXT, undefined, { rules, failed: (code) => failed.push(code) });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['tag.unknown', 'meta.date'],
    );
    assert.deepEqual(failed, ['tag.unknown']);
  });
  test('an empty text, and brackets around nothing, have no problem', () => {
    for (const text of ['', '〖〗', '\n', '\ufeff']) assert.deepEqual(problemsOf(text), []);
  });
});

/** Pieces that texts are put together from: whole and broken tags, numerals, halves of surrogate pairs, line breaks. */
const PIECES = [
  ...['ZQ/总期', 'RQ/日期', 'BT/标题', 'ZW/正文', 'JZ/加重', 'HH/换行', 'XX/未知', 'ZQ/日期'].flatMap((tag) => [
    `〖${tag}〗`,
    `〖-${tag}〗`,
    `【${tag}】`,
    `〖${tag}`,
    `〖/${tag}〗`,
  ]),
  '〖',
  '〗',
  '〖-',
  '/',
  '〖JZ；加重〗',
  '〖 bt ／标题 〗',
  '\ud840',
  '\udc00',
  '\ufeff',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '　',
  '——',
  '20140521',
  '20141399',
  '一\n',
  '二\n',
  '四\n',
  '—\n',
  'ニ\n',
  '一、',
  '三、',
  '1. ',
  '3）',
  '（二）',
  '①',
  '③',
  '第五条　',
  '双方声明如下：',
  '新华社北京5月16日电',
  '2014年5月20日于上海',
  '甲。',
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('whatever the text', () => {
  test('no rule throws, and every place lies inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        for (const { span, related, fixes, code } of problemsOf(text)) {
          const places = [span, ...(related ?? []).map((place) => place.span)];
          for (const { edits } of fixes ?? []) places.push(...edits.map((edit) => edit.span));
          for (const { start, end } of places) assert.ok(0 <= start && start <= end && end <= text.length, code);
          assert.ok(span.start < span.end, `${code} reports nothing visible`);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('every fix can be carried out and changes the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { fixes, code } of problemsOf(text)) {
          for (const { edits } of fixes ?? []) {
            assert.ok(edits.length > 0, code);
            assert.notEqual(applyEdits(text, edits), text, code);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('safe fixes leave the letters, digits and characters outside tags alone', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { fixes, code } of problemsOf(text)) {
          for (const { edits, safe } of fixes ?? []) {
            if (!safe || code === 'number.glyph') continue;
            assert.equal(contentOf(applyEdits(text, edits)), contentOf(text), code);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** A statement with two levels of numbers, as a tagged record. */
const NUMBERED = RECORD.replace(
  '    双方声明如下：\n',
  ['双方声明如下：', '一', '甲。', '二', '乙：', '1. 丙。', '2. 丁。', '3. 戊。', '三', '己。', '四', '庚。']
    .map((line) => `    ${line}\n`)
    .join(''),
);

/** One slip of an editor or a converter somewhere in the record; a repaired 〖ZQ/总期〗 would begin another record. */
const slips = fc
  .record({
    at: fc.nat(NUMBERED.length - 1),
    length: fc.nat(12),
    newText: fc.constantFrom('', ...PIECES.filter((piece) => !piece.includes('ZQ'))),
  })
  .map(({ at, length, newText }) => NUMBERED.slice(0, at) + newText + NUMBERED.slice(at + length));

/** How often `text` has a problem of the same kind on the same words. */
function timesReported(text: string, { code, span }: Problem, original: string): number {
  const words = original.slice(span.start, span.end);
  return problemsOf(text).filter((one) => one.code === code && text.slice(one.span.start, one.span.end) === words)
    .length;
}

describe('after one slip in a record', () => {
  test('each fix makes its problem go away', () => {
    assert.deepEqual(problemsOf(NUMBERED), []);
    fc.assert(
      fc.property(slips, (text) => {
        for (const problem of problemsOf(text)) {
          for (const { edits } of problem.fixes ?? []) {
            const mended = applyEdits(text, edits);
            assert.ok(timesReported(mended, problem, text) < timesReported(text, problem, text), problem.code);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** Letters, digits and Han characters outside everything that a tag may be. Halves of characters are none, even side by side. */
function contentOf(text: string): string {
  const { tags } = recordOf(text).markup;
  const outside = tags.map(({ end }, index) => text.slice(end, tags[index + 1]?.start));
  return [text.slice(0, tags[0]?.start), ...outside]
    .join('')
    .replace(/[\ud800-\udfff]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

describe('many faults', () => {
  const size = 10_000;
  const cases: readonly (readonly [what: string, textOf: (size: number) => string])[] = [
    ['unclosed fields', (count) => '〖BT/标题〗甲\n'.repeat(count)],
    ['unopened fields', (count) => '甲〖-BT/标题〗\n'.repeat(count)],
    ['mismatched pairs', (count) => '〖BT/标题〗甲〖-BM/版名〗\n'.repeat(count)],
    ['nested openings', (count) => '〖JZ/加重〗'.repeat(count)],
    ['malformed tags', (count) => '【bt/标题】甲〖－BT；标题〗\n'.repeat(count)],
    ['unknown tags', (count) => '〖XX/未知〗甲〖-XX/未知〗\n'.repeat(count)],
    ['contradictory tags', (count) => '〖BM/体裁〗甲〖-BM/体裁〗\n'.repeat(count)],
    ['fields in the wrong order', (count) => '〖BT/标题〗甲〖-BT/标题〗\n〖BH/版号〗1〖-BH/版号〗\n'.repeat(count)],
    ['gaps', (count) => Array.from({ length: count }, (_, index) => `${2 * index + 1}\n`).join('')],
    ['repeats', (count) => '一、甲。\n'.repeat(count)],
    ['styles', (count) => '一、甲。\n1. 乙。\n（三）丙。\n'.repeat(count / 3)],
  ];
  for (const [what, textOf] of cases) {
    test(`${size} ${what} cost no more than their number, and get no more repairs than they need`, () => {
      assertLinear(size, (count) => {
        const record = recordOf(textOf(count));
        return () => checkRecord(record, CONTEXT);
      });
      const problems = checkRecord(recordOf(textOf(size)), CONTEXT);
      const edits = problems.flatMap(({ fixes }) => fixes ?? []).reduce((sum, { edits }) => sum + edits.length, 0);
      assert.ok(edits < 8 * size, `${edits} edits`);
    });
  }
});

test('a whole record stays without problem when it is checked again', () => {
  assert.deepEqual(problemsOf(RECORD), problemsOf(RECORD));
});
