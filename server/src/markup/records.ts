import { isLineBreak } from '../text/lines.ts';
import { isPlainClosing, type MarkReader, plainEnd, scanMarks } from './scan.ts';
import type { Tag } from './syntax.ts';
import { isFieldUse, type TagDefinition, type Vocabulary } from './vocabulary.ts';

/** The lines and tags of a record; offsets count from its start. */
export interface Marks {
  /** Offsets just behind each line break. */
  readonly lineBreaks: readonly number[];
  /** For each tag in order, its opening bracket, or the closing one where that is lost; damaged tags included. */
  readonly tagBrackets: readonly number[];
  /** What each of these tags is, where it is written as the vocabulary has it. */
  readonly definitions: readonly (TagDefinition | undefined)[];
  /** Where two ideographic spaces or more begin that stand side by side inside a line. */
  readonly gaps: readonly number[];
}

/** Where in a file a record starts and ends, and its marks. */
export interface MarkedRecord extends Marks {
  readonly start: number;
  readonly end: number;
}

/**
 * The records of a file; the first starts at 0. A record starts with the line of its first tag: that of the first field
 * where the record before has had one, or any field once the body before has been closed. Each record is split by what it
 * holds alone, so that a split may be resumed at any start.
 */
export function splitRecords(text: string, vocabulary: Vocabulary): readonly MarkedRecord[] {
  const records: MarkedRecord[] = [];
  eachRecord(text, vocabulary, (record) => records.push(record));
  return records;
}

/** Tells of the same records one by one, as soon as they are found. */
export function eachRecord(text: string, vocabulary: Vocabulary, found: (record: MarkedRecord) => void): void {
  const splitter = new Splitter(text, vocabulary, found);
  scanMarks(text, vocabulary, splitter);
  splitter.finish();
}

/** The marks of a text that is one record. */
export function marksOf(text: string, vocabulary: Vocabulary): Marks {
  const lineBreaks: number[] = [];
  const tagBrackets: number[] = [];
  const definitions: (TagDefinition | undefined)[] = [];
  const gaps: number[] = [];
  scanMarks(text, vocabulary, {
    lineBreak: (behind) => lineBreaks.push(behind),
    gap: (start) => gaps.push(start),
    tag(bracket, plain) {
      tagBrackets.push(bracket);
      definitions.push(plain);
    },
  });
  return { lineBreaks, tagBrackets, definitions, gaps };
}

class Splitter implements MarkReader {
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  readonly #firstField: TagDefinition | undefined;
  readonly #found: (record: MarkedRecord) => void;
  readonly #lineBreaks = new Offsets();
  readonly #tagBrackets = new Offsets();
  readonly #gaps = new Offsets();
  #definitions: (TagDefinition | undefined)[] = [];
  #shared: readonly (TagDefinition | undefined)[] = [];
  #start = 0;
  /** What the record has had so far. */
  #hasFirst = false;
  #hasOther = false;
  #hasBody = false;
  #bodyClosed = false;
  /** Where the last tag of the newspaper's kind ends, which one it is, and whether it opens. */
  #limit = 0;
  #codeBefore = '';
  #isBehindOpening = false;

  constructor(text: string, vocabulary: Vocabulary, found: (record: MarkedRecord) => void) {
    this.#text = text;
    this.#vocabulary = vocabulary;
    this.#found = found;
    this.#firstField = vocabulary.definitions.find(({ use }) => isFieldUse(use));
  }

  lineBreak(behind: number): void {
    this.#lineBreaks.add(behind);
  }

  gap(start: number): void {
    this.#gaps.add(start);
  }

