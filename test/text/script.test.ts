import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Converter } from 'opencc-js/t2cn';
import phrases from 'opencc-js/dict/TSPhrases';
import { simplify, simplifyCharacter } from '../../server/src/text/script.ts';

const openCc = Converter({ from: 't', to: 'cn' });

test('characters are simplified as OpenCC does', () => {
  for (let unit = 0x2e_80; unit < 0xd8_00; unit++) assertSame(unit);
  for (let unit = 0xf9_00; unit < 0xfb_00; unit++) assertSame(unit);
});

test('phrases are simplified as OpenCC does', () => {
  const text = phrases.split(/[ |]/).join('，');
  assert.equal(simplify(Array.from(text)).join(''), openCc(text));
});

function assertSame(codePoint: number): void {
  const character = String.fromCodePoint(codePoint);
  assert.equal(simplifyCharacter(character), openCc(character));
}
