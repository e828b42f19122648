import { lineStart } from '../../rules/lines.ts';
import { standsAlone, styledMark } from '../../rules/numeralMark.ts';
import { endsPreamble } from '../../statement/furniture.ts';
import type { RecordTree, StatementNode } from '../../statement/tree.ts';
import { endsSentence } from '../../text/characters.ts';
import { shifted, spanOf } from '../../text/span.ts';
import { ownText } from '../treeWalk.ts';
import { type CompletionItem, filterTextOf } from './item.ts';
import type { Place } from './place.ts';

/** On a line that is empty or has nothing but the beginning of a numeral: the next one of each list that is open, the innermost first. */
export function numeralItems(place: Place): CompletionItem[] {
  const line = numeralLine(place);
  if (!line) return [];
  const { record, at, start } = place;
  const { indentation, typed } = line;
  return nextMarks(record, line.start)
    .filter(({ mark }) => mark.startsWith(typed))
    .map(({ mark, indent }): CompletionItem => {
      const missing = missingIndentation(indent, indentation, typed);
      return {
        kind: 'numeral',
        label: mark.trim(),
        filterText: filterTextOf(typed, mark),
        span: shifted(spanOf(at - typed.length, at), start),
        insertion: { before: missing + mark, after: '' },
      };
    });
}

/**
 * The next numeral, to be shown in the empty line that Enter has made behind a member of a list, and to be ignored by typing on.
 * `undefined` where the list may just as well go on below that member, or has its next one already.
 */
export function expectedNumeral(place: Place): string | undefined {
  const line = numeralLine(place);
  if (!line || line.typed !== '') return undefined;
  const { record } = place;
  const [next] = nextMarks(record, line.start);
  if (!next?.member || next.isTaken) return undefined;
  const { member, mark, indent } = next;
  const last = lastBefore(member, line.start);
  // What stands on the line before is the member itself, or the text below a numeral that stands alone.
  const isOwn = last === member && member.pieces.length > 0;
  const isBelow = last.kind === 'paragraph' && member.numeral !== undefined && standsAlone(member.numeral.style);
  const end = last.pieces.at(-1)?.end ?? 0;
  if (!(isOwn || isBelow) || !endsLineBefore(record, end, line.start)) return undefined;
  const from = last.pieces.at(-1)?.start ?? 0;
  const isWhole = endsSentence(record.text, from, end) && !/[：:]$/.test(record.text.slice(end - 1, end));
  return isWhole ? missingIndentation(indent, line.indentation, '') + mark : undefined;
}

interface NumeralLine {
  /** Where the line starts, in the record. */
  readonly start: number;
  readonly indentation: string;
  readonly typed: string;
}

const TYPED = /^([ \t\u3000]*)((?:[（(第]?[0-9０-９〇零一二三四五六七八九十百]{0,5}[、.．]?)?)$/u;

function numeralLine({ record, at, before, behind }: Place): NumeralLine | undefined {
  const match = TYPED.exec(before);
  if (!match || behind.trim() !== '') return undefined;
  const [, indentation = '', typed = ''] = match;
  const start = lineStart(record, at);
  return at - start === before.length && isInBody(record, start) ? { start, indentation, typed } : undefined;
}

/** Whether a line is one of the body, or follows it where nothing has closed it yet. */
function isInBody({ text, markup: { body, fields } }: RecordTree, lineStart: number): boolean {
  if (!body || lineStart < body.start) return false;
  const isClosed = fields.some(({ value, close }) => value === body && close !== -1);
  return lineStart <= body.end || (!isClosed && text.slice(body.end, lineStart).trim() === '');
}

interface NextMark {
  readonly mark: string;
  /** The indentation of the list. */
  readonly indent: string;
  /** The member that it follows; none for the first one. */
  readonly member?: StatementNode;
  /** Whether the list has that number already, farther on. */
  readonly isTaken: boolean;
}

/** What the first member of a list looks like where nothing tells. */
const FIRST = '一、';

function nextMarks(record: RecordTree, before: number): NextMark[] {
  const path = pathBefore(record.root, before);
  const members = path.filter(({ numeral }) => numeral).reverse();
  const last = path.at(-1);
  if (members.length === 0 && last && record.lists.length === 0 && endsPreamble(ownText(record, last).trim())) {
    return [{ mark: FIRST, indent: indentationOf(record, last), isTaken: false }];
  }
  return members.flatMap((member): NextMark[] => {
    const { numeral } = member;
    if (!numeral) return [];
    const list = record.lists.find((one) => one.members.includes(member));
    const isTaken = list?.members.some((one) => one.numeral?.value === numeral.value + 1) ?? false;
    const mark = styledMark(record.text, numeral.value + 1, numeral);
    return [{ mark, indent: indentationOf(record, member), member, isTaken }];
  });
}

/** From below the root to the last node that starts before an offset. */
function pathBefore(root: StatementNode, offset: number): StatementNode[] {
  const path: StatementNode[] = [];
  for (let node: StatementNode | undefined = root; node; ) {
    node = node.children.findLast((child) => child.span.start < offset);
    if (node) path.push(node);
  }
  return path;
}

function lastBefore(node: StatementNode, offset: number): StatementNode {
  return pathBefore(node, offset).at(-1) ?? node;
}

function indentationOf(record: RecordTree, { span }: StatementNode): string {
  const indentation = record.text.slice(lineStart(record, span.start), span.start);
  return indentation.trim() === '' ? indentation : '';
}

function missingIndentation(wanted: string, there: string, typed: string): string {
  return typed === '' && wanted.startsWith(there) ? wanted.slice(there.length) : '';
}

/** Whether nothing but one line break, and white space, stands between the two. */
function endsLineBefore({ text, lineBreaks }: RecordTree, end: number, start: number): boolean {
  const breaks = lineBreaks.filter((behind) => end < behind && behind <= start).length;
  return breaks === 1 && text.slice(end, start).trim() === '';
}
