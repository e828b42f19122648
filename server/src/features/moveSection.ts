import { type Document, recordAt } from '../statement/document.ts';
import type { NumberedList, RecordTree, StatementNode } from '../statement/tree.ts';
import type { Edit } from '../text/edits.ts';
import { shifted, touches } from '../text/span.ts';

export interface MovedSection {
  readonly edits: readonly Edit[];
  /** Where the caret goes along to, in the edited text. */
  readonly caret: number;
}

/**
 * Changes the places of the numbered part at a caret and the one before or behind it in the same list. The numbers keep their places, so
 * that the list counts on. `undefined` outside every list and at its ends.
 */
export function moveSection(document: Document, offset: number, direction: 'up' | 'down'): MovedSection | undefined {
  const { record, start } = recordAt(document, offset);
  const place = memberAt(record, offset - start);
  if (!place) return undefined;
  const { members, index } = place;
  const [first, second] =
    direction === 'up' ? [members[index - 1], members[index]] : [members[index], members[index + 1]];
  if (!first?.numeral || !second?.numeral) return undefined;
  const [upper, lower] = [numberedAs(record, second, first), numberedAs(record, first, second)];
  const edits = [
    { span: shifted(first.span, start), newText: upper.text },
    { span: shifted(second.span, start), newText: lower.text },
  ];
  const own = direction === 'up' ? second : first;
  const moved = direction === 'up' ? upper : lower;
  const grown = upper.text.length - (first.span.end - first.span.start);
  const target = direction === 'up' ? first.span.start : second.span.start + grown;
  const within = offset - start - own.span.start;
  // A caret behind the numeral keeps its distance from the text, one before it from the start.
  const behindNumeral = offset - start >= own.span.start + moved.numeralEnd - moved.shift;
  return { edits, caret: start + target + within + (behindNumeral ? moved.shift : 0) };
}

/** The text of `node` with the numeral of `model`. */
function numberedAs(
  { text }: RecordTree,
  { span, numeral }: StatementNode,
  model: StatementNode,
): { readonly text: string; readonly numeralEnd: number; readonly shift: number } {
  if (!numeral || !model.numeral) return { text: text.slice(span.start, span.end), numeralEnd: 0, shift: 0 };
  const before = text.slice(span.start, numeral.span.start);
  const shift = model.numeral.text.length - numeral.text.length;
  return {
    text: before + model.numeral.text + text.slice(numeral.span.end, span.end),
    numeralEnd: before.length + model.numeral.text.length,
    shift,
  };
}

export interface ListMember {
  readonly members: NumberedList['members'];
  readonly index: number;
}

/** The innermost member of a list that a caret stands in; between two, the one behind it. */
export function memberAt({ lists }: RecordTree, offset: number): ListMember | undefined {
  let found: ListMember | undefined;
  let innermost = -1;
  for (const { members } of lists) {
    const index = members.findLastIndex(({ span }) => touches(span, offset));
    const start = members[index]?.span.start ?? -1;
    if (start > innermost) [found, innermost] = [{ members, index }, start];
  }
  return found;
}
