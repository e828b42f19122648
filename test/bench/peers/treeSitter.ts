import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Edit, Language, Parser, type Tree } from 'web-tree-sitter';
import { type Peer, TYPED, typing } from './peer.ts';

/** The grammar's own tests name them so. */
const ELEMENT = 'element';

interface Symbol {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export const treeSitter: Peer = {
  name: 'tree-sitter-html (wasm)',
  markup: 'html',
  async load() {
    await Parser.init();
    const grammar = createRequire(join(process.cwd(), 'package.json')).resolve(
      'tree-sitter-html/tree-sitter-html.wasm',
    );
    const language = await Language.load(grammar);
    const parser = new Parser();
    parser.setLanguage(language);
    const parse = (text: string, before?: Tree): Tree => {
      const tree = parser.parse(text, before);
      // It lies outside of what the garbage collector sees.
      before?.delete();
      if (!tree) throw new Error('no tree');
      return tree;
    };
    return {
      parse(text) {
        const tree = parse(text);
        const found = symbols(tree, text).length;
        tree.delete();
        return found;
      },
      open(first, at) {
        let tree = parse(first);
        const type = typing(first, at);
        const row = first.slice(0, at).split('\n').length - 1;
        const column = at - (first.lastIndexOf('\n', at - 1) + 1);
        const place = (index: number) => ({ row, column: column + index - at });
        return () => {
          const { text, isTyped } = type();
          const [oldEndIndex, newEndIndex] = isTyped ? [at, at + TYPED.length] : [at + TYPED.length, at];
          const [startPosition, oldEndPosition, newEndPosition] = [place(at), place(oldEndIndex), place(newEndIndex)];
          tree.edit(
            new Edit({ startIndex: at, oldEndIndex, newEndIndex, startPosition, oldEndPosition, newEndPosition }),
          );
          tree = parse(text, tree);
          return symbols(tree, text).length;
        };
      },
    };
  },
};

function symbols(tree: Tree, text: string): Symbol[] {
  const found: Symbol[] = [];
  const cursor = tree.walk();
  let isBelow = cursor.gotoFirstChild();
  while (isBelow) {
    if (cursor.nodeType === ELEMENT) {
      const start = cursor.startIndex;
      const nameEnd = text.slice(start + 1, start + 32).search(/[\s>/]/);
      found.push({ name: text.slice(start + 1, start + 1 + nameEnd), start, end: cursor.endIndex });
      if (cursor.gotoFirstChild()) continue;
    }
    while (!cursor.gotoNextSibling()) {
      isBelow = cursor.gotoParent();
      if (!isBelow) break;
    }
  }
  cursor.delete();
  return found;
}
