import type { Field } from '../markup/syntax.ts';
import { isFieldUse, type Vocabulary } from '../markup/vocabulary.ts';
import type { NumberedList, RecordTree } from '../statement/tree.ts';
import type { Span } from '../text/span.ts';
import { nodeTraces } from './nodeTraces.ts';
import { folderDate } from './printedDates.ts';
import type { RuleContext } from './rule.ts';
import { isDashOrQuote, isDigit } from './signs.ts';
import { TREE } from './traces.ts';

/** The traces of a record's tree: bits of {@link TREE}. What they leave out is not there. */
export function treeTraces(record: RecordTree, context: RuleContext): number {
  const { vocabulary } = context;
  const inFolder = folderDate(context.path) === undefined ? 0 : TREE.dated;
  return (
    tagTraces(record, vocabulary) |
    fieldTraces(record, context) |
    numberTraces(record.lists) |
    nodeTraces(record) |
    inFolder
  );
}

function tagTraces({ markup }: RecordTree, { byCode }: Vocabulary): number {
  let traces = markup.faults.length > 0 ? TREE.fault : 0;
  if (!markup.isPlain) {
    for (const { code, name, defects } of markup.tags) {
      if (defects.length > 0 || byCode.get(code)?.name !== name) traces |= TREE.oddTag;
    }
  }
  // A tag inside a paragraph stands for no text, so that paragraphs may be alike but for such tags.
  if (traces || markup.tagCount !== 2 * markup.fields.length) traces |= TREE.alike;
  return traces;
}

function fieldTraces({ text, markup: { fields, stray } }: RecordTree, { vocabulary, today }: RuleContext): number {
  if (fields.length === 0) return 0;
  let traces = stray.length > 0 ? TREE.stray : 0;
  let rank = -1;
  let missing = 0;
  for (const { required, use } of vocabulary.definitions) if (required && isFieldUse(use)) missing++;
  for (const field of fields) {
    const { definition, open, close, value } = field;
    const next = definition ? (vocabulary.order.get(definition.code) ?? -1) : -1;
    const isWhole = definition !== undefined && open !== -1 && close !== -1 && rank < next;
    if (!isWhole || !beginsWithText(text, value)) traces |= TREE.oddField;
    if (!isUsual(text, field, today)) traces |= TREE.oddValue;
    if (definition?.required) missing--;
    rank = next;
  }
  if (missing !== 0) traces |= TREE.oddField;
  return traces;
}

/** Whether behind ordinary white space some other character follows, that is surely none. */
function beginsWithText(text: string, { start, end }: Span): boolean {
  let at = start;
  while (at < end && isOrdinarySpace(text.charCodeAt(at))) at++;
  const unit = text.charCodeAt(at);
  return at < end && ((0x20 < unit && unit < 0x7f) || isDashOrQuote(unit) || (0x30_00 < unit && unit !== 0xfe_ff));
}

function isOrdinarySpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x30_00;
}

/** Whether a field's value is what such values nearly always are, where they are numbers. */
function isUsual(text: string, { definition, value }: Field, today: string): boolean {
  const length = value.end - value.start;
  switch (definition?.value) {
    case 'date':
      return length === 8 && isPastDay(numberIn(text, value), today);
    case 'page':
      return (length === 2 || length === 3) && numberIn(text, value) > 0;
    case 'issue':
    case 'item':
      return numberIn(text, value) > 0;
    default:
      return true;
  }
}

/** The number that digits write; -1 where anything else stands there, and 0 where nothing does. */
function numberIn(text: string, { start, end }: Span): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (!isDigit(unit)) return -1;
    number = 10 * number + unit - DIGIT_ZERO;
  }
  return number;
}

const DIGIT_ZERO = '0'.charCodeAt(0);
/** The newspaper's first whole year. */
const FIRST_YEAR = 1947;

/** Whether a number YYYYMMDD is surely a day on which the newspaper came out; of the last days of months none is. */
function isPastDay(date: number, today: string): boolean {
  const day = date % 100;
  const month = Math.floor(date / 100) % 100;
  return FIRST_YEAR * 10_000 < date && date < Number(today) && 1 <= month && month <= 12 && 1 <= day && day <= 28;
}

function numberTraces(lists: readonly NumberedList[]): number {
  for (const { members } of lists) {
    const style = members[0]?.numeral?.style;
    let expected = 1;
    for (const { numeral } of members) {
      if (numeral?.value !== expected++ || numeral.style !== style || numeral.meant !== undefined)
        return TREE.oddNumber;
    }
  }
  return 0;
}
