import { type Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/html';
import { TYPED, type Peer, typing } from './peer.ts';

export const LEZER = '@lezer/html';

interface Symbol {
  name: string;
  readonly start: number;
  end: number;
}

/** Keeps what an edit leaves whole of its tree; symbols are read off the tree each time. */
export const lezer: Peer = {
  name: LEZER,
  markup: 'html',
  async load() {
    return {
      parse: (text) => symbols(parser.parse(text), text).length,
      open(first, at) {
        let fragments = TreeFragment.addTree(parser.parse(first));
        const type = typing(first, at);
        return () => {
          const { text, isTyped } = type();
          const [typed, deleted] = isTyped ? [TYPED.length, 0] : [0, TYPED.length];
          const change = { fromA: at, toA: at + deleted, fromB: at, toB: at + typed };
          fragments = TreeFragment.applyChanges(fragments, [change]);
          const tree = parser.parse(text, fragments);
          fragments = TreeFragment.addTree(tree, fragments);
          return symbols(tree, text).length;
        };
      },
    };
  },
};

export function parseLezer(text: string): unknown {
  return parser.parse(text);
}

function symbols(tree: Tree, text: string): Symbol[] {
  const found: Symbol[] = [];
  const open: Symbol[] = [];
  tree.iterate({
    enter({ name, from, to }) {
      if (name === 'Element') {
        const symbol = { name: '', start: from, end: to };
        found.push(symbol);
        open.push(symbol);
      } else if (name === 'TagName') {
        const symbol = open.at(-1);
        if (symbol?.name === '') symbol.name = text.slice(from, to);
      }
    },
    leave({ name }) {
      if (name === 'Element') open.pop();
    },
  });
  return found;
}
