import type { RecordTree } from '../statement/tree.ts';
import { message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import { saidNodes } from './nodes.ts';
import type { Finding, RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** A paragraph that a page or line break cuts in mid-sentence. Each break is reported, on the characters around it. */
export const structureBrokenParagraph: RecordRule = {
  code: 'structure.broken-paragraph',
  severity: 'warning',
  needs: { tree: TREE.cutParagraph },
  *check(record) {
    for (const { pieces } of saidNodes(record)) {
      for (const [index, piece] of pieces.entries()) {
        const next = pieces[index + 1];
        if (next) yield findingOf(record, piece, next);
      }
    }
  },
};

/** How many characters the message quotes on each side. */
const QUOTED = 6;

function findingOf({ text }: RecordTree, piece: Span, next: Span): Finding {
  const gap = { start: piece.end, end: next.start };
  const before = text.slice(Math.max(piece.start, piece.end - QUOTED), piece.end);
  const behind = text.slice(next.start, Math.min(next.end, next.start + QUOTED));
  return {
    span: {
      start: gap.start - (Array.from(before).at(-1)?.length ?? 0),
      end: gap.end + (Array.from(behind)[0]?.length ?? 0),
    },
    message: message('structure.broken-paragraph', { before, behind }),
    fixes: [
      {
        title: message('structure.broken-paragraph.fix'),
        safe: false,
        edits: [{ span: gap, newText: partsWords(text, gap) ? ' ' : '' }],
      },
    ],
  };
}

/** Words of Latin letters need a space where Chinese ones need none. */
function partsWords(text: string, { start, end }: Span): boolean {
  return /[A-Za-z]/.test(text.charAt(start - 1)) && /[A-Za-z]/.test(text.charAt(end));
}
