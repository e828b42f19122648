import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import type { Topic } from '../../server/src/corpus/topic.ts';
import { topicMatrix } from '../../server/src/corpus/topicMatrix.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { editDocument, parseDocument } from '../../server/src/statement/document.ts';
import { topicNamed } from '../support/topics.ts';

const PENINSULA = topicNamed('半岛', '朝鲜半岛', '朝核');
const ENERGY = topicNamed('能源', '能源');
const SPACE = topicNamed('航天', '航天');

function statement(date: string, ...paragraphs: readonly string[]): string {
  return `甲国和乙国联合声明\n\n${paragraphs.join('\n\n')}\n\n${date}于北京\n`;
}

function corpusOf(files: Readonly<Record<string, string>>) {
  const corpus = memoryCorpus();
  for (const [uri, text] of Object.entries(files)) {
    corpus.set({ uri, document: parseDocument(text, NEWSPAPER_VOCABULARY) });
  }
  return corpus;
}

/** Each topic with how often each statement names it, as `date×count`. */
function shown(corpus: ReturnType<typeof corpusOf>, topics: readonly Topic[]): Record<string, string> {
  const { statements, rows } = topicMatrix({ corpus, topics });
  return Object.fromEntries(
    rows.map(({ topic, cells }) => [
      topic.id,
      cells.map((cell) => `${statements[cell.statement]?.statement.date}×${cell.passages.length}`).join(' '),
    ]),
  );
}

describe('the matrix of topics and statements', () => {
  const files = {
    'file:///a.txt': statement(
      '二〇一四年五月二十日',
      '一、双方支持朝鲜半岛无核化。',
      '二、双方深化能源合作。',
      '三、关于朝核。',
    ),
    'file:///b.txt': statement('二〇〇二年十二月二日', '一、雙方關注朝鮮半島局勢，談到朝核。'),
  };

  it('counts the passages that name a topic, in the order of the dates', () =>
    assert.deepEqual(shown(corpusOf(files), [PENINSULA, ENERGY]), {
      半岛: '2002-12-02×1 2014-05-20×2',
      能源: '2014-05-20×1',
    }));

  it('leaves out what no statement names', () =>
    assert.deepEqual(Object.keys(shown(corpusOf(files), [SPACE, ENERGY])), ['能源']));

  it('puts statements without a date last', () => {
    const undated = { 'file:///0.txt': '甲国和乙国联合声明\n\n一、双方深化能源合作。\n', ...files };
    assert.deepEqual(shown(corpusOf(undated), [ENERGY]), { 能源: '2014-05-20×1 ×1' });
  });

  it('has a row for each record of a file', () => {
    const record = (date: string) =>
      `〖RQ/日期〗${date}〖-RQ/日期〗\n〖BT/标题〗声明〖-BT/标题〗\n〖ZW/正文〗\n    一、能源。\n〖-ZW/正文〗\n`;
    const corpus = corpusOf({ 'file:///a.txt': record('20140521') + record('20020301') });
    assert.deepEqual(shown(corpus, [ENERGY]), { 能源: '2002-03-01×1 2014-05-21×1' });
  });

  it('follows an edit and another list of topics', () => {
    const corpus = corpusOf(files);
    assert.deepEqual(shown(corpus, [ENERGY]), { 能源: '2014-05-20×1' });
    const before = corpus.get('file:///b.txt');
    assert.ok(before);
    const at = files['file:///b.txt'].indexOf('雙方');
    const edit = { span: { start: at, end: at }, newText: '能源，' };
    corpus.set({ uri: before.uri, document: editDocument(before.document, edit) });
    assert.deepEqual(shown(corpus, [ENERGY]), { 能源: '2002-12-02×1 2014-05-20×1' });
    assert.deepEqual(shown(corpus, [PENINSULA]), { 半岛: '2002-12-02×1 2014-05-20×2' });
  });
});
