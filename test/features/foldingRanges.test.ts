import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foldingRanges } from '../../server/src/features/foldingRanges.ts';
import { positionAt } from '../../server/src/statement/document.ts';
import { documentOf, RECORD_HEAD } from './support.ts';

/** First and last lines, counted from 0, of what can be folded. */
function check(text: string, ...expected: string[]): void {
  const document = documentOf(text);
  const found = foldingRanges(document)
    .map(({ span, kind }) => ({
      kind,
      from: positionAt(document, span.start).line,
      to: positionAt(document, span.end).line,
    }))
    .filter(({ from, to }) => to > from)
    .map(({ kind, from, to }) => `${from}-${to}${kind === 'region' ? '' : ` ${kind}`}`);
  assert.deepEqual(found, expected);
}

const BODY = '〖ZW/正文〗\n    一、甲。\n    乙。\n    二、丙。\n〖-ZW/正文〗\n';

describe('folding', () => {
  it('folds metadata, 正文 with its closing tag in sight, and sections of several paragraphs', () =>
    check(RECORD_HEAD + BODY, '0-4', '5-8', '6-7'));

  it('folds records where there are several, and their metadata from the second line', () =>
    check(RECORD_HEAD + BODY + RECORD_HEAD, '0-9', '1-4', '5-8', '6-7', '10-14', '11-14'));

  it('folds sections under bare numerals', () =>
    check('联合声明\n\n一\n\n甲。\n\n乙。\n\n二\n\n丙。\n', '2-6', '8-10'));

  it('folds what a web page left as a comment', () => {
    const text =
      '联合声明\n\n一、甲。\n\n二、乙。\n\n二〇〇二年十二月二日于北京\n\n登录\n还没账号?立即注册\n网站备案号:45010302000253\n';
    check(text, '8-10 comment');
  });

  it('has nothing to fold in one line', () => check('联合声明　　一　　甲。　　二　　乙。'));
  it('has nothing to fold in an empty file', () => check(''));
});
