import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../../server/src/text/resourcesAtHand.ts';
import { candidateTerms, core, endsInWords } from '../../server/src/corpus/terms.ts';
import { marked } from '../support/marks.ts';

function candidates(fixture: string): string[] {
  const { text, cursor } = marked(fixture);
  return candidateTerms(text, { start: cursor, end: cursor }).map(({ span }) => text.slice(span.start, span.end));
}

describe('the terms that a caret may mean', () => {
  it('begin with the title around it', () => {
    assert.equal(candidates('恪守《不扩散核武‸器条约》。')[0], '不扩散核武器条约');
  });

  it('neither begin nor end with framing words', () => {
    assert.deepEqual(candidates('解决阿富‸汗问题。'), ['阿富汗']);
  });

  it('are those that a framing word under it frames', () => {
    assert.deepEqual(candidates('阿富汗局‸势。'), ['阿富汗']);
  });

  it('are no general word alone', () => {
    assert.deepEqual(candidates('双方的条‸约。'), []);
  });

  it('cross no punctuation', () => {
    assert.ok(candidates('加强能源‸，石油生产').every((term) => !term.includes('石油')));
  });
});

describe('the core of a name', () => {
  it('is what is framed', () => {
    assert.equal(core('文化合作'), '文化');
  });

  it('is the name itself where nothing of its own would be left', () => {
    assert.equal(core('国际合作'), '国际合作');
    assert.equal(core('联合国'), '联合国');
  });

  it('is the name itself where only a number would be left', () => {
    assert.equal(core('第三世界'), '第三世界');
    assert.equal(core('三大倡议'), '三大倡议');
  });
});

describe('the ends of a stretch', () => {
  const ends = (fixture: string): number => {
    const { text, spans } = marked(fixture);
    return endsInWords(text, spans[0]!);
  };

  it('stand where words do', () => {
    assert.equal(ends('深化⟦石油⟧合作'), 0);
  });

  it('stand inside of a word, one or both', () => {
    assert.equal(ends('发展⟦中加⟧强合作'), 1);
    assert.equal(ends('深⟦化石⟧油合作'), 2);
  });

  it('are told in a text of any length', () => {
    const long = '双方强调，'.repeat(20);
    assert.equal(ends(`${long}深⟦化石⟧油合作，${long}`), 2);
  });
});
