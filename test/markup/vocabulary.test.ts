import assert from 'node:assert/strict';
import { it } from 'node:test';
import { extendedVocabulary, NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';

it('has the tags that were added, and asks nothing of them', () => {
  const { definitions, byCode, byName, order } = extendedVocabulary(NEWSPAPER_VOCABULARY, new Map([['LY', '来源']]));
  const added = byCode.get('LY');
  assert.deepEqual([added?.name, added?.required], ['来源', false]);
  assert.equal(byName.get('来源'), added);
  assert.equal(definitions.length, NEWSPAPER_VOCABULARY.definitions.length + 1);
  assert.deepEqual(order, NEWSPAPER_VOCABULARY.order);
});

it('keeps what codes and names of the newspaper mean', () => {
  const more = new Map([
    ['BT', '题目'],
    ['BX', '标题'],
  ]);
  const { byCode, byName } = extendedVocabulary(NEWSPAPER_VOCABULARY, more);
  assert.equal(byCode.get('BT')?.name, '标题');
  assert.equal(byName.get('标题')?.code, 'BT');
  assert.equal(byName.get('题目'), undefined);
});

it('is the same where nothing is added', () =>
  assert.equal(extendedVocabulary(NEWSPAPER_VOCABULARY, new Map()), NEWSPAPER_VOCABULARY));
