import type { ToRecordResult } from '../../server/src/protocol/protocol.ts';

export type RecordEdit = ToRecordResult['documentChanges'][number]['edits'][number];

/** Neighbours this near are read as one change, in UTF-16 units. */
const NEAR = 20;

/**
 * Fewer edits that come to the same: those of one group that stand near each other on a line, and nothing of another group between, are one.
 * @param lineAt the text of a line
 */
export function coarserEdits(edits: readonly RecordEdit[], lineAt: (line: number) => string): RecordEdit[] {
  const coarser: RecordEdit[] = [];
  for (const edit of edits) {
    const last = coarser.at(-1);
    if (!last || !areNear(last, edit)) {
      coarser.push(edit);
      continue;
    }
    const between = lineAt(edit.range.start.line).slice(last.range.end.character, edit.range.start.character);
    coarser[coarser.length - 1] = {
      ...last,
      range: { start: last.range.start, end: edit.range.end },
      newText: last.newText + between + edit.newText,
    };
  }
  return coarser;
}

function areNear(before: RecordEdit, behind: RecordEdit): boolean {
  const { end } = before.range;
  const { start } = behind.range;
  return (
    before.annotationId === behind.annotationId && end.line === start.line && start.character - end.character <= NEAR
  );
}
