import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Problem } from '../../server/src/rules/rule.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { conflictsOf, problemsOf } from './specification.ts';

const OWN = /^(?:structure|meta)\./;
const ownProblems = (text: string) => problemsOf(text, '/a/20140521/b.txt').filter(({ code }) => OWN.test(code));

/** What texts of this kind, and what web pages and converters add to them, are made of. */
const PIECES = [
  '一、',
  '二、',
  '（一）',
  '1. ',
  '——',
  '一\n',
  '二\n',
  '第一条　',
  '附件一\n',
  '双方就有关问题交换了意见，达成广泛共识。',
  '双方高度评价亚欧会议为推动亚欧新型平等伙伴关系深入',
  '发展所作的贡献。',
  '双方',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '　　',
  '    ',
  '\t',
  ' ',
  '\u00a0',
  '## ',
  '**强调**',
  '**',
  '[链接](https://a.cn/b)',
  '![](a.jpg)',
  '<p>',
  '</p><p>',
  '<br/>',
  '<img=522b>',
  '&nbsp;',
  '&#19969;',
  '&#0;',
  '\\*',
  '登录\n',
  '责任编辑：张三\n',
  '预览已结束\n',
  '2017-07-05 06:56\n',
  '京ICP备1号\n',
  '中俄联合声明\n',
  '中俄联合声明（全文）\n',
  '声明如下：\n',
  '2014年5月20日于上海\n',
  '（新华社上海5月20日电）\n',
  '主 席\n',
  '(签 字)\n',
  '〖ZQ/总期〗20585〖-ZQ/总期〗\n',
  '〖RQ/日期〗20140519〖-RQ/日期〗\n',
  '〖BH/版号〗2〖-BH/版号〗\n',
  '〖TH/条号〗二〖-TH/条号〗\n',
  '〖ZW/正文〗\n',
  '〖-ZW/正文〗\n',
  '〖BT/标题〗',
  '\ud842',
  '𠮷',
  '\ufeff',
  '<',
  '&',
  '[',
  '*',
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 50 }).map((pieces) => pieces.join(''));

/** One slip more in one of the five texts. */
const SEEDS = ['2002-12-02', '2014-05-20', '2017-07-05', '2021-06-28'].map((name) =>
  readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), 'utf8'),
);
const slips = fc
  .record({
    seed: fc.constantFrom(...SEEDS),
    at: fc.nat(),
    length: fc.nat({ max: 8 }),
    newText: fc.constantFrom('', ...PIECES),
  })
  .map(({ seed, at, length, newText }) => {
    const place = at % seed.length;
    return seed.slice(0, place) + newText + seed.slice(place + length);
  });

const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Whether the problem is still found on the same words, as often as before and in the same place. */
function isLeft(mended: string, { code, span }: Problem, text: string): boolean {
  const printed = text.slice(span.start, span.end);
  const places = (one: string) =>
    ownProblems(one)
      .filter((problem) => problem.code === code && one.slice(problem.span.start, problem.span.end) === printed)
      .map((problem) => problem.span.start);
  const left = places(mended);
  return left.length >= places(text).length && left.includes(span.start);
}

describe('whatever the text', () => {
  test('every place lies inside it, and shows something', () => {
    fc.assert(
      fc.property(fc.oneof(texts, slips, fc.string({ unit: 'binary' })), (text) => {
        for (const { code, span, related, fixes } of [...ownProblems(text), ...conflictsOf(text)]) {
          assert.ok(span.start < span.end, code);
          const edits = (fixes ?? []).flatMap((fix) => fix.edits.map((edit) => edit.span));
          for (const { start, end } of [span, ...edits, ...(related ?? []).map((place) => place.span)]) {
            assert.ok(0 <= start && start <= end && end <= text.length, code);
          }
        }
      }),
      { numRuns: 600 },
    );
  });

  test('a fix makes its problem go away', () => {
    fc.assert(
      fc.property(fc.oneof(texts, slips), (text) => {
        for (const problem of ownProblems(text)) {
          for (const { edits } of problem.fixes ?? []) {
            const mended = applyEdits(text, edits);
            assert.ok(!isLeft(mended, problem, text), problem.code);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a fix loses no character, letter or digit but those that the rule is about', () => {
    fc.assert(
      fc.property(fc.oneof(texts, slips), (text) => {
        for (const { code, fixes, span } of ownProblems(text)) {
          for (const { edits, safe } of fixes ?? []) {
            const mended = applyEdits(text, edits);
            if (code === 'structure.boilerplate' || code === 'structure.residue') {
              assert.ok(
                edits.every((edit) => span.start <= edit.span.end && edit.span.start <= span.end),
                code,
              );
              assert.equal(safe, false);
            } else {
              assert.equal(words(mended), words(text), code);
            }
            assert.equal(safe, code === 'structure.indent');
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a residue’s fix keeps the words that it encloses', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'双方强调相互尊重，。、—“”《》1a '), minLength: 1, maxLength: 12 }),
        (inner) => {
          const core = inner.trim();
          if (core === '') return;
          for (const text of [
            `甲。**${core}**乙。`,
            `甲。[${core}](https://a.cn/b)乙。`,
            `甲。<b>${core}</b>乙。`,
            `甲。&ldquo;${core}&rdquo;乙。`,
          ]) {
            let mended = text;
            for (let round = 0; round < 3; round++) {
              const [problem] = problemsOf(mended).filter(({ code }) => code === 'structure.residue');
              if (problem?.fixes?.[0]) mended = applyEdits(mended, problem.fixes[0].edits);
            }
            assert.ok(mended.includes(core), mended);
            assert.doesNotMatch(mended, /\*\*|https|<b>|&/);
          }
        },
      ),
    );
  });
});

test('ten thousand of each take less than a second', () => {
  for (const [what, text] of [
    ['broken paragraphs', '双方高度评价亚欧会议为推动亚欧新型平等伙伴关系深入，\n'.repeat(10_000)],
    ['paragraphs on one line', '双方就有关问题交换了意见，达成广泛共识。　　'.repeat(10_000)],
    ['lines of a page', '登录\n'.repeat(10_000)],
    ['residues', '**甲**<p>&nbsp;[乙](https://a.cn)'.repeat(10_000)],
    ['halves of residues', '**[(<&!\\'.repeat(10_000)],
    ['indentations', '    甲方同意。\n　　乙方同意。\n    丙方同意。\n    丁方同意。\n'.repeat(10_000)],
  ] as const) {
    const before = process.cpuUsage();
    ownProblems(text);
    const time = process.cpuUsage(before).user / 1000;
    assert.ok(time < 1500, `${what}: ${time} ms`);
  }
});
