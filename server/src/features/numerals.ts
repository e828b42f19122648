import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { markSpan, standsAlone } from '../rules/numeralMark.ts';
import { saidNodes } from '../rules/nodes.ts';
import { type Document, parseDocument, recordAt, recordsOf } from '../statement/document.ts';
import { readMarker } from '../statement/markers.ts';
import { writeNumeral } from '../statement/numerals.ts';
import type { RecordTree, StatementNode } from '../statement/tree.ts';
import { applyEdits, type Edit } from '../text/edits.ts';
import { type Message, message } from '../text/messages.ts';
import { type Span, shifted, spanOf } from '../text/span.ts';
import { memberAt } from './moveSection.ts';

/**
 * A kind of numbers, by its first one. 一 and 1 stand on lines of their own; after 第一条 comes a wide space, as laws are printed.
 */
export type NumberMark = '一、' | '（一）' | '1.' | '1）' | '（1）' | '①' | '第一条　' | '第一，' | '一' | '1';

export type Numbered =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  | { readonly ok: false; readonly why: Message };

/** Whether a mark stands on a line of its own. */
function isAlone(mark: NumberMark): boolean {
  return mark === '一' || mark === '1';
}

/**
 * Numbers the unnumbered paragraphs that `range` touches, from one on, or on from the number of the paragraph before. The range counts
 * in the file, and lies in the record that it begins in.
 */
export function numberParagraphs(document: Document, range: Span, mark: NumberMark): Numbered {
  const { record, start } = recordAt(document, range.start);
  const local = shifted(range, -start);
  const said = saidNodes(record).filter((node) => node.pieces.length > 0 || node.numeral);
  const isTouched = ({ span }: StatementNode) => span.start <= local.end && local.start <= span.end;
  const chosen = said.filter((node) => isTouched(node) && !node.numeral && node.kind !== 'bullet');
  const [first] = chosen;
  if (!first || isAlone(mark)) return { ok: false, why: message('numbers.nothing') };
  const before = said[said.indexOf(first) - 1];
  const continued = before?.numeral && before.numeral.style === styleOf(mark) ? listUpTo(record, before) : [];
  const from = continued.at(-1) ?? 0;
  const values = chosen.map((_, index) => from + index + 1);
  const edits = chosen.map(({ span }, index) => ({
    span: spanOf(span.start, span.start),
    newText: markOf(mark, from + index + 1),
  }));
  return checked(record, edits, [...continued, ...values], start);
}

/** The values of the list that a numbered node belongs to, up to its own. */
function listUpTo({ lists }: RecordTree, { span }: StatementNode): number[] {
  const list = lists.find(({ members }) => members.some((member) => member.span.start === span.start));
  const values = list?.members.filter((member) => member.span.start <= span.start) ?? [];
  return values.map(({ numeral }) => numeral?.value ?? 0);
}

/** Gives all numbers of the list at a caret another form. */
export function changeNumerals(document: Document, offset: number, mark: NumberMark): Numbered {
  const { record, start } = recordAt(document, offset);
  const place = memberAt(record, offset - start);
  if (!place) return { ok: false, why: message('numbers.noList') };
  const numerals = place.members.flatMap(({ numeral }) => numeral ?? []);
  if (numerals.some(({ style }) => standsAlone(style) !== isAlone(mark))) {
    return { ok: false, why: message(isAlone(mark) ? 'numbers.notAlone' : 'numbers.alone') };
  }
  const edits = numerals.map((numeral) => {
    const { start: from, end } = markSpan(record.text, numeral);
    const width = record.text.slice(from, end).trimEnd().length;
    return { span: spanOf(from, mark.endsWith('　') ? end : from + width), newText: markOf(mark, numeral.value) };
  });
  const values = numerals.map(({ value }) => value);
  return checked(record, edits, values, start);
}

function markOf(mark: NumberMark, value: number): string {
  return mark.replace(/[一1①]/, (like) => writeNumeral(value, like));
}

function styleOf(mark: NumberMark): string | undefined {
  return readMarker(mark, 0, mark.length)?.numeral.style;
}

/**
 * The edits, unless the edited text reads otherwise than they mean: a second level that looks like the first one belongs to it.
 *
 * @param values of the list that the last edit is to belong to, up to that edit
 */
function checked(record: RecordTree, edits: readonly Edit[], values: readonly number[], start: number): Numbered {
  const [edited] = recordsOf(parseDocument(applyEdits(record.text, edits), NEWSPAPER_VOCABULARY));
  const last = edits.at(-1);
  const moved = edits
    .slice(0, -1)
    .reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
  const place = (last?.span.start ?? 0) + moved;
  const list = edited?.lists.find(({ members }) => members.some(({ span }) => span.start === place));
  const read = list?.members.filter(({ span }) => span.start <= place).map(({ numeral }) => numeral?.value) ?? [];
  const isMeant = read.length === values.length && read.every((value, index) => value === values[index]);
  if (!isMeant) return { ok: false, why: message('numbers.unclear') };
  return { ok: true, edits: edits.map(({ span, newText }) => ({ span: shifted(span, start), newText })) };
}
