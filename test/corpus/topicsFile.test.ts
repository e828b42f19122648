import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseTopicsFile, withOwnTopics } from '../../server/src/corpus/topicsFile.ts';
import { addName, type ChosenTopic } from '../../server/src/corpus/topicsFileEdits.ts';
import { sayIn } from '../../server/src/text/messages.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { topicNamed } from '../support/topics.ts';

const KNOWN = [topicNamed('peninsula', '朝鲜半岛问题', '朝鲜半岛'), topicNamed('energy', '能源合作')];

/** The topics of a file beside those that are known: id, label and names. */
function merged(text: string): string[] {
  return withOwnTopics(parseTopicsFile(text).topics, KNOWN).map(
    ({ id, label, names }) => `${id} ${label}: ${names.join(' ')}`,
  );
}

/** Each fault with the place that it is told at. */
function faults(text: string): string[] {
  const say = sayIn('zh-cn');
  return parseTopicsFile(text).faults.map(
    ({ position, message }) => `${position.line + 1}:${position.character + 1} ${say(message)}`,
  );
}

describe('a workspace’s own topics', () => {
  it('come before the known ones', () =>
    assert.deepEqual(merged('{ "topics": [{ "label": "航天", "names": ["載人航天"] }] }'), [
      '航天 航天: 载人航天 航天',
      'peninsula 朝鲜半岛问题: 朝鲜半岛问题 朝鲜半岛',
      'energy 能源合作: 能源合作',
    ]));
  it('are found by their label where they have no names', () =>
    assert.equal(merged('{ "topics": [{ "label": "月球科研" }] }')[0], '月球科研 月球科研: 月球科研'));
  it('add to a known one by its id', () =>
    assert.deepEqual(merged('{ "topics": [{ "id": "peninsula", "names": ["半岛局势"] }] }'), [
      'peninsula 朝鲜半岛问题: 半岛局势 朝鲜半岛问题 朝鲜半岛',
      'energy 能源合作: 能源合作',
    ]));
  it('add to a known one by its label', () =>
    assert.equal(
      merged('{ "topics": [{ "label": "能源合作", "names": ["油气合作"] }] }')[0],
      'energy 能源合作: 油气合作 能源合作',
    ));
  it('may have comments around them', () =>
    assert.equal(merged('// 我们的\n{ "topics": [{ "label": "航天", }, ], }').length, 3));
  it('may be in no file', () => assert.deepEqual(merged(''), merged('{}')));
});

describe('a faulty list of topics', () => {
  const cases: readonly [name: string, text: string, fault: string][] = [
    ['breaks off', '{ "topics": [', '1:14 前面的“[”没有相应的“]”'],
    ['is a list itself', '[]', '1:1 这里应是 {…} 形式的对象'],
    ['has another key', '{ "topic": [] }', '1:3 没有“topic”这一项，这里只能写topics'],
    [
      'has no list of topics',
      '{ "topics": {} }',
      '1:13 topics应是数组，每一项写一个主题，例如{"label": "能源合作", "names": ["能源合作", "油气合作"]}',
    ],
    [
      'has a topic without label',
      '{ "topics": [{ "names": ["航天"] }] }',
      '1:14 主题要写明label（标题）；给已有的主题添加名称时，也可以只写它的id',
    ],
    [
      'has a number for a label',
      '{ "topics": [{ "id": "a", "label": 1 }] }',
      '1:36 label应是加英文双引号的文字，不能是空的',
    ],
    [
      'has one name without a list',
      '{ "topics": [{ "label": "航天", "names": "航天" }] }',
      '1:40 这里应是数组，例如["朝鲜半岛", "半岛局势"]',
    ],
    [
      'has a name of one character',
      '{ "topics": [{ "label": "航天", "names": ["航"] }] }',
      '1:41 “航”太短，至少要两个字，否则会在不相干的词里找到',
    ],
    [
      'has another key in a topic',
      '{ "topics": [{ "label": "航天", "name": [] }] }',
      '1:31 主题里没有“name”这一项，可用的有：id、label、field、names、narrower、context、broader',
    ],
  ];
  for (const [name, text, fault] of cases) {
    it(name, () => assert.ok(faults(text).includes(fault), faults(text).join('\n')));
  }

  it('gives one name to two topics', () =>
    assert.deepEqual(
      faults('{ "topics": [{ "label": "甲类", "names": ["航天"] }, { "label": "乙类", "names": ["航天"] }] }'),
      ['1:77 “航天”已经是主题“甲类”的名称，一个名称只能属于一个主题'],
    ));
  it('keeps what can be understood', () =>
    assert.equal(
      merged('{ "topics": [{ "label": "航天", "names": ["航", "载人航天"] }, 1] }')[0],
      '航天 航天: 载人航天 航天',
    ));
});

describe('a name that is added to a topic', () => {
  const cases: readonly [name: string, before: string, topic: ChosenTopic, after: string][] = [
    [
      'of which the file says nothing',
      '{\n  // 半岛\n  "topics": [{ "label": "航天", "names": ["航天"] }]\n}\n',
      { id: 'energy', label: '能源合作' },
      '{\n  // 半岛\n  "topics": [{ "label": "航天", "names": ["航天"] },\n  {\n    "id": "energy",\n    "label": "能源合作",\n    "names": [\n      "油气合作"\n    ]\n  }]\n}\n',
    ],
    [
      'that has an entry by its id',
      '{ "topics": [{ "id": "energy", "label": "能源", "names": [] }] }',
      { id: 'energy', label: '能源合作' },
      '{ "topics": [{ "id": "energy", "label": "能源", "names": ["油气合作"] }] }',
    ],
    [
      'that has an entry',
      '{ "topics": [{ "label": "航天", "names": ["航天"] /* 先写 */ }] }',
      { label: '航天' },
      '{ "topics": [{ "label": "航天", "names": ["航天", "油气合作"] /* 先写 */ }] }',
    ],
    [
      'that has an entry without names',
      '{ "topics": [{ "label": "航天" }] }',
      { label: '航天' },
      '{ "topics": [{ "label": "航天", "names": ["油气合作"] }] }',
    ],
  ];
  const compact = (text: string): string => text.replace(/\s+/g, ' ').replace(/([[{]) | ([\]}])/g, '$1$2');

  for (const [name, before, topic, after] of cases) {
    it(`${name}, leaves the rest as it is`, () => {
      const edits = addName(before, topic, '油气合作');
      assert.ok(edits);
      const result = applyEdits(before, edits);
      assert.equal(compact(result), compact(after));
      assert.deepEqual(faults(result), []);
    });
  }

  it('makes the file', () => {
    const edits = addName('', { label: '能源' }, '油气合作');
    const text = applyEdits('', edits ?? []);
    assert.deepEqual(JSON.parse(text), { topics: [{ label: '能源', names: ['能源', '油气合作'] }] });
    assert.ok(text.endsWith('}\n'));
  });

  it('does not touch what is no list of topics', () => {
    assert.equal(addName('[]', { id: 'energy', label: '能源合作' }, '油气合作'), undefined);
    assert.equal(addName('{ "topics": 1 }', { id: 'energy', label: '能源合作' }, '油气合作'), undefined);
  });
});
