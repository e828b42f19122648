import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { commonBlocks } from '../../client/webview/editScript.ts';
import { compareWordings, type Piece } from '../../client/webview/wording.ts';

const MARKS = { kept: ['', ''], everywhere: ['', ''], added: ['＋', '＋'], dropped: ['－', '－'] } as const;

/** The pieces of a text, what is new between ＋ and what is gone between －. */
function marked(pieces: readonly Piece[] = []): string {
  return pieces.map(({ kind, text }) => `${MARKS[kind][0]}${text}${MARKS[kind][1]}`).join('');
}

const plain = (text: string) => ({ shown: text, compared: text });

/** How the last of some texts looks beside those before it. */
const last = (...texts: string[]): string => marked(compareWordings(texts.map(plain), 'previous').at(-1));

suite('how a formulation changed', () => {
  test('what was said before is not marked', () => {
    assert.equal(last('双方主张和平解决。', '双方主张和平解决。'), '双方主张和平解决。');
  });

  test('what is new and what is gone is marked, each where it stands', () => {
    assert.equal(
      last('双方主张和平解决半岛问题。', '双方重申主张政治解决半岛问题。'),
      '双方＋重申＋主张－和平－＋政治＋解决半岛问题。',
    );
  });

  test('of two ways to see a clause that was added, the one that is a clause is taken', () => {
    assert.equal(
      last('双方加强政治互信，深化经济合作，扩大交流。', '双方加强政治互信，深化军事合作，深化经济合作，扩大交流。'),
      '双方加强政治互信，＋深化军事合作，＋深化经济合作，扩大交流。',
    );
  });

  test('a phrase that stands elsewhere is neither new nor gone', () => {
    assert.equal(
      last('维护半岛和平稳定，推动对话协商进程。', '推动对话协商进程，维护半岛和平稳定。'),
      '－，－推动对话协商进程＋，＋维护半岛和平稳定。',
    );
  });

  test('a character that is the same by chance does not tear what is new', () => {
    assert.equal(last('双方反对单边制裁。', '双方愿扩大经贸往来。'), '双方－反对单边制裁－＋愿扩大经贸往来＋。');
  });

  test('traditional characters are compared by their simplified ones', () => {
    const [, after] = compareWordings(
      [plain('双方主张和平'), { shown: '雙方主張永久和平', compared: '双方主张永久和平' }],
      'previous',
    );
    assert.equal(marked(after), '雙方主張＋永久＋和平');
  });

  test('where the forms are not alike character by character, what is shown is compared', () => {
    const [, after] = compareWordings([plain('软件'), { shown: '軟體開發', compared: '软件' }], 'previous');
    assert.equal(marked(after), '－软件－＋軟體開發＋');
  });

  test('characters beyond the first plane are not torn', () => {
    assert.equal(last('𠀀𠀁𠀂', '𠀀𠀁𠀃'), '𠀀𠀁－𠀂－＋𠀃＋');
  });

  test('what all have in common is known from what two have', () => {
    const texts = ['朝鲜半岛无核化目标', '朝鲜半岛和平机制', '关于朝鲜半岛和平机制'].map(plain);
    const common = compareWordings(texts, 'previous').map((pieces) =>
      pieces.filter(({ kind }) => kind === 'everywhere').map(({ text }) => text),
    );
    assert.deepEqual(common, [['朝鲜半岛'], ['朝鲜半岛'], ['朝鲜半岛']]);
  });

  test('each may be compared with the first', () => {
    const texts = ['双方主张对话', '双方主张对话协商', '双方主张对话协商谈判'].map(plain);
    assert.equal(marked(compareWordings(texts, 'previous')[2]), '双方主张对话协商＋谈判＋');
    assert.equal(marked(compareWordings(texts, 'first')[2]), '双方主张对话＋协商谈判＋');
  });
});

suite('whatever the texts', () => {
  const word = fc
    .array(fc.constantFrom(...'双方主张和平，。'), { maxLength: 60 })
    .map((characters) => characters.join(''));

  test('the pieces make up the text', () => {
    fc.assert(
      fc.property(word, word, (before, after) => {
        const [, pieces = []] = compareWordings([plain(before), plain(after)], 'previous');
        assert.equal(pieces.map(({ kind, text }) => (kind === 'dropped' ? '' : text)).join(''), after);
      }),
      { seed: 20140520 },
    );
  });

  test('common blocks are as long together as the longest common subsequence, in order, and equal', () => {
    fc.assert(
      fc.property(word, word, (before, after) => {
        const [a, b] = [before, after].map((text) => Int32Array.from(text, (one) => one.charCodeAt(0)));
        const blocks = commonBlocks(a!, b!);
        let [endA, endB] = [0, 0];
        for (const block of blocks) {
          assert.ok(block.before >= endA && block.after >= endB);
          [endA, endB] = [block.before + block.length, block.after + block.length];
          assert.equal(before.slice(block.before, endA), after.slice(block.after, endB));
        }
        assert.equal(
          blocks.reduce((sum, { length }) => sum + length, 0),
          longestCommon(before, after),
        );
      }),
      { seed: 20140520 },
    );
  });
});

/** The textbook table. */
function longestCommon(before: string, after: string): number {
  let row = Array.from({ length: after.length + 1 }, () => 0);
  for (const one of before) {
    const next = [0];
    [...after].forEach((other, at) => next.push(one === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!)));
    row = next;
  }
  return row.at(-1) ?? 0;
}
