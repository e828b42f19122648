import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../../server/src/text/resourcesAtHand.ts';
import { aboutness } from '../../server/src/corpus/aboutness.ts';
import { namedSubject, topicSubject } from '../../server/src/corpus/subject.ts';
import { topicOf } from '../support/knownTopic.ts';

const DRUGS = topicOf('drugs', ['禁毒', '毒品'], { narrower: ['贩毒'], context: ['走私'] });
const CRIME = topicOf('crime', ['跨国犯罪', '贩毒集团']);
const TRADE = topicOf('trade', ['贸易']);
const TOPICS = [DRUGS, CRIME, TRADE];
const subject = topicSubject(DRUGS, { start: 0, end: 2 }, [], TOPICS);

const about = (text: string): number => aboutness(text, subject, TOPICS).score;
const marks = (text: string): string[] =>
  aboutness(text, subject, TOPICS).marks.map(({ start, end }) => text.slice(start, end));

describe('a passage is about a subject', () => {
  it('more, the more often it names it', () => {
    assert.ok(about('加强禁毒合作，打击毒品犯罪。') > about('加强禁毒合作，打击各类犯罪。'));
  });

  it('more, the earlier it does', () => {
    const before = '双方高度评价两国元首会晤成果，一致同意继续深化各领域务实合作，';
    assert.ok(about(`加强禁毒合作，${before}`) > about(`${before}加强禁毒合作。`));
  });

  it('less, the more else it names', () => {
    assert.ok(about('加强禁毒合作，发展友谊。') > about('加强禁毒合作，发展贸易。'));
  });

  it('less where the name is one of a list', () => {
    assert.ok(about('开展打击毒品合作。') > about('开展教育、毒品、文化合作。'));
  });

  it('less by a narrower word than by its name', () => {
    assert.ok(about('打击毒品。') > about('打击贩毒。'));
  });

  it('less where the word is part of another topic’s name', () => {
    assert.ok(about('打击贩毒。') > about('打击贩毒集团。'));
  });

  it('not at all by context words alone', () => {
    assert.equal(about('打击走私。'), 0);
  });

  it('and marks the words that say so, in order', () => {
    assert.deepEqual(marks('打击走私毒品和贩毒，加强禁毒。'), ['走私', '毒品', '贩毒', '禁毒']);
  });

  it('not by a short word that others share their characters with', () => {
    const fossils = namedSubject({ start: 0, end: 2 }, ['化石']);
    assert.equal(aboutness('深化石油合作。', fossils, []).score, 0);
    assert.ok(aboutness('发现恐龙化石。', fossils, []).score > 0);
  });
});
