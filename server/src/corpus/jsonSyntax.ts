import type { Node, ParseError, ParseErrorCode } from 'jsonc-parser/lib/esm/main.js';
// Without what writes JSON, which the server loads when it first does.
import { parseTree } from 'jsonc-parser/lib/esm/impl/parser.js';
import { type LinePosition, lineBreaks, positionIn } from '../text/lines.ts';
import { type Message, type MessageId, message } from '../text/messages.ts';

/** By the parser's numbers. */
const IDS: Readonly<Record<ParseErrorCode, MessageId>> = {
  1: 'json.symbol',
  2: 'json.number',
  3: 'json.key',
  4: 'json.value',
  5: 'json.colon',
  6: 'json.comma',
  7: 'json.brace',
  8: 'json.bracket',
  9: 'json.end',
  10: 'json.comment',
  11: 'json.comment',
  12: 'json.string',
  13: 'json.number',
  14: 'json.escape',
  15: 'json.escape',
  16: 'json.character',
};

/** What is wrong with a piece of JSON, in words for those who have never read its grammar. */
export function syntaxMessage({ error }: ParseError): Message {
  return message(IDS[error]);
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
