import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../../server/src/text/resourcesAtHand.ts';
import { shortFormPlaces, shortFormsIn } from '../../server/src/corpus/shortForms.ts';

describe('what a statement says instead of a longer name', () => {
  const defined = (text: string): string[] => shortFormsIn([text]).map(({ short, long }) => `${short} = ${long}`);

  it('is what it defines behind a title', () => {
    assert.deepEqual(defined('签署《中蒙友好合作关系条约》（以下简称《条约》）。'), ['条约 = 中蒙友好合作关系条约']);
  });

  it('is what it defines behind a bare name, which begins as its short form does', () => {
    assert.deepEqual(defined('双方在上海合作组织（以下称“上合组织”）框架内合作。'), ['上合组织 = 上海合作组织']);
  });

  it('is no role that nobody abbreviates', () => {
    assert.deepEqual(defined('中华人民共和国和蒙古国（以下称“双方”）声明如下'), []);
  });

  it('is the last word of the first title that ends so', () => {
    const texts = ['签署《中蒙友好合作关系条约》。', '遵守《不扩散核武器条约》。'];
    assert.deepEqual(
      shortFormsIn(texts).map(({ short, long, implied }) => [short, long, implied]),
      [['条约', '中蒙友好合作关系条约', true]],
    );
  });
});

describe('the places of a short form', () => {
  const [form] = shortFormsIn(['签署《中蒙友好合作关系条约》。']);
  const places = (text: string): number[] => shortFormPlaces(text, form!).map(({ start }) => start);

  it('are where it stands alone', () => {
    assert.deepEqual(places('双方恪守条约。条约第三条规定'), [4, 7]);
  });

  it('are not at the end of other names', () => {
    assert.deepEqual(places('中导条约和《不扩散核武器条约》'), []);
  });
});
