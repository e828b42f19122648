import { isCredit, isDateLine } from '../statement/furniture.ts';
import type { RecordTree, StatementNode } from '../statement/tree.ts';
import { endsSentence, isHan } from '../text/characters.ts';
import { type Span, spanOf } from '../text/span.ts';
import { nodesOf, ownText, saidNodes } from './nodes.ts';

/** Shorter last paragraphs are headings, verses or names. */
const SHORTEST_PROSE = 20;
/** What stands behind the last full stop of an article without one of its own: who wrote it, who took the picture. */
const CREDIT_AT_END = /记者|記者|作者|来源|來源|责编|編輯|编辑|(?:摄|攝|供图|报道|報道|整理|编译|绘|译|撰)$/;

/** The words at the end of a record that begin a sentence and do not end it; `undefined` where the text is whole. */
export function unfinishedSentence(record: RecordTree): Span | undefined {
  const last = saidNodes(record).at(-1);
  const piece = last?.pieces.at(-1);
  if (!last || !piece || hasFrameBehind(record, last)) return undefined;
  const { text } = record;
  const whole = ownText(record, last);
  if (whole.length < SHORTEST_PROSE || !/[，。；,;]/.test(whole)) return undefined;
  const final = text.charAt(piece.end - 1);
  const breaksOff = '，、；：,;:'.includes(final) || (!endsSentence(text, piece.start, piece.end) && isWordUnit(final));
  if (!breaksOff) return undefined;
  const sentence = lastSentence(text, piece);
  const words = text.slice(sentence.start, sentence.end);
  const isComplete = CREDIT_AT_END.test(words) || isDateLine(words) || isCredit(words) || /\u3000|\t/.test(words);
  return isComplete ? undefined : sentence;
}

/** Whether signature or credit follow: then the end is there, and only a full stop is missing. */
function hasFrameBehind(record: RecordTree, { span }: StatementNode): boolean {
  for (const { kind, span: place } of nodesOf(record)) {
    if ((kind === 'signature' || kind === 'credit') && place.start >= span.end) return true;
  }
  return false;
}

function isWordUnit(character: string): boolean {
  return isHan(character.charCodeAt(0)) || /[A-Za-z0-9“‘《〈（(]/.test(character);
}

/** The last sentence of `span`, finished or not. */
export function lastSentence(text: string, { start, end }: Span): Span {
  // The sentence's own stop, quotes and brackets behind it included, ends no earlier one.
  let at = end;
  while (at > start && /[。！？!?”’）)》」』]/.test(text.charAt(at - 1))) at--;
  while (at > start && !/[。！？!?]/.test(text.charAt(at - 1))) at--;
  while (at < end && /[”’）)」』\s]/.test(text.charAt(at))) at++;
  // Nothing but stops: then that is all there is.
  return at < end ? spanOf(at, end) : spanOf(start, end);
}