  tag(bracket: number, plain: TagDefinition | undefined, tag: Tag | undefined): void {
    // A bracket of another kind may be the text's own: what it begins parts no records.
    if (this.#text.charCodeAt(bracket) === OPENING_UNIT) {
      const isClosing = plain ? isPlainClosing(this.#text, bracket) : tag?.role === 'close';
      const code = plain?.code ?? tag?.code ?? '';
      const field = plain ? ifField(plain) : tag && fieldOf(tag, this.#vocabulary);
      if (field) this.#field(bracket, field, code, isClosing);
      this.#limit = plain ? plainEnd(this.#text, bracket, plain) : (tag?.end ?? bracket);
      this.#codeBefore = code;
      this.#isBehindOpening = !isClosing;
    }
    this.#tagBrackets.add(bracket);
    this.#definitions.push(plain);
  }

  finish(): void {
    this.#end(this.#text.length);
  }

  #field(bracket: number, field: TagDefinition, code: string, isClosing: boolean): void {
    const isFirst = field === this.#firstField;
    const begins = isFirst
      ? this.#hasBody || (this.#hasFirst && this.#hasOther)
      : this.#bodyClosed && field.use === 'field';
    const lineStart = begins ? this.#lineStart(bracket) : undefined;
    if (lineStart !== undefined) {
      this.#end(lineStart);
      this.#hasFirst = this.#hasOther = this.#hasBody = this.#bodyClosed = false;
    }
    if (isFirst) this.#hasFirst = true;
    else this.#hasOther = true;
    if (field.use === 'body') {
      this.#hasBody = true;
      const isInOtherField = this.#codeBefore !== code && this.#lineStart(bracket) === undefined;
      if (isClosing && !isInOtherField) this.#bodyClosed = true;
    }
  }

  /** The start of the line of the tag at `bracket`, or the end of the tag before it there; `undefined` inside a field of that line. */
  #lineStart(bracket: number): number | undefined {
    const limit = this.#limit;
    let at = bracket;
    while (at > limit && !isLineBreak(this.#text.charCodeAt(at - 1))) at--;
    const isInField = at === limit && this.#isBehindOpening && !isLineBreak(this.#text.charCodeAt(at - 1));
    return isInField ? undefined : at;
  }

  #end(end: number): void {
    const start = this.#start;
    // A line break ends with the unit before its offset, a tag starts with the one behind.
    const lineBreaks = this.#lineBreaks.upTo(end + 1, start);
    const tagBrackets = this.#tagBrackets.upTo(end, start);
    const gaps = this.#gaps.upTo(end, start);
    const behind = this.#definitions.splice(tagBrackets.length);
    // Most records have the same tags, so that one list serves many.
    if (!haveSame(this.#shared, this.#definitions)) this.#shared = this.#definitions;
    const definitions = this.#shared;
    this.#definitions = behind;
    this.#found({ start, end, lineBreaks, tagBrackets, definitions, gaps });
    this.#start = end;
  }
}

/** Collects ascending offsets and hands them out stretch by stretch. */
class Offsets {
  /** Has room for more: only the first ones count. */
  readonly #values: number[] = [];
  #count = 0;

  add(offset: number): void {
    this.#values[this.#count++] = offset;
  }

  /** Those below `limit` that have not been handed out, counted from `start`. */
  upTo(limit: number, start: number): readonly number[] {
    const values = this.#values;
    let count = this.#count;
    while (count > 0 && (values[count - 1] ?? 0) >= limit) count--;
    if (count === 0) return NO_OFFSETS;
    const own = values.slice(0, count);
    for (let index = 0; index < count; index++) own[index] = (own[index] ?? 0) - start;
    for (let index = count; index < this.#count; index++) values[index - count] = values[index] ?? 0;
    this.#count -= count;
    return own;
  }
}

/** Shared by the records that have none. */
const NO_OFFSETS: readonly number[] = [];

const OPENING_UNIT = '〖'.charCodeAt(0);

function haveSame<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

function ifField(definition: TagDefinition): TagDefinition | undefined {
  return isFieldUse(definition.use) ? definition : undefined;
}

/** The field that a tag belongs to; none where its name says another one, so that a slip in a tag splits nothing. */
function fieldOf(tag: Tag, vocabulary: Vocabulary): TagDefinition | undefined {
  const definition = vocabulary.byCode.get(tag.code);
  if (!definition || !isFieldUse(definition.use)) return undefined;
  const named = vocabulary.byName.get(tag.name);
  return named === undefined || named === definition ? definition : undefined;
}
