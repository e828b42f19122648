import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { CodeLens } from 'vscode-languageserver/node';
import type {
  AddToTopicResult,
  SameTopicResult,
  TopicMatrixResult,
  TopicPassagesResult,
  TopicsResult,
} from '../../server/src/protocol/protocol.ts';
import { type Client, fileUri, withClient, withFolder } from './client.ts';

const OLD = '甲国和乙国联合声明\n\n一、雙方關(guān)注朝鮮半島局勢。\n\n二、其他。\n\n二〇〇二年十二月二日于北京\n';
const NEW =
  '甲国和丙国联合声明\n\n一、双方支持朝鲜半岛稳定。\n\n二、双方主张解决朝核问题。\n\n二〇一四年五月二十日于上海\n';

/** A workspace of two statements, read. */
async function withStatements(
  work: (client: Client, folder: string) => Promise<void>,
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  await withFolder(async (folder) => {
    await writeFile(join(folder, '旧.txt'), OLD);
    await writeFile(join(folder, '新.txt'), NEW);
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await withClient({ folders: [fileUri(folder)] }, async (client) => {
      await client.indexed();
      await work(client, folder);
    });
  });
}

describe('requests on topics', () => {
  it('tell which statements name which topics', () =>
    withStatements(async (client, folder) => {
      const matrix = await client.request<TopicMatrixResult>('rmrb/topicMatrix', {});
      assert.deepEqual(
        matrix.statements.map(({ file, title, date }) => ({ file, title, date })),
        [
          { file: '旧.txt', title: '甲国和乙国联合声明', date: '2002-12-02' },
          { file: '新.txt', title: '甲国和丙国联合声明', date: '2014-05-20' },
        ],
      );
      const row = matrix.topics.find(({ id }) => id === 'korean-peninsula');
      assert.equal(row?.source, 'lexicon');
      assert.deepEqual(
        row?.cells.map(({ statement, count, places }) => ({
          statement,
          count,
          sections: places.map((p) => p.section),
        })),
        [
          { statement: 0, count: 1, sections: ['一'] },
          { statement: 1, count: 2, sections: ['一', '二'] },
        ],
      );
      const place = row?.cells[0]?.places[0];
      assert.equal(place?.uri, fileUri(join(folder, '旧.txt')));
      assert.equal(OLD.slice(...(place?.offset ?? [])), '一、雙方關(guān)注朝鮮半島局勢。');
      assert.deepEqual(place?.range.start, { line: 2, character: 0 });
      assert.equal(matrix.indexing, false);
    }));

  it('give as many places as are wanted', () =>
    withStatements(async (client) => {
      const { topics } = await client.request<TopicMatrixResult>('rmrb/topicMatrix', { places: 0 });
      assert.ok(topics.length > 0);
      assert.ok(topics.every(({ cells }) => cells.every(({ places }) => places.length === 0)));
    }));

  it('give all passages on a topic with their words marked, in both scripts where these are wanted', () =>
    withStatements(async (client) => {
      const params = { topic: 'korean-peninsula', scripts: true };
      const { topic, statements } = await client.request<TopicPassagesResult>('rmrb/topicPassages', params);
      assert.equal(topic?.id, 'korean-peninsula');
      assert.deepEqual(
        statements.map(({ statement }) => statement.date),
        ['2002-12-02', '2014-05-20'],
      );
      const [passage] = statements[0]?.passages ?? [];
      assert.deepEqual(passage?.printed, { text: '雙方關注朝鮮半島局勢。', marks: [[4, 8]] });
      assert.deepEqual(passage?.simplified, { text: '双方关注朝鲜半岛局势。', marks: [[4, 8]] });
      assert.deepEqual(passage?.traditional, passage?.printed);
      assert.equal(statements[1]?.passages[0]?.traditional?.text, '雙方支持朝鮮半島穩定。');
      assert.equal(statements[1]?.passages.length, 2);
    }));

  it('take a word for a topic of its own', () =>
    withStatements(async (client) => {
      const params = { term: '穩定' };
      const { topic, statements } = await client.request<TopicPassagesResult>('rmrb/topicPassages', params);
      assert.deepEqual(topic?.names, ['稳定']);
      assert.deepEqual(
        statements.map(({ passages }) => passages.map(({ printed }) => printed)),
        [[{ text: '双方支持朝鲜半岛稳定。', marks: [[8, 10]] }]],
      );
    }));

  it('answer nothing for a topic that nobody knows', () =>
    withStatements(async (client) => {
      const answer = await client.request<TopicPassagesResult>('rmrb/topicPassages', { topic: '火星' });
      assert.deepEqual(answer, { topic: null, statements: [] });
    }));

  it('name all topics that are known', () =>
    withStatements(async (client) => {
      const { topics } = await client.request<TopicsResult>('rmrb/topics', null);
      assert.ok(topics.some(({ id }) => id === 'korean-peninsula'));
    }));

  it('give whole texts for what stands at a caret', () =>
    withStatements(async (client, folder) => {
      const textDocument = { uri: fileUri(join(folder, '新.txt')) };
      const position = { line: 2, character: 8 };
      const answer = await client.request<SameTopicResult>('rmrb/sameTopic', { textDocument, position, scripts: true });
      assert.deepEqual(
        answer.passages.map(({ printed, simplified }) => [printed.text, simplified?.text]),
        [['雙方關注朝鮮半島局勢。', '双方关注朝鲜半岛局势。']],
      );
    }));

  it('are announced anew when a statement has changed', () =>
    withStatements(async (client, folder) => {
      const uri = fileUri(join(folder, '新.txt'));
      const announced = () => client.all('rmrb/topicsChanged').length;
      await client.until('the first news', () => announced() > 0);
      await client.open(uri, NEW);
      const before = announced();
      await client.insert(uri, 2, 4, 0, '双方谈到能源合作。');
      await client.until('news of the edit', () => announced() > before);
      const { topics } = await client.request<TopicMatrixResult>('rmrb/topicMatrix', {});
      assert.ok(topics.some(({ id }) => id === 'energy'));
    }));
});

