import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseConfiguration } from '../../server/src/corpus/configuration.ts';
import { ALL_RULES, KNOWN_CODES } from '../../server/src/corpus/ruleCodes.ts';
import { RULE_PAGES } from '../../server/src/documentation/rulePages.ts';

const FILE = 'schemas/rmrbrc.schema.json';
const SEVERITIES = ['error', 'warning', 'info', 'hint', 'off'];
const ABOUT = new Map(RULE_PAGES.map(({ code, title }) => [code, `${title['zh-cn']} · ${title.en}`]));

function schema(): object {
  const rules = ALL_RULES.map(({ code, severity }) => [
    code,
    { $ref: '#/definitions/severity', description: ABOUT.get(code), default: severity },
  ]);
  const globs = { type: 'string', minLength: 1 };
  const corpus = {
    include: {
      ...globs,
      description:
        '哪些文件属于语料（glob，相对于本文件所在的文件夹；命令行用） · Which files are of the corpus (a glob relative to this folder; for the command line)',
      default: '**/*.{rmrb,txt,md}',
    },
    exclude: {
      type: 'array',
      items: globs,
      description:
        '哪些文件不属于语料（glob，相对于本文件所在的文件夹；命令行用） · Which files are not (globs relative to this folder; for the command line)',
    },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '人民日报语料的检查规则 · Rules for the People’s Daily corpus',
    description:
      '对本文件夹及其下的文件有效，优先于设置 rmrb.rules；离文件最近的一个有效。 · Holds for the files in this folder and below, and goes before the setting rmrb.rules; the nearest one holds for a file.',
    type: 'object',
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      rules: {
        type: 'object',
        description: '各条规则的级别 · The severity of each rule',
        properties: Object.fromEntries(rules),
      },
      ignore: {
        type: 'array',
        description:
          '忽略的地方，由快速修复“忽略此处”写入 · Problems to pass over, as the quick fix “Ignore here” writes them',
        items: { $ref: '#/definitions/ignored' },
      },
      vocabulary: {
        type: 'object',
        description:
          '这批文件另有的标签：代码（两个大写字母）→ 名称，由快速修复“加入工作区词表”写入 · Tags that these files have besides: code (two capital letters) → name, as the quick fix “Add to the vocabulary” writes them',
        propertyNames: { pattern: '^[A-Z]{2}$' },
        additionalProperties: { type: 'string', minLength: 1, maxLength: 12 },
      },
      corpus: { type: 'object', properties: corpus },
      'corpus.include': corpus.include,
      'corpus.exclude': corpus.exclude,
    },
    definitions: {
      severity: {
        type: 'string',
        enum: SEVERITIES,
        enumDescriptions: ['错误 · error', '警告 · warning', '信息 · info', '提示 · hint', '关闭 · off'],
      },
      ignored: {
        type: 'object',
        required: ['code', 'file', 'text'],
        properties: {
          code: {
            type: 'string',
            description: '规则 · The rule',
            enum: ALL_RULES.map(({ code }) => code),
            enumDescriptions: ALL_RULES.map(({ code }) => ABOUT.get(code)),
          },
          file: {
            type: 'string',
            description: '文件，相对于本文件所在的文件夹，用 / 分隔 · The file, relative to this folder, with /',
          },
          text: {
            type: 'string',
            description: '有问题的原文，连同前后几个字 · What the problem covers, with a few characters on both sides',
          },
          nth: {
            type: 'integer',
            minimum: 1,
            default: 1,
            description: '这个文件里有几处完全相同时，第几处 · Which one, where several in the file read the same',
          },
        },
      },
    },
  };
}

/** `UPDATE_GOLDEN=1` writes it anew. */
test('the schema of .rmrbrc.json has every rule, with its description', () => {
  assert.deepEqual(new Set(ABOUT.keys()), KNOWN_CODES);
  const found = `${JSON.stringify(schema(), undefined, 2)}\n`;
  if (process.env['UPDATE_GOLDEN']) writeFileSync(FILE, found);
  assert.equal(readFileSync(FILE, 'utf8'), found);
});

test('what the schema allows is understood', () => {
  const text = JSON.stringify({
    $schema: 'x',
    rules: Object.fromEntries([...KNOWN_CODES].map((code) => [code, 'off'])),
    ignore: [{ code: 'number.gap', file: 'a.txt', text: '三' }],
    vocabulary: { LY: '来源' },
    corpus: { include: '**/*.txt', exclude: ['a/**'] },
  });
  assert.deepEqual(parseConfiguration(text, KNOWN_CODES).faults, []);
});

test('the manifest offers it for the file', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const offered = contributes.jsonValidation as readonly { fileMatch: string; url: string }[];
  assert.equal(offered.find(({ fileMatch }) => fileMatch === '.rmrbrc.json')?.url, `./${FILE}`);
});
