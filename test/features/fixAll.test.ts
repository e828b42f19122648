import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fileCheck } from '../../server/src/features/diagnostics.ts';
import {
  type ChooseFix,
  firstFix,
  firstFixOf,
  fixAll,
  fixAllEdits,
  safeFix,
} from '../../server/src/features/fixAll.ts';
import { placesToIgnore, withoutIgnored } from '../../server/src/features/ignore.ts';
import type { Fix, Problem } from '../../server/src/rules/rule.ts';
import { documentText } from '../../server/src/statement/document.ts';
import { applyEdits, type Edit } from '../../server/src/text/edits.ts';
import { documentOf } from './support.ts';

const MESSAGE = { id: 'action.fixAll' } as const;

/** A rule on every place of a pattern; each of `results` is a fix of its own. */
interface Pattern {
  readonly pattern: RegExp;
  readonly results: readonly string[];
  readonly safe?: boolean;
  readonly code?: string;
}

const checksFor = (...patterns: readonly Pattern[]) => withoutIgnored(checkFor(...patterns), []);

const checkFor = (...patterns: readonly Pattern[]) =>
  fileCheck(({ text }) =>
    patterns
      .flatMap(({ pattern, results, safe = true, code = 'test.rule' }) =>
        [...text.matchAll(pattern)].map(({ index, 0: found }): Problem => {
          const span = { start: index, end: index + found.length };
          const fixes = results.map((newText): Fix => ({ title: MESSAGE, safe, edits: [{ span, newText }] }));
          return { code, severity: 'warning', span, message: MESSAGE, fixes };
        }),
      )
      .sort((a, b) => a.span.start - b.span.start),
  );

function fixed(text: string, choose: ChooseFix, ...patterns: readonly Pattern[]): string {
  return applyEdits(text, fixAllEdits(documentOf(text), checksFor(...patterns), choose));
}

describe('fix all', () => {
  it('runs safe fixes only, where only those are asked for', () => {
    const patterns = [
      { pattern: /a/g, results: ['x'] },
      { pattern: /c/g, results: ['y'], safe: false },
    ];
    assert.equal(fixed('abc', safeFix, ...patterns), 'xbc');
    assert.equal(fixed('abc', firstFix, ...patterns), 'xby');
  });
  it('takes the first fix of a problem', () =>
    assert.equal(fixed('aba', safeFix, { pattern: /a/g, results: ['x', 'y'] }), 'xbx'));
  it('carries out fixes of one kind only', () => {
    const patterns = [
      { pattern: /a/g, results: ['x'], code: 'test.a', safe: false },
      { pattern: /b/g, results: ['y'], code: 'test.b' },
    ];
    assert.equal(fixed('abab', firstFixOf('test.a'), ...patterns), 'xbxb');
  });
  it('leaves the later of two that touch for the next round', () => {
    const patterns = [
      { pattern: /abc/g, results: ['x'] },
      { pattern: /cd/g, results: ['y'] },
    ];
    assert.equal(fixed('abcdef', safeFix, ...patterns), 'xdef');
    assert.equal(fixed('aaaa', safeFix, { pattern: /a/g, results: ['x'] }), 'xxxx');
  });
  it('goes on with what fixes make possible', () => {
    const patterns = [
      { pattern: /a/g, results: ['b'] },
      { pattern: /b/g, results: ['c'] },
      { pattern: /c/g, results: ['d'] },
    ];
    assert.equal(fixed('a', safeFix, ...patterns), 'd');
  });
  it('takes a fix whole or not at all', () => {
    const text = 'abcdef';
    const edit = (start: number, end: number, newText: string): Edit => ({ span: { start, end }, newText });
    const problem = (start: number, ...edits: Edit[]): Problem => ({
      code: 'test.rule',
      severity: 'warning',
      span: { start, end: start + 1 },
      message: MESSAGE,
      fixes: [{ title: MESSAGE, safe: true, edits }],
    });
    const check = fileCheck((record) =>
      record.text === text ? [problem(0, edit(0, 2, 'x')), problem(1, edit(5, 6, 'y'), edit(1, 2, 'y'))] : [],
    );
    assert.equal(applyEdits(text, fixAllEdits(documentOf(text), withoutIgnored(check, []), safeFix)), 'xcdef');
  });
  it('ends where two fixes undo each other', () => {
    const patterns = [
      { pattern: /a/g, results: ['b'] },
      { pattern: /b/g, results: ['a'] },
    ];
    assert.match(fixed('a', safeFix, ...patterns), /^[ab]$/);
  });
  it('leaves alone what is ignored, though what stands around it changes', () => {
    const text = 'aXbXaX';
    const check = checkFor(
      { pattern: /a/g, results: ['c'] },
      { pattern: /b/g, results: [''] },
      { pattern: /X/g, results: [] },
    );
    const document = documentOf(text);
    const second = check(document).filter(({ span }) => span.start === 4);
    const ignored = placesToIgnore(document, second, check).map((place) => ({ ...place, file: 'a.txt' }));
    const checks = withoutIgnored(check, ignored);
    assert.equal(applyEdits(text, fixAllEdits(document, checks, safeFix)), 'cXXaX');
  });
  it('leaves blanks for a person only where that kind is asked for', () => {
    const blank: Fix = {
      title: MESSAGE,
      safe: false,
      leavesBlank: true,
      edits: [{ span: { start: 0, end: 0 }, newText: 'x' }],
    };
    const check = fileCheck(({ text }) =>
      text === 'a'
        ? [{ code: 'test.rule', severity: 'warning', span: { start: 0, end: 1 }, message: MESSAGE, fixes: [blank] }]
        : [],
    );
    const mended = (choose: ChooseFix) =>
      applyEdits('a', fixAllEdits(documentOf('a'), withoutIgnored(check, []), choose));
    assert.equal(mended(firstFix), 'a');
    assert.equal(mended(firstFixOf('test.rule')), 'xa');
  });
  it('leaves fixes that would part a record or join two', () => {
    const field = (tag: string, value: string) => `〖${tag}〗${value}〖-${tag}〗\n`;
    const record = (issue: string) => field('ZQ/总期', issue) + field('RQ/日期', '20140521') + field('ZW/正文', '甲');
    const patterns = [
      { pattern: /(?<=\n)(?=〖ZW)/g, results: ['〖-ZW/正文〗\n〖BT/标题〗丙〖-BT/标题〗\n'] },
      { pattern: /甲/g, results: ['乙'] },
      { pattern: /(?<=1)〖-ZQ[^]*?(?=〖ZQ)/g, results: [''] },
    ];
    const text = record('1') + record('2');
    assert.equal(fixed(text, safeFix, ...patterns), text.replaceAll('甲', '乙'));
  });
  it('is nothing where nothing is to be done', () =>
    assert.deepEqual(fixAllEdits(documentOf('abc'), checksFor({ pattern: /b/g, results: ['b'] }), safeFix), []));

  it('is one list of edits of the first text, and leaves nothing to do', () => {
    const patterns = [
      { pattern: /ab/g, results: ['b'] },
      { pattern: /ba/g, results: ['cc'] },
      { pattern: /ccc/g, results: [''] },
    ];
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\n'), maxLength: 40 });
    fc.assert(
      fc.property(text, (before) => {
        const document = documentOf(before);
        const check = checksFor(...patterns);
        const after = fixAll(document, check, safeFix);
        assert.equal(applyEdits(before, fixAllEdits(document, check, safeFix)), documentText(after.document));
        assert.deepEqual(fixAllEdits(after.document, check, safeFix), []);
      }),
    );
  });
});
