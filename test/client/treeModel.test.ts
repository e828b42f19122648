import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { SameTopicPassage, TopicMatrixResult } from '../../server/src/protocol/protocol.ts';
import {
  beginning,
  type CaretNode,
  excerptOf,
  idOf,
  statementsOfCaret,
  statementsOfTopic,
  titleOf,
  topicBranches,
} from '../../client/src/topics/treeModel.ts';

const place = (file: string, start = 0) => ({
  uri: `file:///${file}`,
  file,
  offset: [start, start + 10] as const,
  range: { start: { line: 0, character: start }, end: { line: 0, character: start + 10 } },
});
const cell = (statement: number, count: number) => ({ statement, count, places: [] });
const MATRIX: TopicMatrixResult = {
  statements: [
    { ...place('2002.txt'), title: '联合声明', date: '2002-12-02' },
    { ...place('2014.txt'), title: '', date: '2014-05-20' },
  ],
  topics: [
    {
      id: 'korea',
      label: '朝鲜半岛',
      names: ['朝鲜半岛', '朝核'],
      field: 'regions',
      source: 'lexicon',
      cells: [cell(0, 2), cell(1, 1)],
    },
    { id: 'energy', label: '能源', names: ['能源'], field: 'energy', source: 'lexicon', cells: [cell(1, 4)] },
    { id: 'own', label: '自定', names: ['自定'], field: '', source: 'workspace', cells: [cell(1, 1)] },
  ],
  indexing: false,
};
const FIELDS: Readonly<Record<string, string>> = { regions: '地区与热点', energy: '能源' };
const branches = (filter: string) => topicBranches(MATRIX, filter, (field) => FIELDS[field] ?? field);

const passage = (file: string, start: number, date: string): SameTopicPassage => ({
  ...place(file, start),
  section: '一',
  statement: { title: '联合声明', date },
  score: 1,
  excerpt: '',
  printed: { text: '', marks: [] },
});

suite('the tree', () => {
  test('has the topics with their passages counted: one’s own, then those that most statements name', () => {
    assert.deepEqual(
      branches('').map(({ topic, passages }) => [topic.label, passages]),
      [
        ['自定', 1],
        ['朝鲜半岛', 3],
        ['能源', 4],
      ],
    );
  });

  test('is filtered by all names of a topic, and by its field', () => {
    const labels = (filter: string) => branches(filter).map(({ topic }) => topic.label);
    assert.deepEqual(labels('朝核'), ['朝鲜半岛']);
    assert.deepEqual(labels('热点 半岛'), ['朝鲜半岛']);
    assert.deepEqual(labels('热点 能源'), []);
  });

  test('has the statements of a topic in the order of their dates', () => {
    const [korea] = branches('半岛');
    assert.deepEqual(
      statementsOfTopic(korea!, MATRIX.statements).map(({ statement, count }) => [
        statement.date,
        titleOf(statement),
        count,
      ]),
      [
        ['2002-12-02', '联合声明', 2],
        ['2014-05-20', '2014.txt', 1],
      ],
    );
  });

  test('has under the caret each statement once, that with the best passage first', () => {
    const passages = [
      passage('b.txt', 0, '2014-05-20'),
      passage('a.txt', 0, '2002-12-02'),
      passage('b.txt', 30, '2014-05-20'),
    ];
    const query = { ...place('c.txt'), text: '半岛', topic: null, printed: { text: '半岛', marks: [] } };
    const caret: CaretNode = { kind: 'caret', position: { line: 0, character: 0 }, result: { query, passages } };
    assert.deepEqual(
      statementsOfCaret(caret).map(({ statement, count }) => [statement.file, count]),
      [
        ['b.txt', 2],
        ['a.txt', 1],
      ],
    );
  });

  test('tells its nodes apart, and knows them again', () => {
    const nodes = branches('').flatMap((branch) => [branch, ...statementsOfTopic(branch, MATRIX.statements)]);
    assert.equal(new Set(nodes.map(idOf)).size, nodes.length);
    assert.equal(idOf(branches('半岛')[0]!), idOf(branches('朝核')[0]!));
  });
});

suite('what a passage is shown as', () => {
  test('begins shortly before the first mark', () => {
    const text = `${'甲'.repeat(20)}朝鲜半岛${'乙'.repeat(200)}`;
    const { text: shown, marks } = excerptOf({
      text,
      marks: [
        [20, 24],
        [222, 224],
      ],
    });
    assert.ok(shown.startsWith(`…${'甲'.repeat(12)}朝鲜半岛`) && shown.endsWith('…'));
    assert.deepEqual(
      marks.map(([start, end]) => shown.slice(start, end)),
      ['朝鲜半岛'],
    );
  });

  test('is all of it where it is short', () => {
    assert.deepEqual(excerptOf({ text: '维护半岛和平。', marks: [[2, 4]] }), {
      text: '维护半岛和平。',
      marks: [[2, 4]],
    });
  });

  test('never tears a character', () => {
    const text = '𠀀'.repeat(100);
    const { text: shown } = excerptOf({ text, marks: [[41, 42]] });
    assert.doesNotThrow(() => encodeURIComponent(shown));
    assert.equal(beginning(text, 2), '𠀀𠀀…');
  });
});
