// The module build: the other one hides its parts from bundlers.
import {
  type Node,
  type ParseError,
  type ParseErrorCode,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser/lib/esm/main.js';
import { type LinePosition, lineBreaks, positionIn } from '../text/lines.ts';
import { type Message, type MessageId, message } from '../text/messages.ts';

type ErrorName = keyof typeof ParseErrorCode;

const IDS: Readonly<Record<ErrorName, MessageId>> = {
  InvalidSymbol: 'json.symbol',
  InvalidNumberFormat: 'json.number',
  PropertyNameExpected: 'json.key',
  ValueExpected: 'json.value',
  ColonExpected: 'json.colon',
  CommaExpected: 'json.comma',
  CloseBraceExpected: 'json.brace',
  CloseBracketExpected: 'json.bracket',
  EndOfFileExpected: 'json.end',
  InvalidCommentToken: 'json.comment',
  UnexpectedEndOfComment: 'json.comment',
  UnexpectedEndOfString: 'json.string',
  UnexpectedEndOfNumber: 'json.number',
  InvalidUnicode: 'json.escape',
  InvalidEscapeCharacter: 'json.escape',
  InvalidCharacter: 'json.character',
};

/** What is wrong with a piece of JSON, in words for those who have never read its grammar. */
export function syntaxMessage({ error }: ParseError): Message {
  const ids: Readonly<Record<string, MessageId>> = IDS;
  return message(ids[printParseErrorCode(error)] ?? 'json.symbol');
}

/** Something in a file that the product keeps which cannot be understood. */
export interface JsonFault {
  readonly position: LinePosition;
  readonly end: LinePosition;
  readonly message: Message;
}

interface Stretch {
  readonly offset: number;
  readonly length: number;
}

export type TellFault = (where: Stretch, what: Message) => void;

/** JSON with comments as a tree. `faults` begins with those of its grammar, and grows by those that `fault` is told of. */
export function readJson(text: string): {
  readonly root: Node | undefined;
  readonly fault: TellFault;
  readonly faults: readonly JsonFault[];
} {
  const breaks = lineBreaks(text);
  const faults: JsonFault[] = [];
  const fault: TellFault = ({ offset, length }, what) => {
    faults.push({ position: positionIn(breaks, offset), end: positionIn(breaks, offset + length), message: what });
  };
  const syntaxErrors: ParseError[] = [];
  const root = parseTree(text, syntaxErrors, { allowTrailingComma: true });
  for (const error of syntaxErrors) fault(error, syntaxMessage(error));
  return { root, fault, faults };
}

interface Member {
  readonly key: string;
  readonly node: Node;
}

export function members(object: Node, fault: TellFault): Member[] {
  if (object.type !== 'object') {
    fault(object, message('config.object'));
    return [];
  }
  return (object.children ?? []).flatMap(({ children: [key, node] = [] }) =>
    typeof key?.value === 'string' && node ? [{ key: key.value, node }] : [],
  );
}

/** Where the name stands in front of a value. */
export function nameOf(value: Node): Stretch {
  return value.parent?.children?.[0] ?? value;
}
