import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols.ts';
import type { Topic } from '../../server/src/corpus/topic.ts';
import { topicNamed } from '../support/topics.ts';
import { contextOf, RECORD_HEAD } from './support.ts';

const FILES = {
  'file:///a.txt': '甲国和乙国联合声明\n\n一、双方支持朝鲜半岛无核化。\n\n二、双方深化能源合作。\n',
  'file:///b.txt': `${RECORD_HEAD}〖ZW/正文〗\n    一、雙方關(guān)注朝鮮半島局勢。\n    二、乙。\n〖-ZW/正文〗\n`,
};

const TOPICS = [topicNamed('peninsula', '半岛问题', '朝鲜半岛'), topicNamed('space', '航天')];

function symbolsFor(query: string, topics: readonly Topic[] = []) {
  return workspaceSymbols({ ...contextOf(FILES), topics }, query);
}

function namesFor(query: string): string[] {
  return symbolsFor(query).map(({ name }) => name);
}

describe('workspace symbols', () => {
  it('find a section by its words', () => assert.deepEqual(namesFor('能源'), ['二、双方深化能源合作']));
  it('find traditional script by simplified', () =>
    assert.deepEqual(namesFor('朝鲜半岛局势'), ['一、雙方關注朝鮮半島局勢']));
  it('find by characters in order', () => assert.deepEqual(namesFor('深能合'), ['二、双方深化能源合作']));
  it('put what holds the query before what holds its characters', () =>
    assert.equal(namesFor('双方支持')[0], '一、双方支持朝鲜半岛无核化'));
  it('find nothing for what nobody says', () => assert.deepEqual(namesFor('火星'), []));
  it('list everything for nothing', () => assert.equal(namesFor('').length, 6));

  it('tell where and in which statement', () => {
    const [found] = symbolsFor('朝鲜半岛局势');
    const text = FILES['file:///b.txt'];
    assert.equal(found?.container, '联合声明');
    assert.ok(found && text.slice(found.span.start).startsWith('一、雙'));
  });

  it('find a topic that some statement names, by any of its names', () => {
    const [topic, section] = symbolsFor('朝鲜半岛', TOPICS);
    assert.deepEqual([topic?.kind, topic?.name, topic?.container], ['topic', '半岛问题', '主题，2 篇声明谈到']);
    const text = FILES['file:///b.txt'];
    assert.ok(topic && text.slice(topic.span.start).startsWith('一、雙方'));
    assert.equal(section?.kind, 'section');
  });
  it('leave out topics that nobody speaks of', () => assert.deepEqual(symbolsFor('航天', TOPICS), []));

  it('are not more than an editor can show', () => {
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`file:///${index}.txt`, FILES['file:///a.txt']]),
    );
    assert.equal(workspaceSymbols(contextOf(files), '').length, 256);
  });
});
