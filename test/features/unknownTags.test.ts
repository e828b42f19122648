import assert from 'node:assert/strict';
import { it } from 'node:test';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { unknownTags } from '../../server/src/features/unknownTags.ts';
import { extendedVocabulary, NEWSPAPER_VOCABULARY, type TagNames } from '../../server/src/markup/vocabulary.ts';
import { checkRecord } from '../../server/src/rules/check.ts';
import { documentOf, RECORD_HEAD } from './support.ts';

function unknownIn(text: string, more: TagNames = new Map()): string[] {
  const document = documentOf(text);
  const vocabulary = extendedVocabulary(NEWSPAPER_VOCABULARY, more);
  const problems = diagnostics(document, (record) => checkRecord(record, { vocabulary, today: '20260101' }));
  return unknownTags(document, problems).map(
    ({ code, name, problems: own }) => `${code}/${name} ${own.map(({ code: rule }) => rule).join(' ')}`,
  );
}

const RECORD = `${RECORD_HEAD}〖LY/来源〗新华社〖-LY/来源〗\n〖ZW/正文〗\n    声明〖QQ/甲〗如下。\n〖-ZW/正文〗\n`;

it('names each unknown tag once, in every record', () =>
  assert.deepEqual(unknownIn(RECORD + RECORD), ['LY/来源 tag.unknown tag.unknown', 'QQ/甲 tag.unknown tag.unknown']));

it('keeps tags apart that have the code in common', () =>
  assert.deepEqual(unknownIn(RECORD + RECORD.replaceAll('来源', '出处')).length, 3));

it('is silent on what the workspace has added', () =>
  assert.deepEqual(unknownIn(RECORD, new Map([['LY', '来源']])), ['QQ/甲 tag.unknown']));
