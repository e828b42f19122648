import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blanksFor, caretsFor, displayWidth, onOneLine, padded, visible } from '../../server/src/cli/display.ts';

test('Chinese characters and full-width signs take two columns', () => {
  assert.equal(displayWidth('abc'), 3);
  assert.equal(displayWidth('〖ZW/正文〗'), 11);
  assert.equal(displayWidth('１．，　'), 8);
  assert.equal(displayWidth('𠀀'), 2);
});

test('quotes, dashes and dots take one, combining marks none', () => {
  assert.equal(displayWidth('“”…—·'), 5);
  assert.equal(displayWidth('e\u0301\u200B'), 1);
});

test('padding counts columns', () => assert.equal(`${padded('正文', 6)}|`, '正文  |'));

test('blanks and carets are as wide as what stands above them', () => {
  assert.equal(blanksFor('a中“'), ' \u3000 ');
  assert.equal(caretsFor('a中'), '^＾');
  assert.equal(displayWidth(blanksFor('一、a〖')), displayWidth('一、a〖'));
});

test('a mark under nothing is still a mark', () => assert.equal(caretsFor(''), '^'));

test('lines are joined as a reader joins them', () => {
  assert.equal(onOneLine('防止外空\r\n\n    军备竞赛\n'), '防止外空军备竞赛');
  assert.equal(onOneLine('上海\nBRICS\n  New Bank\u2028合作'), '上海BRICS New Bank合作');
  assert.equal(onOneLine(''), '');
});

test('control and formatting characters are shown', () =>
  assert.equal(
    visible('a\tb\n\u001B[0m\u007F\u0085\u200B\uFEFF\u202E\u2028'),
    'a b␊␛[0m␡<0085><200B><FEFF><202E><2028>',
  ));
