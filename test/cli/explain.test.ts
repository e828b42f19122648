import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestCodes } from '../../server/src/cli/nearestCodes.ts';
import { KNOWN_CODES } from '../../server/src/corpus/ruleCodes.ts';
import { runCaptured } from './harness.ts';

const CODES = [...KNOWN_CODES];

function explain(code: string, LANG = 'zh_CN.UTF-8') {
  return runCaptured(['explain', code], '/', { env: { LANG } });
}

test('the page of a rule: what it is, whether it can be repaired, why, wrong and right', async () => {
  const { status, stdout, stderr } = await explain('tag.unclosed');
  assert.deepEqual([status, stderr], [0, '']);
  const [title, kind, , chinese, , english, , ...examples] = stdout.split('\n');
  assert.equal(title, 'tag.unclosed  缺结束标签 · no closing tag');
  assert.equal(kind, 'error · 可修复 fixable');
  assert.match(chinese ?? '', /^有开始标签，没有结束标签。/);
  assert.match(english ?? '', /^A tag is opened but never closed/);
  assert.deepEqual(examples, [
    '错 · wrong',
    '    〖ZQ/总期〗12968',
    '    〖RQ/日期〗19930713〖-RQ/日期〗',
    '',
    '对 · right',
    '    〖ZQ/总期〗12968〖-ZQ/总期〗',
    '    〖RQ/日期〗19930713〖-RQ/日期〗',
    '',
  ]);
});

test('the language of the user comes first', async () => {
  const { stdout } = await explain('char.torn', 'en_US.UTF-8');
  assert.match(
    stdout,
    /^char\.torn {2}characters torn by a reading · 被拼音拆散的字\nwarning · fixable 可修复 · safe where/,
  );
  assert.ok(stdout.indexOf('The same replacement') < stdout.indexOf('同一次替换'));
  assert.match(stdout, /\nwrong · 错\n/);
});

test('every code that a check reports has a page, without links and invisible characters', async () => {
  for (const code of CODES) {
    const { status, stdout } = await explain(code);
    assert.equal(status, 0);
    assert.ok(stdout.startsWith(`${code}  `));
    assert.doesNotMatch(stdout, /\]\(#|undefined|\u200b/);
  }
});

test('the codes that may have been meant', () => {
  const near = (meant: string) => nearestCodes(meant, CODES);
  assert.equal(near('tag.unclose')[0], 'tag.unclosed');
  assert.equal(near('TAG.UNCLOSED')[0], 'tag.unclosed');
  assert.equal(near('halfwidth')[0], 'char.halfwidth');
  assert.deepEqual(near('pair'), ['pair.unbalanced', 'pair.nesting', 'pair.quote']);
  assert.match(near('tags').join(' '), /^tag\.\S+ tag\.\S+ tag\.\S+$/);
  assert.equal(near('').length, 3);
});
