import type { RecordTree } from '../statement/tree.ts';
import type { Message } from '../text/messages.ts';
import { message } from '../text/messages.ts';
import { type Break, type ListNumber, type Numbering, readNumbering } from './numbering.ts';
import { inMannerOf } from './numeralMark.ts';
import { renumberings } from './renumber.ts';
import type { Finding } from './rule.ts';

/** What a rule says about one break: the words, given what is printed, what was expected and the number that explains it. */
type BreakWording = (
  one: Break,
  places: { readonly printed: string; readonly expected: string },
  other: string,
) => Message;

/** The findings for all breaks of one kind, each at its numeral. */
export function* findBreaks(
  { lists, text }: RecordTree,
  kind: Break['kind'],
  wording: BreakWording,
): Iterable<Finding> {
  for (const list of lists) {
    const numbering = readNumbering(list, text);
    for (const one of numbering.breaks) {
      const number = one.kind === kind ? numbering.numbers[one.index] : undefined;
      if (number) yield findingOf(one, number, numbering, wording);
    }
  }
}

function findingOf(
  one: Break,
  { numeral, expected }: ListNumber,
  numbering: Numbering,
  wording: BreakWording,
): Finding {
  const other = numbering.numbers[one.other]?.numeral;
  const places = { printed: numeral.text, expected: inMannerOf(numeral, expected) };
  const fixes = renumberings(numbering, one);
  return {
    span: numeral.span,
    message: wording(one, places, other?.text ?? ''),
    ...(other && {
      related: [{ span: other.span, message: message('number.related', { number: other.text }) }],
    }),
    ...(fixes.length > 0 && { fixes }),
  };
}
