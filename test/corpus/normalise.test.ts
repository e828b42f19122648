import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { normalise, normaliseTerm, printed } from '../../server/src/corpus/normalise.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { resource } from '../../server/src/text/resources.ts';
import { mayBeTraditional, simplifyText } from '../../server/src/text/script.ts';
import { sourceSpan } from '../../server/src/text/sourceMap.ts';

const normal = (text: string): string => normaliseTerm(text, NEWSPAPER_VOCABULARY);

describe('the form in which texts are compared', () => {
  for (const [text, expected, why] of [
    ['聯(lián)合國', '联合国', 'readings that a mirror put in go'],
    ['(AUKUS)', '（AUKUS）', 'brackets of the text stay'],
    ['著眼於乾淨的裏面', '着眼于干净的里面', 'traditional becomes simplified by phrase'],
    ['弗・弗・普京', '弗·弗·普京', 'dots become one'],
    ['主　席 江 泽民', '主席江泽民', 'spaces between characters go'],
    ['New York', 'New York', 'spaces between words stay'],
    ['２０１４年', '2014年', 'digits become half-width'],
    ['甲,乙', '甲，乙', 'punctuation becomes full-width'],
    ['重〖JZ/加重〗点〖-JZ/加重〗', '重点', 'tags go'],
  ] as const) {
    it(`${text}: ${why}`, () => assert.equal(normal(text), expected));
  }

  it('leads every character back to where it was printed', () => {
    const text = '聯(lián)合國的權(quán)威';
    const mapped = normalise(text, [{ start: 0, end: text.length }], NEWSPAPER_VOCABULARY);
    const span = sourceSpan(mapped, { start: 0, end: 3 });
    assert.equal(text.slice(span.start, span.end), '聯(lián)合國');
    assert.equal(printed(text, mapped, { start: 0, end: mapped.text.length }), '聯合國的權威');
  });

  it('has offsets that only grow, within the source, for any text', () => {
    const part = fc.constantFrom(
      '聯',
      '(lián)',
      '乾',
      '𠀀',
      '\ud800',
      '，',
      ' ',
      '〖',
      '〖JZ/加重〗',
      '著',
      '名',
      '(',
      ')',
      'a',
      '\n',
      '㐀',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const { text: made, from, to } = normalise(text, [{ start: 0, end: text.length }], NEWSPAPER_VOCABULARY);
        for (let unit = 0; unit < made.length; unit++) {
          assert.ok(from[unit]! < to[unit]! && to[unit]! <= text.length);
          assert.ok(unit === 0 || from[unit - 1]! <= from[unit]!);
        }
      }),
    );
  });

  it('is the same for a paragraph taken as a whole and for one taken character by character', () => {
    const { phrases } = resource('dictionaries/opencc');
    const words = phrases.split('|').map((entry) => entry.split(' ')[0]!);
    const part = fc.oneof(
      fc.constantFrom(
        '发展',
        '破坏',
        '０１Ａ',
        '著',
        '“',
        '「',
        '○',
        '･',
        '聯',
        '乾',
        '㗲',
        '豈',
        '𠀀',
        ' ',
        'a b',
        '(x)',
      ),
      fc.constantFrom(...words),
    );
    // A torn place outside every paragraph: nothing that is said of it matters but that there is one.
    const elsewhere = { span: { start: -1, end: -1 }, alternatives: [], isSure: false };
    fc.assert(
      fc.property(fc.array(part), fc.nat(9), fc.nat(9), (parts, first, second) => {
        const text = parts.join('');
        const [a, b] = [Math.min(first, text.length), Math.min(first + second, text.length)];
        const pieces = [
          { start: 0, end: a },
          { start: b, end: text.length },
        ];
        const [whole, each] = [[], [elsewhere]].map((torn) => normalise(text, pieces, NEWSPAPER_VOCABULARY, torn));
        assert.equal(whole!.text, each!.text);
        assert.deepEqual([...whole!.from], [...each!.from]);
        assert.deepEqual([...whole!.to], [...each!.to]);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('takes no text for simplified that has a character or phrase which OpenCC would change', () => {
    const { compatibility, characters, phrases } = resource('dictionaries/opencc');
    for (const entry of `${compatibility}|${characters}|${phrases}`.split('|')) {
      const text = entry.split(' ')[0]!;
      const isSuspect = Array.from({ length: text.length }).some((_, at) => mayBeTraditional(text.charCodeAt(at)));
      assert.ok(isSuspect || simplifyText(text) === text, text);
    }
  });
});
