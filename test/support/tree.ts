import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { parseRecord } from '../../server/src/statement/parse.ts';
import type { RecordTree, StatementNode } from '../../server/src/statement/tree.ts';

export function parse(text: string): RecordTree {
  return parseRecord(text, NEWSPAPER_VOCABULARY);
}

/** The tree of a text as indented lines `kind numeral text`, the record itself left out. */
export function sketch(text: string): string {
  const { root } = parse(text);
  const lines: string[] = [];
  const visit = (node: StatementNode, depth: number): void => {
    const own = node.pieces.map((piece) => text.slice(piece.start, piece.end)).join('|');
    const parts = [node.kind, node.numeral && (node.numeral.meant ?? node.numeral.text), own];
    lines.push('  '.repeat(depth) + parts.filter(Boolean).join(' '));
    for (const child of node.children) visit(child, depth + 1);
  };
  for (const child of root.children) visit(child, 0);
  return lines.join('\n');
}

/** Takes the indentation of the first line from all lines, and the line breaks at both ends. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '')
    .split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  return lines.map((line) => line.slice(indent)).join('\n');
}
