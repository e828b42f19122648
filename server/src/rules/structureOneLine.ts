import { isCredit, isDateLine } from '../statement/furniture.ts';
import { readBullet, readMarker } from '../statement/markers.ts';
import { readSegments, Segments } from '../statement/segments.ts';
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
    const { text } = record;
    readSegments(SEGMENTS, text, body.start, body.end, record.lineBreaks, record.gaps);
    const newText = lineBreakOf(record);
    const edits: Edit[] = [];
    for (let next = 1; next < SEGMENTS.length; next++) {
      if (SEGMENTS.startsLine(next) || !isBorder(text, SEGMENTS, next)) continue;
      const at = lastIndentation(text, SEGMENTS.end(next - 1), SEGMENTS.start(next));
      edits.push({ span: { start: at, end: at }, newText });
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

/** What is read for now. */
const SEGMENTS = new Segments();

/** Longer parts without punctuation are no headings. */
const LONGEST_HEADING = 80;

/** Whether the gap before segment `next` parts two paragraphs; a wide gap inside a sentence does not. */
function isBorder(text: string, segments: Segments, next: number): boolean {
  const [from, to] = [segments.start(next - 1), segments.end(next - 1)];
  if (endsSentence(text, from, to) || to - from < LONGEST_HEADING) return true;
  const [start, end] = [segments.start(next), segments.end(next)];
  if (readMarker(text, start, end) || readBullet(text, start, end) !== undefined) return true;
  const line = text.slice(start, Math.min(end, start + LONGEST_HEADING));
  return isDateLine(line) || isCredit(line);
}

/** The last two ideographic spaces of a gap, which stay and indent the new line. */
function lastIndentation(text: string, start: number, end: number): number {
  let at = end - INDENTATION.length;
  while (at > start && (text.charCodeAt(at) !== WIDE_SPACE || text.charCodeAt(at + 1) !== WIDE_SPACE)) at--;
  return at;
}
