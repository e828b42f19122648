import { isBlank, isHan } from '../text/characters.ts';
import type { Edit } from '../text/edits.ts';
import { isLineBreak } from '../text/lines.ts';
import { message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import { invisibleAt } from './invisible.ts';
import { lineBreakOf } from './lines.ts';
import { mojibakeIn } from './mojibake.ts';
import { foreignSpans } from './plainText.ts';
import type { RecordRule } from './rule.ts';
import { outside } from './spans.ts';
import { isCutOff } from './tags.ts';
import { TEXT } from './traces.ts';

/**
 * Characters that nobody sees and that part words for a search: zero-width ones, controls, no-break spaces. Several in a
 * row, with ordinary spaces between, are reported once.
 */
export const charInvisible: RecordRule = {
  code: 'char.invisible',
  severity: 'warning',
  needs: { text: [TEXT.hidden] },
  *check(record) {
    const { text } = record;
    const hidden = [...foreignSpans(record), ...mojibakeIn(text)].toSorted((a, b) => a.start - b.start);
    const cutOff = new Set(record.markup.tags.filter(isCutOff).map(({ end }) => end));
    for (const span of outside(runsIn(text), hidden)) {
      // It is all that parts the tag from what follows: first the tag is mended.
      if (cutOff.has(span.start)) continue;
      const edits = editsFor(text, span, lineBreakOf(record));
      const replaced = edits.map(({ newText }) => newText).find((newText) => newText !== '');
      const code = codeOf(text.charCodeAt(span.start));
      yield {
        span,
        message: message('char.invisible', { code, count: edits.length }),
        fixes: [
          {
            title: message(
              replaced === undefined
                ? 'char.invisible.fix'
                : replaced === ' '
                  ? 'char.invisible.fix.space'
                  : 'char.invisible.fix.break',
              { code, count: edits.length },
            ),
            safe: true,
            edits,
          },
        ],
      };
    }
  },
};

/** From each invisible character to the last one that only blanks part from it. */
function runsIn(text: string): Span[] {
  const runs: { start: number; end: number }[] = [];
  let end = -1;
  for (let at = 0; at < text.length; at++) {
    if (invisibleAt(text, at)) {
      const last = runs.at(-1);
      if (last && end === at) last.end = at + 1;
      else runs.push({ start: at, end: at + 1 });
      end = at + 1;
    } else if (end === at && text.charAt(at) === ' ') {
      end = at + 1;
    }
  }
  return runs;
}

/**
 * What leaves all that was printed as it is: signs that stand for nothing go; a no-break space becomes an ordinary one
 * where it indents a line or parts words, and goes where punctuation, a line's end or another space does that already; a
 * break of another kind becomes an ordinary one where none is beside it.
 */
function editsFor(text: string, { start, end }: Span, lineBreak: string): Edit[] {
  const isIndent = start === 0 || isLineBreak(text.charCodeAt(start - 1));
  const isTrailing = end === text.length || isLineBreak(text.charCodeAt(end));
  const isBeside = isSeparate(text.charCodeAt(start - 1)) || isSeparate(text.charCodeAt(end));
  let needsSpace = !isTrailing && !isBeside && !text.slice(start, end).includes(' ');
  let needsBreak = !isTrailing && !isIndent;
  const edits: Edit[] = [];
  for (let at = start; at < end; at++) {
    const kind = invisibleAt(text, at);
    if (!kind) continue;
    let newText = '';
    if (kind === 'space' && isIndent && !isTrailing) {
      newText = ' ';
    } else if (kind === 'space' && needsSpace) {
      newText = ' ';
      needsSpace = false;
    } else if (kind === 'break' && needsBreak) {
      newText = lineBreak;
      needsBreak = false;
    }
    edits.push({ span: { start: at, end: at + 1 }, newText });
  }
  return edits;
}

/** Whether no space is needed beside a character: white space and punctuation, but no letter, digit or Chinese one. */
function isSeparate(unit: number): boolean {
  return (
    isBlank(unit) ||
    isLineBreak(unit) ||
    (unit > 0x7f && !isHan(unit) && !/[\p{L}\p{N}]/u.test(String.fromCharCode(unit)))
  );
}

function codeOf(unit: number): string {
  return `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
}
