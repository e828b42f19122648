import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { applyEdits } from '../../server/src/text/edits.ts';
import { check, fix, problemsOf } from './specification.ts';

const MANY =
  '雙方聲明,關⟦(guān)⟧系和關⟦(guān)⟧系應⟦(yīng)⟧當發⟦(fā)⟧展,聯⟦(lián)⟧合國應⟦(yīng)⟧當發⟦(fā)⟧揮作用,中俄友好,世界和平。';

describe('char.pinyin', () => {
  it('marks readings that are put in throughout', () => {
    check('char.pinyin', MANY);
  });

  it('deletes the reading and nothing else', () => {
    fix(
      'char.pinyin',
      `${MANY}(以下稱“雙方”)(AUKUS)`,
      MANY.replace('⟦(guān)⟧', '').replace(/[⟦⟧]/g, '') + '(以下稱“雙方”)(AUKUS)',
    );
  });

  it('leaves a text alone in which every character has its reading', () => {
    check('char.pinyin', '白(bái)日(rì)依(yī)山(shān)盡(jìn),黃(huáng)河(hé)入(rù)海(hǎi)流(liú)。');
  });

  it('leaves a text alone that explains each hard word once', () => {
    check('char.pinyin', '滇(diān)池在昆明附近,邕(yōng)江流過南寧,亳(bó)州在安徽,這些地名不容易讀。');
  });

  it('leaves characters with several readings alone', () => {
    check(
      'char.pinyin',
      '長(cháng)江很長(cháng),校長(zhǎng)成長(zhǎng)了;行(xíng)走,銀行(háng);重(zhòng)要,重(chóng)複。這是一篇講多音字的短文,供教學之用。',
    );
  });
});

describe('char.torn', () => {
  it('marks what was torn, and restores it', () => {
    fix('char.torn', '雙方⟦?jīng)Q⟧心加強合作。', '雙方決心加強合作。');
  });

  it('leaves a question mark in a sentence alone', () => {
    check('char.torn', '還沒賬號?立即注冊。是嗎?他問。');
  });
});

describe('the text of 2024', () => {
  const text = readFileSync('seeds/2024-05-16.txt', 'utf8');
  const problems = problemsOf(text).filter(({ code }) => code === 'char.pinyin' || code === 'char.torn');
  const fixes = problems.flatMap((problem) => (problem.fixes?.[0]?.safe ? [problem.fixes[0]] : []));
  const restored = applyEdits(
    text,
    fixes.flatMap((one) => one.edits),
  );

  it('is restored by safe fixes alone', () => assert.equal(fixes.length, problems.length));

  it('has no bracket left but its own', () => {
    assert.deepEqual(restored.match(/\([^)]*\)/g), [
      '(以下稱“雙方”)',
      '(包括主權儲備)',
      '(在債券發行領域)',
      '(含數字商品市場)',
      '(大烏蘇里島)',
      '(塔拉巴羅夫島和博利紹伊烏蘇里斯基島)',
      '(草案)',
      '(包括海洋污染)',
      '(AUKUS)',
      '(CELAC)',
      '(MERCOSUR)',
      '(AP)',
      '(CAN)',
      '(ALBA)',
      '(SICA)',
      '(CARICOM)',
      '(署)',
      '(桂)',
      '(桂)',
    ]);
    assert.ok(!/\(|\)/.test(restored.replace(/\([^)]*\)/g, '')));
  });

  it('reads at its torn places as it was printed', () => {
    for (const words of [
      '這些客觀因素加速了發展潛力、資源、機遇等的重新分配',
      '雙方決心對彼此在本國的國家財產',
      '雙方決心在尊重各國國情',
      '各領域對亞太地區戰略穩定',
    ]) {
      assert.ok(restored.includes(words), words);
    }
  });

  it('has nothing more to restore', () => {
    assert.deepEqual(
      problemsOf(restored).filter(({ code }) => code === 'char.pinyin' || code === 'char.torn'),
      [],
    );
  });
});
