import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { SameTopicPassage, TopicMatrixResult, TopicPassagesResult } from '../../server/src/protocol/protocol.ts';
import {
  columnsOf,
  comparedParagraph,
  comparedTopic,
  firstChoice,
  withinReason,
} from '../../client/src/topics/compared.ts';

const place = (file: string, start: number, end: number) => ({
  uri: `file:///${file}`,
  file,
  offset: [start, end] as const,
  range: { start: { line: 0, character: start }, end: { line: 0, character: end } },
});
const passage = (file: string, start: number, date: string, score: number): SameTopicPassage => ({
  ...place(file, start, start + 5),
  section: '三/五',
  statement: { title: '联合声明', date },
  score,
  excerpt: '',
  printed: { text: `第${start}处`, marks: [] },
  simplified: { text: `第${start}处`, marks: [] },
});
const topicResult = (...files: (readonly [file: string, date: string, score: number])[]): TopicPassagesResult => ({
  topic: { id: 'korea', label: '朝鲜半岛', names: ['朝鲜半岛'], field: '', source: 'lexicon' },
  statements: files.map(([file, date, score]) => ({
    statement: { ...place(file, 0, 100), title: '联合声明', date },
    passages: [passage(file, 10, date, score)],
  })),
});

suite('what is compared', () => {
  test('are all statements that name the topic, each with its passages', () => {
    const { title, statements } = comparedTopic(
      topicResult(['a.txt', '2002-12-02', 1], ['b.txt', '2014-05-20', 1]),
      '',
    );
    assert.equal(title, '朝鲜半岛');
    assert.deepEqual(
      statements.map(({ date, passages }) => [date, passages]),
      [
        ['2002-12-02', 1],
        ['2014-05-20', 1],
      ],
    );
  });

  test('is a paragraph beside those like it, in the order of dates, in the statement in which it stands', () => {
    const query = {
      ...place('b.txt', 20, 30),
      text: '双方',
      topic: null,
      printed: { text: '双方重申维护半岛和平稳定很重要', marks: [] },
    };
    const passages = [
      passage('c.txt', 50, '2024-05-16', 0.9),
      passage('a.txt', 0, '2002-12-02', 0.5),
      passage('c.txt', 5, '2024-05-16', 0.4),
    ];
    const matrix: TopicMatrixResult = {
      statements: [
        { ...place('b.txt', 0, 10), title: '另一篇', date: '1999-01-01' },
        { ...place('b.txt', 10, 90), title: '新阶段联合声明', date: '2014-05-20' },
      ],
      topics: [],
      indexing: false,
    };
    const { title, statements } = comparedParagraph({ query, passages }, matrix);
    assert.equal(title, '双方重申维护半岛和平稳定…');
    assert.deepEqual(
      statements.map((one) => [one.date, one.title, ...one.texts.map(({ printed }) => printed.text)]),
      [
        ['2002-12-02', '联合声明', '第0处'],
        ['2014-05-20', '新阶段联合声明', '双方重申维护半岛和平稳定很重要'],
        ['2024-05-16', '联合声明', '第5处', '第50处'],
      ],
    );
  });

  test('has a key for each statement, even for two of one name in one file', () => {
    const { statements } = comparedTopic(topicResult(['a.txt', '2002-12-02', 1], ['a.txt', '2002-12-02', 1]), '');
    assert.equal(new Set(statements.map(({ key }) => key)).size, 2);
  });
});

suite('what is chosen at first', () => {
  const years = ['1999', '2002', '2004', '2014', '2017', '2024'];
  const many = comparedTopic(
    topicResult(...years.map((year, at) => [`${year}.txt`, `${year}-01-01`, at / 10] as const)),
    '',
  );
  const chosen = (from?: string) => columnsOf(many, firstChoice(many, from)).map(({ date }) => date.slice(0, 4));

  test('are those that say most, in the order of dates', () => {
    assert.deepEqual(chosen(), ['2004', '2014', '2017', '2024']);
  });

  test('is the statement that the user is in, whatever it says', () => {
    assert.deepEqual(chosen('file:///1999.txt'), ['1999', '2014', '2017', '2024']);
  });

  test('are all where they are few', () => {
    const few = comparedTopic(topicResult(['a.txt', '2002-12-02', 0], ['b.txt', '2014-05-20', 0]), '');
    assert.equal(firstChoice(few).length, 2);
  });
});

test('of many that are chosen at once, those are shown that say most', () => {
  const years = Array.from({ length: 12 }, (_, at) => [`${at}.txt`, `20${at + 10}-01-01`, at / 100] as const);
  const many = comparedTopic(topicResult(...years), '');
  const keys = many.statements.map(({ key }) => key);
  assert.deepEqual(withinReason(many, keys.slice(0, 8)), keys.slice(0, 8));
  assert.deepEqual(withinReason(many, keys.slice(0, 10)), keys.slice(6, 10));
});

test('a panel is told no place of a file', () => {
  const compared = comparedTopic(topicResult(['a.txt', '2002-12-02', 1]), '');
  const [column] = columnsOf(compared, firstChoice(compared));
  assert.deepEqual(Object.keys(column!.texts[0]!).sort(), ['printed', 'section', 'simplified']);
});
