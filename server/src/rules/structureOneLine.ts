import { isCredit, isDateLine } from '../statement/furniture.ts';
import { readBullet, readMarker } from '../statement/markers.ts';
import { type Segment, segmentsOf } from '../statement/segments.ts';
import { endsSentence } from '../text/characters.ts';
import type { Edit } from '../text/edits.ts';
import { message } from '../text/messages.ts';
import { lineBreakOf } from './lines.ts';
import type { RecordRule } from './rule.ts';
import { TEXT } from './traces.ts';

/** The indentation of newspapers, which is all that parts the paragraphs. */
const INDENTATION = '\u3000\u3000';
const WIDE_SPACE = INDENTATION.charCodeAt(0);

/** Paragraphs run together on one line, parted by ideographic spaces only. Reported once, where the first two meet. */
export const structureOneLine: RecordRule = {
  code: 'structure.one-line',
  severity: 'info',
  needs: { text: [TEXT.wideGap] },
  *check(record) {
    const { body } = record.markup;
    if (!body) return;
    const segments = segmentsOf(record.text, body, record.lineBreaks);
    const newText = lineBreakOf(record);
    const edits: Edit[] = [];
    let before: Segment | undefined;
    for (const next of segments) {
      if (before && !next.startsLine && isBorder(record.text, before, next)) {
        const at = lastIndentation(record.text, before.end, next.start);
        edits.push({ span: { start: at, end: at }, newText });
      }
      before = next;
    }
    const [first] = edits;
    if (!first) return;
    const count = edits.length + 1;
    yield {
      span: { start: first.span.start, end: first.span.start + INDENTATION.length },
      message: message('structure.one-line', { count }),
      fixes: [{ title: message('structure.one-line.fix', { count }), safe: false, edits }],
    };
  },
};

/** Longer parts without punctuation are no headings. */
const LONGEST_HEADING = 80;

/** Whether a gap parts two paragraphs; a wide gap inside a sentence does not. */
function isBorder(text: string, before: Segment, next: Segment): boolean {
  if (endsSentence(text, before.start, before.end) || before.end - before.start < LONGEST_HEADING) return true;
  if (readMarker(text, next.start, next.end) || readBullet(text, next.start, next.end) !== undefined) return true;
  const line = text.slice(next.start, Math.min(next.end, next.start + LONGEST_HEADING));
  return isDateLine(line) || isCredit(line);
}

/** The last two ideographic spaces of a gap, which stay and indent the new line. */
function lastIndentation(text: string, start: number, end: number): number {
  let at = end - INDENTATION.length;
  while (at > start && (text.charCodeAt(at) !== WIDE_SPACE || text.charCodeAt(at + 1) !== WIDE_SPACE)) at--;
  return at;
}
