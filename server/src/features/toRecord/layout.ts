import { type Document, placedRecords } from '../../statement/document.ts';
import type { RecordTree } from '../../statement/tree.ts';
import { isLineBreak } from '../../text/lines.ts';
import { shifted, type Span, spanOf } from '../../text/span.ts';
import type { DraftEdit } from './draft.ts';
import { textLines } from './textLines.ts';

/** What stands before each paragraph of a record's body. */
export const INDENTATION = '    ';

/** Puts each paragraph of the bodies on a line of its own, indented alike, without blank lines. */
export function laidOut(document: Document, lineBreak: string): DraftEdit[] {
  return placedRecords(document).flatMap(({ record, start }) =>
    bodyGaps(record).flatMap(({ gap, wanted }) =>
      spaced(record.text, gap, lineBreak, wanted).map((edit) => ({ ...edit, span: shifted(edit.span, start) })),
    ),
  );
}

interface BodyGap {
  readonly gap: Span;
  readonly wanted: string;
}

/** The white space before, between and behind the paragraphs of a body that has both its tags. */
function bodyGaps({ text, markup }: RecordTree): BodyGap[] {
  const field = markup.fields.find(({ definition }) => definition?.use === 'body');
  if (!field || field.open === -1 || field.close === -1) return [];
  const { start, end } = field.value;
  const gaps: BodyGap[] = [];
  let at = start;
  for (const line of textLines(text.slice(start, end))) {
    gaps.push({ gap: spanOf(at, start + line.start), wanted: INDENTATION });
    at = start + line.end;
  }
  gaps.push({ gap: spanOf(at, end), wanted: '' });
  return gaps;
}

/** Edits that make of the white space in `gap` one line break and `indentation`; what is right already stays. */
function spaced(text: string, gap: Span, lineBreak: string, indentation: string): DraftEdit[] {
  const group = 'layout';
  let first = gap.start;
  while (first < gap.end && !isLineBreak(text.charCodeAt(first))) first++;
  if (first === gap.end) return [{ span: gap, newText: lineBreak + indentation, group }];
  const behind = text.startsWith('\r\n', first) ? first + 2 : first + 1;
  const blanks = text.slice(behind, gap.end);
  const isKept =
    blanks.endsWith(indentation) && !/[^\S\r\n]$/.test(blanks.slice(0, blanks.length - indentation.length));
  const end = isKept ? gap.end - indentation.length : gap.end;
  return [
    { span: spanOf(gap.start, first), newText: '', group, apart: true } as const,
    { span: spanOf(behind, end), newText: '', group, apart: true } as const,
    { span: spanOf(gap.end, gap.end), newText: isKept ? '' : indentation, group } as const,
  ].filter(({ span, newText }) => span.end > span.start || newText !== '');
}
