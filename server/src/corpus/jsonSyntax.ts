// The module build: the other one hides its parts from bundlers.
import { type ParseError, type ParseErrorCode, printParseErrorCode } from 'jsonc-parser/lib/esm/main.js';
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
