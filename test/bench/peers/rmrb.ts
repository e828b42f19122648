import { type Check, diagnostics } from '../../../server/src/features/diagnostics.ts';
import { outline, type OutlineBlock, type OutlineNode } from '../../../server/src/features/outline.ts';
import { NEWSPAPER_VOCABULARY } from '../../../server/src/markup/vocabulary.ts';
import { createCheck } from '../../../server/src/protocol/diagnostics.ts';
import { openDocuments, type OpenDocument } from '../../../server/src/protocol/textDocument.ts';
import type { Block } from '../../../server/src/statement/blocks.ts';
import { type Document, parseDocument } from '../../../server/src/statement/document.ts';
import { sayIn } from '../../../server/src/text/messages.ts';
import { type Peer, TYPED } from './peer.ts';

const say = sayIn('zh-cn');
const { create, update } = openDocuments(NEWSPAPER_VOCABULARY);

/** Ours, by the functions that the server calls. Symbols are the outline; typing brings the problems up to date as well. */
export const rmrb: Peer = {
  name: 'rmrb',
  markup: 'rmrb',
  async load() {
    return {
      parse: (text) => symbols(outline(parseRmrb(text), say)),
      open(text, at) {
        const check = allRules();
        const shown = new WeakSet<Block>();
        let document = create('file:///bench.rmrb', 'rmrb', 1, text);
        newSymbols(document.content, shown);
        problems(document.content, check);
        const start = document.positionAt(at);
        const end = { line: start.line, character: start.character + TYPED.length };
        let isTyped = false;
        return () => {
          isTyped = !isTyped;
          document = changed(document, isTyped ? { start, end: start } : { start, end }, isTyped ? TYPED : '');
          return newSymbols(document.content, shown) + problems(document.content, check);
        };
      },
    };
  },
};

export function parseRmrb(text: string): Document {
  return parseDocument(text, NEWSPAPER_VOCABULARY);
}

/** Whole text → tree → outline and problems. */
export function checkRmrb(text: string): number {
  const document = parseRmrb(text);
  return symbols(outline(document, say)) + problems(document, allRules());
}

/** What the server holds of an open file whose outline and problems have been shown. */
export function heldOfRmrb(text: string): unknown {
  const document = parseRmrb(text);
  const check = allRules();
  const blocks = outline(document, say);
  return [document, check, blocks, symbols(blocks), problems(document, check)];
}

/** Reads all that is told of each symbol, since they are made when somebody reads them. Answers how many there are. */
function symbols(blocks: readonly OutlineBlock[]): number {
  let count = 0;
  for (const { records } of blocks) for (const { root } of records) count += symbolsOf(root);
  return count;
}

function symbolsOf({ label, end, selection, children }: OutlineNode): number {
  if (label === '' || selection.end > end) throw new RangeError('no symbol');
  let count = 1;
  for (const child of children) count += symbolsOf(child);
  return count;
}

/** Brings an outline up to date as whoever shows it may: reads the symbols of the blocks that are not those shown before. */
function newSymbols(document: Document, shown: WeakSet<Block>): number {
  let count = 0;
  outline(document, say).forEach((symbolsOfBlock, index) => {
    const block = document.blocks[index]!;
    if (shown.has(block)) return;
    shown.add(block);
    count += symbols([symbolsOfBlock]);
  });
  return count;
}

/** Remembers nothing of other texts. */
function allRules(): Check {
  return createCheck(NEWSPAPER_VOCABULARY, new Map(), (code, error) => {
    throw new Error(`${code} threw`, { cause: error });
  })('/bench.rmrb');
}

function problems(document: Document, check: Check): number {
  return diagnostics(document, check).length;
}

type Change = Extract<Parameters<typeof update>[1][number], { range: unknown }>;

function changed(document: OpenDocument, range: Change['range'], text: string): OpenDocument {
  return update(document, [{ range, text }], document.version + 1);
}