describe('the workspace’s own topics', () => {
  const TOPICS = '{ "topics": [{ "label": "克制", "names": ["朝鲜半岛局势"] }] }\n';
  const rows = async (client: Client): Promise<string[]> => {
    const { topics } = await client.request<TopicMatrixResult>('rmrb/topicMatrix', {});
    return topics.filter(({ source }) => source === 'workspace').map(({ label, cells }) => `${label} ${cells.length}`);
  };

  it('are read with the workspace', () =>
    withStatements(
      async (client) => {
        assert.deepEqual(await rows(client), ['克制 1']);
      },
      { 'rmrb.topics.json': TOPICS },
    ));

  it('hold as they stand in the editor, with what is wrong in them told', () =>
    withStatements(async (client, folder) => {
      const uri = fileUri(join(folder, 'rmrb.topics.json'));
      const { diagnostics } = await client.openChecked(uri, TOPICS.replace(']', '').replace('局势', '和平'));
      assert.ok(diagnostics.length > 0);
      assert.ok(diagnostics.every(({ source }) => source === 'rmrb'));
      const text = TOPICS.replace('克制', '稳定').replace('朝鲜半岛局势', '半岛稳定');
      await client.replace(uri, 2, { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }, text);
      await client.until('no more problems', () => client.published(uri).at(-1)?.diagnostics.length === 0);
      assert.deepEqual(await rows(client), ['稳定 1']);
    }));

  it('are read again when they are written outside the editor', () =>
    withStatements(async (client, folder) => {
      await writeFile(join(folder, 'rmrb.topics.json'), TOPICS);
      const before = client.all('rmrb/topicsChanged').length;
      await client.watched([fileUri(join(folder, 'rmrb.topics.json')), 1]);
      await client.until('news', () => client.all('rmrb/topicsChanged').length > before);
      assert.deepEqual(await rows(client), ['克制 1']);
    }));

  const selection = (line: number, start: number, end: number) => ({
    start: { line, character: start },
    end: { line, character: end },
  });

  it('take in what is selected, in a file that is made for them', () =>
    withStatements(async (client, folder) => {
      const uri = fileUri(join(folder, '旧.txt'));
      await client.open(uri, OLD);
      // 雙方關(guān)注
      const params = { textDocument: { uri }, range: selection(2, 2, 12), topic: { label: '关注' } };
      const answer = await client.request<AddToTopicResult>('rmrb/addToTopic', params);
      assert.ok('edit' in answer);
      assert.equal(answer.name, '雙方關注');
      assert.equal(answer.file, fileUri(join(folder, 'rmrb.topics.json')));
      const [creation, change] = answer.edit.documentChanges ?? [];
      assert.deepEqual(creation, { kind: 'create', uri: answer.file, options: { ignoreIfExists: true } });
      assert.ok(change && 'edits' in change);
      assert.deepEqual(
        change.edits.map((edit) => ('newText' in edit ? (JSON.parse(edit.newText) as object) : undefined)),
        [{ topics: [{ label: '关注', names: ['关注', '雙方關注'] }] }],
      );
    }));

  it('refuse what they have already', () =>
    withStatements(
      async (client, folder) => {
        const uri = fileUri(join(folder, '旧.txt'));
        await client.open(uri, OLD);
        const at = OLD.split('\n')[2]?.indexOf('朝鮮') ?? 0;
        const params = { textDocument: { uri }, range: selection(2, at, at + 6), topic: { label: '克制' } };
        const answer = await client.request<AddToTopicResult>('rmrb/addToTopic', params);
        assert.deepEqual(answer, { refused: '“朝鮮半島局勢”已经是主题“克制”的名称。' });
      },
      { 'rmrb.topics.json': TOPICS },
    ));

  it('refuse a selection of nothing', () =>
    withStatements(async (client, folder) => {
      const uri = fileUri(join(folder, '旧.txt'));
      await client.open(uri, OLD);
      const params = { textDocument: { uri }, range: selection(1, 0, 0), topic: { label: '克制' } };
      const answer = await client.request<AddToTopicResult>('rmrb/addToTopic', params);
      assert.deepEqual(answer, { refused: '请先在语料里选中要加入的词语。' });
    }));
});

describe('code lens', () => {
  const lensesOf = (client: Client, uri: string) =>
    client.request<CodeLens[] | null>('textDocument/codeLens', { textDocument: { uri } });

  it('counts when it is shown, and runs the one command of the client', () =>
    withStatements(async (client, folder) => {
      const uri = fileUri(join(folder, '新.txt'));
      await client.open(uri, NEW);
      const [lens, ...others] = (await lensesOf(client, uri)) ?? [];
      assert.ok(lens);
      assert.equal(others.length, 1);
      assert.equal(lens.command, undefined);
      const { command } = await client.request<CodeLens>('codeLens/resolve', lens);
      assert.match(command?.title ?? '', /^同题：/);
      assert.deepEqual([command?.command, command?.arguments], ['rmrb.showPlacesAt', [uri, 2, 0]]);
    }));

  it('can be switched off', () =>
    withClient({ settings: { codeLens: { enabled: false } } }, async (client) => {
      const uri = 'file:///w/a.rmrb';
      await client.openChecked(uri, NEW);
      assert.equal(await lensesOf(client, uri), null);
    }));
});
