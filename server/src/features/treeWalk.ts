import type { RecordTree, StatementNode } from '../statement/tree.ts';
import { unitsOf } from '../text/characters.ts';
import { touches } from '../text/span.ts';

const SENTENCE_ENDS = unitsOf('。！？；：…”’」』）!?;:.)"');

/** The node and everything below it in the order of the text. Keeps its own stack: how deep a tree is, its text decides. */
export function* descendants(node: StatementNode): Generator<StatementNode> {
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child) waiting.push(child);
    }
  }
}

/** From the root to the innermost node at a caret; of two nodes that meet there, the one behind the caret. */
export function pathTo(root: StatementNode, offset: number): StatementNode[] {
  const path = [root];
  for (let node: StatementNode | undefined = root; node; ) {
    node = node.children.findLast((child) => touches(child.span, offset));
    if (node) path.push(node);
  }
  return path;
}

/** The node's own text, its physical pieces joined as if no break had cut them. */
export function ownText({ text }: RecordTree, node: StatementNode): string {
  if (node.ownStart === -1) return '';
  if (node.severalPieces === undefined) return text.slice(node.ownStart, node.ownEnd);
  return node.severalPieces.map(({ start, end }) => text.slice(start, end)).join('');
}

/** Logical paragraphs of a node; a heading is none. */
export function paragraphCount({ text }: RecordTree, node: StatementNode): number {
  const isParagraph = node.ownStart !== -1 && endsAsSentence(text, node.ownEnd);
  return paragraphsBelow(node) + (isParagraph ? 1 : 0);
}

/** Whether the text before `end` ends as sentences do, and headings do not. */
export function endsAsSentence(text: string, end: number): boolean {
  return SENTENCE_ENDS.has(text.charCodeAt(end - 1));
}

// A tree is at most as deep as there are kinds of numerals.
function paragraphsBelow({ children }: StatementNode): number {
  let count = 0;
  for (const child of children) {
    if (child.ownStart !== -1) count++;
    if (child.children.length > 0) count += paragraphsBelow(child);
  }
  return count;
}
