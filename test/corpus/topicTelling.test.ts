import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../../server/src/text/resourcesAtHand.ts';
import { scanningIndex } from '../../server/src/corpus/corpusIndex.ts';
import { memoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import { topicTelling } from '../../server/src/corpus/topicTelling.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { parseDocument } from '../../server/src/statement/document.ts';
import { topicOf } from '../support/knownTopic.ts';

const COOPERATION = topicOf('partnership', ['伙伴关系']);
const ARCTIC = topicOf('arctic', ['北极', '北方航道']);
const SPORT = topicOf('sport', ['体育']);

function telling(texts: readonly string[], corpusTexts: readonly string[]) {
  const corpus = memoryCorpus();
  corpus.set({
    uri: 'a',
    document: parseDocument(`联合声明\n${corpusTexts.join('\n')}`, NEWSPAPER_VOCABULARY),
  });
  const index = scanningIndex(corpus, NEWSPAPER_VOCABULARY);
  const topics = [COOPERATION, ARCTIC, SPORT];
  const search = { index, topics, vocabulary: NEWSPAPER_VOCABULARY, own: [], isOwn: () => false };
  return topicTelling(search, texts);
}

describe('what it tells that a text speaks of a topic', () => {
  const CORPUS = ['一、深化伙伴关系。', '二、巩固伙伴关系，开发北极。', '三、发展伙伴关系，利用北方航道。'];

  it('is the less, the more passages say so too', () => {
    const tells = telling(['在伙伴关系中开发北极。'], CORPUS);
    assert.ok(tells(COOPERATION) < tells(ARCTIC));
  });

  it('is nothing where all passages say so', () => {
    assert.equal(telling(['伙伴关系'], CORPUS)(COOPERATION), 0);
  });

  it('is what the commonest of the words tells', () => {
    assert.equal(
      telling(['开发北极，利用体育和北方航道'], [...CORPUS, '四、保护北极。'])(ARCTIC),
      telling(['开发北极'], [...CORPUS, '四、保护北极。'])(ARCTIC),
    );
  });

  it('is the usual for a topic that the text does not name', () => {
    const tells = telling(['伙伴关系'], CORPUS);
    assert.equal(tells(SPORT), tells(ARCTIC));
    assert.ok(tells(SPORT) > 0);
  });
});
