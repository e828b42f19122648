import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Check, diagnostics, type FileProblem } from '../../server/src/features/diagnostics.ts';
import { type OutlineNode, outline, placedOutlines } from '../../server/src/features/outline.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { createCheck } from '../../server/src/protocol/diagnostics.ts';
import { openDocuments, type OpenDocument } from '../../server/src/protocol/textDocument.ts';
import { type Document, recordsOf } from '../../server/src/statement/document.ts';
import { sayIn } from '../../server/src/text/messages.ts';
import { CLEAN_RECORDS } from '../rules/cleanRecords.ts';

const say = sayIn('zh-cn');
const { create, update } = openDocuments(NEWSPAPER_VOCABULARY);
const SEEDS = readdirSync('seeds').filter((name) => name.endsWith('.txt'));

const newCheck = (): Check =>
  createCheck(NEWSPAPER_VOCABULARY, new Map(), (code, error) => {
    throw new Error(`${code} threw`, { cause: error });
  })('/a.rmrb');

/** All that is shown of a file. */
function shown(document: Document, check: Check) {
  return {
    trees: recordsOf(document).map(({ text, lineBreaks, markup, root, lists }) => ({
      text,
      lineBreaks,
      markup,
      root,
      lists,
    })),
    outline: placedOutlines(outline(document, say)).map(({ root, start }) => ({ start, nodes: told([root]) })),
    problems: diagnostics(document, check).map(worded),
  };
}

/** Of each node, all that is told of it. */
function told(nodes: readonly OutlineNode[]): unknown[] {
  return nodes.map(({ kind, label, detail, number, value, span, selection, children }) => [
    [kind, label, detail, number, value, span, selection],
    told(children),
  ]);
}

function worded({ code, span, severity, message, fixes, related }: FileProblem) {
  return { code, span, severity, message: say(message), fixes, related };
}

/** What people type, paste and take away, and what changes where records and paragraphs begin. */
const pieces = fc.constantFrom(
  '',
  '',
  '甲',
  '，',
  '\n',
  '\r\n',
  '　　',
  '二、',
  '（三）',
  '——',
  '“',
  '》',
  '(guān)',
  '\u200b',
  '\ud840',
  '〖',
  '〖ZQ/总期〗',
  '〖-ZW/正文〗\n',
  '〖-BT/标题〗',
  CLEAN_RECORDS[0]!,
);
const edits = fc.array(fc.record({ at: fc.nat(), length: fc.constantFrom(0, 0, 1, 2, 7, 60, 400), newText: pieces }), {
  minLength: 1,
  maxLength: 12,
});

/** Makes the edits as a client tells of them, then takes them back; looks at what is shown before and after. */
function follow(text: string, changes: readonly { at: number; length: number; newText: string }[]): void {
  const check = newCheck();
  let document = create('file:///a.rmrb', 'rmrb', 1, text);
  let expected = text;
  const change = (start: number, end: number, newText: string): void => {
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    document = update(document, [{ range, text: newText }], document.version + 1);
    expected = expected.slice(0, start) + newText + expected.slice(end);
  };
  const compare = (): void => {
    assert.equal(document.getText(), expected);
    assert.deepEqual(shown(document.content, check), shown(fresh(expected).content, newCheck()));
  };
  shown(document.content, check);
  const undo: (() => void)[] = [];
  for (const { at, length, newText } of changes) {
    const start = document.offsetAt(document.positionAt(at % (expected.length + 1)));
    const end = document.offsetAt(document.positionAt(Math.min(expected.length, start + length)));
    const removed = expected.slice(start, end);
    change(start, end, newText);
    undo.push(() => change(start, start + newText.length, removed));
  }
  compare();
  // A position cannot stand between CR and LF, so that an edit which made such a pair is not taken back by positions.
  if (/\r\n/.test(expected)) return;
  for (const one of undo.reverse()) one();
  assert.equal(document.getText(), text);
  compare();
}

function fresh(text: string): OpenDocument {
  return create('file:///a.rmrb', 'rmrb', 1, text);
}

describe('a file that is typed into shows what it would show when opened anew, also after undo', () => {
  it('with several records', () => {
    const file = fc.array(fc.constantFrom(...CLEAN_RECORDS), { minLength: 1, maxLength: 5 }).map((all) => all.join(''));
    fc.assert(fc.property(file, edits, follow), { numRuns: 400 });
  });

  for (const name of SEEDS) {
    it(name, () => {
      const text = readFileSync(`seeds/${name}`, 'utf8').replaceAll('\r\n', '\n');
      fc.assert(
        fc.property(edits, (changes) => follow(text, changes)),
        { numRuns: name.startsWith('2024') ? 8 : 20 },
      );
    });
  }

  it('with the five texts one behind the other', () => {
    const all = SEEDS.map((name) => readFileSync(`seeds/${name}`, 'utf8').replaceAll('\r\n', '\n')).join('\n');
    fc.assert(
      fc.property(edits, (changes) => follow(all, changes)),
      { numRuns: 4 },
    );
  });
});
