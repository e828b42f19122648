import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../../server/src/text/resourcesAtHand.ts';
import type { SameTopicAnswer } from '../../server/src/corpus/corpus.ts';
import { scanningIndex } from '../../server/src/corpus/corpusIndex.ts';
import { memoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import { sameTopic } from '../../server/src/corpus/sameTopic.ts';
import type { Topic } from '../../server/src/corpus/topic.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { parseDocument } from '../../server/src/statement/document.ts';
import { topicOf } from '../support/knownTopic.ts';
import { marked } from '../support/marks.ts';

const ENERGY = topicOf('energy', ['能源'], { narrower: ['天然气'] });
const GAS = topicOf('gas', ['天然气'], { broader: ['energy'] });
const LNG = topicOf('lng', ['液化天然气'], { broader: ['gas'] });
const CULTURE = topicOf('culture', ['文化'], { narrower: ['博物馆'] });
const DRUGS = topicOf('drugs', ['禁毒'], { context: ['走私'] });
const TOPICS = [ENERGY, GAS, LNG, CULTURE, DRUGS];

/** Asks at the cursor of `fixture`, whose statement stands among `others`. */
function ask(fixture: string, others: Readonly<Record<string, string>>, topics: readonly Topic[] = TOPICS) {
  const { text, cursor } = marked(fixture);
  const corpus = memoryCorpus();
  const statements = Object.entries({ asked: text, ...others });
  for (const [uri, body] of statements) {
    corpus.set({ uri, document: parseDocument(`联合声明\n${body}`, NEWSPAPER_VOCABULARY) });
  }
  const offset = '联合声明\n'.length + cursor;
  const index = scanningIndex(corpus, NEWSPAPER_VOCABULARY);
  return sameTopic({ corpus, index, topics }, 'asked', { start: offset, end: offset });
}

const places = (answer: SameTopicAnswer | undefined): string[] =>
  (answer?.passages ?? []).map(({ uri, section }) => `${uri} ${section}`);

describe('a known topic', () => {
  it('is asked for by any of its words, and found by any other', () => {
    const answer = ask('一、加强博物‸馆间交流。', { a: '一、扩大文化往来。\n二、发展铁路运输。' });
    assert.deepEqual(answer?.query.topic, { id: 'culture', label: '文化', names: ['文化', '博物馆'] });
    assert.deepEqual(places(answer), ['a 一']);
  });

  it('is that of the longest word that covers the caret', () => {
    assert.equal(ask('一、建设液化天然‸气项目。', {})?.query.topic?.id, 'lng');
  });

  it('is that of the word that the caret stands before', () => {
    assert.equal(ask('一、发展能源‸文化。', {})?.query.topic?.id, 'culture');
  });

  it('is meant by the framing words beside its name', () => {
    assert.equal(ask('一、深化能源领‸域合作。', {})?.query.topic?.id, 'energy');
  });

  it('is not meant by a context word without company', () => {
    assert.notEqual(ask('一、打击走‸私。', { a: '一、加强禁毒。' })?.query.topic?.id, 'drugs');
    assert.equal(ask('一、加强禁毒，打击走‸私。', {})?.query.topic?.id, 'drugs');
  });

  it('of the workspace comes before that of the product', () => {
    const own = topicOf('own', ['能源'], { source: 'workspace' });
    assert.equal(ask('一、深化能‸源合作。', {}, [own, ...TOPICS])?.query.topic?.id, 'own');
  });

  it('is not looked for in what only mentions it, where its statement says more', () => {
    const a =
      '一、扩大文化往来，办好文化节，支持文化机构直接联系。\n二、加强能源合作，保障天然气供应，发展能源科技，并同时推进双方在教育、文化、卫生等领域的联系。';
    assert.deepEqual(places(ask('一、促进文‸化发展。', { a })), ['a 一']);
  });
});

describe('a statement without the topic', () => {
  const asked = '一、双方将深化能源合作，保障能源安全，建设液化天然‸气项目。';

  it('answers with what contains the topic, if the asked passage speaks of that', () => {
    const a = '一、扩大能源合作，完善能源市场，保障能源供应。\n二、文化。';
    const b = '一、建设液化天然气项目。\n二、加强能源合作。';
    assert.deepEqual(places(ask(asked, { a, b })), ['b 一', 'a 一']);
  });

  it('answers with what is related to the topic', () => {
    const safety = topicOf('safety', ['信息安全'], { related: ['cyber'] });
    const cyber = topicOf('cyber', ['网络安全']);
    const a = '一、维护网络安全，打击网络安全威胁。\n二、发展文化。';
    const b = '一、维护信息安全。\n二、应对网络安全挑战。';
    const answer = ask('一、加强信息安‸全合作。', { a, b }, [...TOPICS, safety, cyber]);
    assert.deepEqual(places(answer), ['b 一', 'a 一']);
  });

  it('answers nothing where the asked passage speaks of the topic alone', () => {
    const a = '一、加强能源合作。';
    assert.deepEqual(places(ask('一、建设液化天然‸气项目。', { a })), []);
  });
});

describe('a section', () => {
  it('is answered with what is said on its main topics, where nothing is like it', () => {
    const c = '一、能源合作。\n二、文化往来与文化交流，文化。';
    const answer = ask('‸一、双方在博物馆和文化节方面加强文化联系，扩大文化往来。', {
      a: '一、双方在博物馆和文化节方面加强文化联系，扩大文化往来与其他。\n二、深化能源合作。',
      c,
    });
    assert.deepEqual(places(answer), ['a 一', 'c 二']);
  });
});

describe('what nobody else has', () => {
  it('is answered with nothing, be it a known topic', () => {
    assert.deepEqual(places(ask('一、加强禁‸毒合作。', { a: '一、加强能源合作。' })), []);
  });

  it('is not answered with what has its general words', () => {
    const answer = ask('一、开展网状伙‸伴外交，发展能源、文化、禁毒等合作。', {
      a: '一、各方建立了伙伴关系。',
      b: '一、开展外交磋商。',
    });
    assert.deepEqual(places(answer), []);
  });
});

describe('a short form', () => {
  const TREATY = '双方签署《中波友好合作条约》';

  it('of the asked statement stands for its long form', () => {
    const answer = ask(`一、${TREATY}（以下称“条约”）。\n二、双方恪守条‸约。`, {
      a: `一、${TREATY}。`,
      b: '一、遵守《不扩散核武器条约》。',
    });
    assert.deepEqual(places(answer), ['a 一']);
  });

  it('of another statement is found there', () => {
    const answer = ask('一、签署《中波友好合‸作条约》。', {
      a: `一、${TREATY}。\n二、条约具有重要意义。\n三、遵守中导条约。`,
    });
    assert.deepEqual(places(answer).toSorted(), ['a 一', 'a 二']);
  });
});

describe('the same statement in another file', () => {
  it('is no other statement', () => {
    const text =
      '一、双方将继续深化能源领域的务实合作，保障供应安全。\n二、双方商定定期举办文化交流活动、展览和巡回演出。';
    assert.deepEqual(places(ask(text.replace('能源', '能‸源'), { copy: text, other: '一、能源合作。' })), ['other 一']);
  });
});
