import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Converter } from 'opencc-js';
import characters from 'opencc-js/dict/STCharacters';
import phrases from 'opencc-js/dict/STPhrases';
import { packPhrases, unpackPhrases } from '../../server/src/text/phraseList.ts';
import { scriptConverter, severalCounterparts } from '../../server/src/text/scriptConversion.ts';
import type { TargetScript } from '../../server/src/text/scripts.ts';

describe('a packed list of phrases', () => {
  it('is the same when it is unpacked', () => {
    const packed = packPhrases(phrases, characters);
    assert.ok(packed.length < (phrases.length * 2) / 3, `${packed.length} of ${phrases.length}`);
    assert.equal(unpackPhrases(packed, characters), phrases);
  });
});

describe('a converter', () => {
  const SIMPLIFIED = '头发发展，软件里面的信息，皇后在后面，乾隆干杯，鼠标，着眼于，为了，台湾，总线';
  const TRADITIONAL = '頭髮發展，軟體裏面的資訊，皇后在後面，乾隆乾杯，滑鼠，著眼於，瞭解，著作，臺灣';
  const as: readonly (readonly [TargetScript, string, string])[] = [
    ['traditional', 'cn', 't'],
    ['taiwan', 'cn', 'tw'],
    ['taiwan-words', 'cn', 'twp'],
    ['hong-kong', 'cn', 'hk'],
    ['hong-kong-words', 'cn', 'hkp'],
  ];
  for (const [script, from, to] of as) {
    it(`to ${script} does what OpenCC's own does`, () =>
      assert.equal(scriptConverter('simplified', script)(SIMPLIFIED), Converter({ from, to })(SIMPLIFIED)));
  }
  for (const [script, from, to] of [
    ['simplified', 't', 'cn'],
    ['simplified-words', 'twp', 'cn'],
    ['taiwan', 't', 'tw'],
    ['hong-kong', 't', 'hk'],
  ] as const) {
    it(`from traditional script to ${script} does, too`, () =>
      assert.equal(scriptConverter('traditional', script)(TRADITIONAL), Converter({ from, to })(TRADITIONAL)));
  }
});

describe('characters with several counterparts', () => {
  it('are known in simplified script', () =>
    assert.deepEqual(severalCounterparts('traditional').get('发'), ['發', '髮']));
  it('are known in traditional script', () =>
    assert.deepEqual(severalCounterparts('simplified').get('乾'), ['干', '乾']));
  it('do not include those with one', () => assert.equal(severalCounterparts('traditional').get('国'), undefined));
});
