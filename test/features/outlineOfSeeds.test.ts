import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type OutlineNode, outline, placedOutlines } from '../../server/src/features/outline.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { parseDocument } from '../../server/src/statement/document.ts';
import { sayIn } from '../../server/src/text/messages.ts';

/** One line a node: kind, value of its numeral, label, detail. */
function lines(nodes: readonly OutlineNode[], depth = 0): string[] {
  return nodes.flatMap(({ kind, value, label, detail, children }) => [
    `${'  '.repeat(depth)}${[kind, value, label, detail && `(${detail})`].filter((part) => part !== null && part !== '').join(' ')}`,
    ...lines(children, depth + 1),
  ]);
}

/** Read against the texts by hand; `UPDATE_GOLDEN=1` writes them anew, to be read again. */
describe('the outline of the five texts', () => {
  for (const file of readdirSync('seeds').filter((name) => name.endsWith('.txt'))) {
    it(`${file} is what a careful reader would write down`, () => {
      const text = readFileSync(`seeds/${file}`, 'utf8');
      const found = `${lines(placedOutlines(outline(parseDocument(text, NEWSPAPER_VOCABULARY), sayIn('zh-cn'))).map(({ root }) => root)).join('\n')}\n`;
      const golden = `test/features/golden/${file.replace('.txt', '.outline.txt')}`;
      if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, found);
      assert.equal(found, readFileSync(golden, 'utf8'));
    });
  }
});
