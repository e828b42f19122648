import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { slashed } from '../../server/src/cli/paths.ts';
import { parseDocument, recordCount } from '../../server/src/statement/document.ts';
import { withFolder } from '../protocol/client.ts';
import { CONTEXT, conflictsOf, problemsOf } from '../rules/specification.ts';
import { MB, middleOf, onOneLine, recordsOf, textOf, writeFolder } from './corpus/corpus.ts';
import { MARKUPS, type Markup } from './corpus/markups.ts';
import { benchRecords } from './corpus/records.ts';
import { seedSentences } from './corpus/sentences.ts';

const SIZE = MB / 2;

describe('the synthetic corpus', () => {
  test('is the same each time, and another for another seed', () => {
    const digest = (text: string) => createHash('sha256').update(text).digest('hex');
    assert.equal(digest(textOf(SIZE)), digest(textOf(SIZE)));
    assert.notEqual(digest(textOf(SIZE)), digest(textOf(SIZE, 'rmrb', 2)));
  });

  test('has the size that is asked for, to within a record', () => {
    const bytes = Buffer.byteLength(textOf(SIZE));
    assert.ok(bytes >= SIZE && bytes < SIZE * 1.1, `${bytes}`);
  });

  test('a longer one begins with the shorter one, so that sizes can be compared', () => {
    assert.ok(textOf(SIZE).startsWith(textOf(SIZE / 2)));
  });

  test('has no problem by any rule, in a record or among records', () => {
    const text = textOf(SIZE);
    const found = [...problemsOf(text), ...conflictsOf(text)];
    assert.deepEqual(
      found.map(({ code, span }) => `${code} ${text.slice(span.start - 10, span.end + 10)}`),
      [],
    );
  });

  test('is read as the records that were written, on one line too', () => {
    const written = [...recordsOf(SIZE)].length;
    const text = textOf(SIZE);
    assert.equal(recordCount(parseDocument(text, CONTEXT.vocabulary)), written);
    assert.equal(recordCount(parseDocument(onOneLine(text), CONTEXT.vocabulary)), written);
    assert.ok(!onOneLine(text).includes('\n'));
  });

  test('is as clean in a folder, one record a file', async () => {
    await withFolder(async (folder) => {
      const files = writeFolder(folder, SIZE / 5);
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
      assert.equal(names.length, files);
      const found = names.flatMap((name) => problemsOf(readFileSync(join(folder, name), 'utf8'), slashed(name)));
      assert.deepEqual(found, []);
    });
  });

  test('says the same in every markup', () => {
    const sentences = seedSentences();
    assert.ok(sentences.length > 200, `${sentences.length} sentences`);
    const [record] = benchRecords();
    assert.ok(record);
    const said = sentences.filter((sentence) => MARKUPS.plain.record(record).includes(sentence));
    for (const markup of Object.keys(MARKUPS) as Markup[]) {
      const text = MARKUPS[markup].record(record);
      for (const sentence of said) assert.ok(text.includes(sentence), `${markup}: ${sentence}`);
    }
  });

  test('has a place to type at in the middle, in every markup', () => {
    for (const markup of Object.keys(MARKUPS) as Markup[]) {
      const text = textOf(SIZE, markup);
      const place = middleOf(text) / text.length;
      assert.ok(place > 0.4 && place < 0.6, `${markup}: ${place}`);
    }
  });
});
