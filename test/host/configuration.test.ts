import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configurationFinder, parseConfiguration } from '../../server/src/corpus/configuration.ts';
import { type MessageId, sayIn } from '../../server/src/text/messages.ts';

const CODES = new Set(['tag.unclosed', 'number.gap']);

/** Line and column from 1, and the message's id, of each fault. */
function faults(text: string): [number, number, MessageId][] {
  return parseConfiguration(text, CODES).faults.map(({ position: { line, character }, message }) => [
    line + 1,
    character + 1,
    message.id,
  ]);
}

test('rules and globs are read', () => {
  const text =
    '{ "rules": { "tag.unclosed": "off", "number.gap": "hint" }, "corpus.include": "*.txt", "corpus.exclude": ["a"] }';
  assert.deepEqual(parseConfiguration(text, CODES), {
    configuration: {
      rules: new Map([
        ['tag.unclosed', 'off'],
        ['number.gap', 'hint'],
      ]),
      include: '*.txt',
      exclude: ['a'],
      ignored: [],
      vocabulary: new Map(),
    },
    faults: [],
  });
});

test('what is not said is as by default', () => {
  const { configuration } = parseConfiguration('{}', CODES);
  assert.deepEqual(configuration, {
    rules: new Map(),
    include: '**/*.{rmrb,txt,md}',
    exclude: [],
    ignored: [],
    vocabulary: new Map(),
  });
});

test('keys may be nested, or written as in the settings of the editor', () => {
  for (const text of [
    '{"corpus": {"include": "a"}}',
    '{"rmrb.corpus.include": "a"}',
    '{"rmrb.corpus": {"include": "a"}}',
  ]) {
    assert.equal(parseConfiguration(text, CODES).configuration.include, 'a', text);
    assert.deepEqual(faults(text), [], text);
  }
});

test('tags are read; those of the newspaper stay what they are', () => {
  const text = '{ "vocabulary": { "LY": "来源", "BT": "标题" } }';
  assert.deepEqual(
    [...parseConfiguration(text, CODES).configuration.vocabulary],
    [
      ['LY', '来源'],
      ['BT', '标题'],
    ],
  );
  assert.deepEqual(faults(text), []);
  assert.deepEqual(faults('{ "vocabulary": { "ly": "来源" } }'), [[1, 19, 'config.tagCode']]);
  assert.deepEqual(faults('{ "vocabulary": { "BT": "题目" } }'), [[1, 25, 'config.knownTag']]);
  for (const name of ['""', '7', '"来 源"', '"来/源"', '"〖来源〗"', '"一二三四五六七八九十百千万"']) {
    assert.deepEqual(faults(`{ "vocabulary": { "LY": ${name} } }`), [[1, 25, 'config.tagName']], name);
  }
  assert.deepEqual(faults('{ "vocabulary": ["LY"] }'), [[1, 17, 'config.object']]);
});

test('comments and trailing commas are allowed', () => assert.deepEqual(faults('{ // 说明\n "rules": {}, }'), []));

test('the place of a syntax error is told', () =>
  assert.deepEqual(faults('{\n  "rules": ]\n}')[0], [2, 12, 'json.value']));

test('the place of an unknown rule is told', () =>
  assert.deepEqual(faults('{ "rules": {\n  "tag.closed": "off" } }'), [[2, 3, 'config.unknownRule']]));

test('the place of a bad severity is told', () =>
  assert.deepEqual(faults('{ "rules": { "number.gap": "fatal" } }'), [[1, 28, 'config.severity']]));

test('unknown keys are told, inherited names of objects too', () =>
  assert.deepEqual(faults('{ "rule": {}, "constructor": 1 }'), [
    [1, 3, 'config.unknownKey'],
    [1, 15, 'config.unknownKey'],
  ]));

test('values of the wrong kind are told', () => {
  assert.deepEqual(faults('[]'), [[1, 1, 'config.object']]);
  assert.deepEqual(faults('{"rules": []}'), [[1, 11, 'config.object']]);
  assert.deepEqual(faults('{"corpus.include": 1}'), [[1, 20, 'config.include']]);
  assert.deepEqual(faults('{"corpus.exclude": ["a", 1]}'), [[1, 26, 'config.exclude']]);
});

test('what is faulty does not take the rest with it', () => {
  const { configuration } = parseConfiguration('{"rules": {"number.gap": 1, "tag.unclosed": "hint"}}', CODES);
  assert.deepEqual([...configuration.rules], [['tag.unclosed', 'hint']]);
});

test('an empty file is no configuration', () => assert.equal(faults('')[0]?.[2], 'json.value'));

test('every fault can be worded', () => {
  const say = sayIn('zh-cn');
  for (const { message } of parseConfiguration('{"rules": {"a": 1}, "x": 1, "corpus": 1', CODES).faults) {
    assert.doesNotMatch(say(message), /\{\w+\}/);
  }
});

test('the nearest file upwards is found, and each folder is looked into once', async () => {
  const reads: string[] = [];
  const find = configurationFinder(
    {
      async read(uri) {
        reads.push(uri);
        const missing = { failure: 'missing', detail: '' } as const;
        return uri === 'file:///a/.rmrbrc.json' ? Buffer.from('{"corpus.include": "x"}') : missing;
      },
    },
    CODES,
  );
  const found = await find('file:///a/b/c');
  assert.ok(found.state === 'read' && found.configuration.include === 'x' && found.uri === 'file:///a/.rmrbrc.json');
  await find('file:///a/b/d');
  assert.deepEqual(await find('file:///z'), { state: 'none' });
  assert.equal(new Set(reads).size, reads.length);
});
