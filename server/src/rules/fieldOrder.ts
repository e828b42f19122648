import type { Field } from '../markup/syntax.ts';
import type { RecordTree } from '../statement/tree.ts';
import { countUpTo } from '../text/lines.ts';
import { message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import { fieldTag, settledFields } from './fields.ts';
import { ENDS_WITH_BREAK, lineBreakOf, removal, wholeLines } from './lines.ts';
import type { Fix, RecordRule } from './rule.ts';
import { spanOfTag, tagText } from './tags.ts';
import { TREE } from './traces.ts';

/** A field at another place than in the order of the vocabulary; as few as possible are reported. */
export const fieldOrder: RecordRule = {
  code: 'field.order',
  severity: 'info',
  needs: { tree: TREE.oddField },
  *check(record, { vocabulary }) {
    const seen = new Set<string>();
    const fields: Field[] = [];
    for (const field of settledFields(record, vocabulary)) {
      // A second one of its kind is `field.duplicate`, wherever it stands.
      if (!seen.has(field.code)) fields.push(field);
      seen.add(field.code);
    }
    const ranks = fields.map((field) => vocabulary.order.get(field.code) ?? 0);
    const inOrder = longestAscending(ranks);
    const kept = new Set(inOrder);
    const keptRanks = inOrder.map((index) => ranks[index] ?? 0);
    for (const [index, field] of fields.entries()) {
      if (kept.has(index)) continue;
      const place = countUpTo(keptRanks, ranks[index] ?? 0);
      const next = fields[inOrder[place] ?? -1];
      const neighbour = next ?? fields[inOrder.at(-1) ?? -1];
      const tag = fieldTag(record, field);
      const neighbourTag = neighbour && fieldTag(record, neighbour);
      if (!tag || !neighbour || !neighbourTag) continue;
      const places = { name: nameOf(field), neighbour: nameOf(neighbour) };
      const fix = next ? moveBefore(record, field, next) : moveBehind(record, field, neighbour);
      yield {
        span: spanOfTag(tag),
        message: message(next ? 'field.order.before' : 'field.order.behind', places),
        related: [
          {
            span: spanOfTag(neighbourTag),
            message: message('field.order.related', { neighbour: tagText('open', neighbour.code, nameOf(neighbour)) }),
          },
        ],
        ...(fix && { fixes: [fix] }),
      };
    }
  },
};

function nameOf({ definition, code }: Field): string {
  return definition?.name ?? code;
}

/**
 * The indexes of a longest ascending run of values, gaps allowed; of equally long ones, that with the earliest members,
 * so that of two fields that changed places the second is left out.
 */
function longestAscending(values: readonly number[]): number[] {
  // From the right, negated: what replaces a tail then stands further left.
  const tails: number[] = [];
  const tailIndexes: number[] = [];
  const next = values.map(() => -1);
  for (let index = values.length - 1; index >= 0; index--) {
    const value = -(values[index] ?? 0);
    const length = countUpTo(tails, value);
    tails[length] = value;
    tailIndexes[length] = index;
    next[index] = tailIndexes[length - 1] ?? -1;
  }
  const run: number[] = [];
  for (let index = tailIndexes.at(-1) ?? -1; index !== -1; index = next[index] ?? -1) run.push(index);
  return run;
}

function moveBefore(record: RecordTree, field: Field, next: Field): Fix | undefined {
  return move(record, field, next, (target) => target.start);
}

function moveBehind(record: RecordTree, field: Field, last: Field): Fix | undefined {
  return move(record, field, last, (target) => target.end);
}

/** Moves the lines of `field` to a place at the lines of `neighbour`; `undefined` where they share their lines with others. */
function move(record: RecordTree, field: Field, neighbour: Field, placeAt: (lines: Span) => number): Fix | undefined {
  const lines = wholeLines(record, field);
  const target = wholeLines(record, neighbour);
  if (!lines || !target) return undefined;
  const at = placeAt(target);
  const { text } = record;
  const moved = text.slice(lines.start, lines.end);
  const title = message('field.order.fix', { name: nameOf(field), neighbour: nameOf(neighbour) });
  return {
    title,
    safe: false,
    edits: [removal(text, lines), { span: { start: at, end: at }, newText: insertion(record, moved, at) }],
  };
}

function insertion(record: RecordTree, moved: string, at: number): string {
  const lineBreak = lineBreakOf(record);
  if (at === record.text.length && !ENDS_WITH_BREAK.test(record.text))
    return lineBreak + moved.replace(ENDS_WITH_BREAK, '');
  return ENDS_WITH_BREAK.test(moved) ? moved : moved + lineBreak;
}
