import { isLineBreak } from '../text/lines.ts';
import { type Span, spanOf } from '../text/span.ts';
import { skipWhite, trimEnd } from '../text/trim.ts';
import type { Field, PairFault, RecordMarkup, Tag } from './syntax.ts';
import { pairTags } from './pair.ts';
import { PlainFields } from './plainFields.ts';
import type { Marks } from './records.ts';
import { readTags } from './scan.ts';
import { isFieldUse, type Vocabulary } from './vocabulary.ts';

/** The markup of one record, given its tags: how they pair, its fields. Never throws; linear in the text. */
export function readMarkup(text: string, marks: Marks, vocabulary: Vocabulary): RecordMarkup {
  const { tagBrackets } = marks;
  if (PLAIN.read(text, marks)) {
    return new PlainMarkup(text, tagBrackets, vocabulary, PLAIN.toFields(vocabulary));
  }
  const tags = readTags(text, tagBrackets, vocabulary);
  const { partner, faults } = pairTags(text, tags, vocabulary);
  const fields = readFields(text, tags, partner, faults, vocabulary);
  return { tags, partner, faults, fields, isPlain: false, tagCount: tags.length, ...partedText(text, fields) };
}

/** What is read for now. */
const PLAIN = new PlainFields();

/** The markup of a record without a fault. Hardly anybody asks for the tags themselves: they are made when somebody does. */
class PlainMarkup implements RecordMarkup {
  readonly isPlain = true;
  readonly faults = NO_FAULTS;
  readonly fields: readonly Field[];
  readonly stray: readonly Span[];
  readonly body: Span | null;
  readonly #text: string;
  readonly #brackets: readonly number[];
  readonly #vocabulary: Vocabulary;
  #tags: readonly Tag[] | undefined;
  #partner: readonly number[] | undefined;

  constructor(text: string, brackets: readonly number[], vocabulary: Vocabulary, fields: readonly Field[]) {
    const { stray, body } = partedText(text, fields);
    this.fields = fields;
    this.stray = stray;
    this.body = body;
    this.#text = text;
    this.#brackets = brackets;
    this.#vocabulary = vocabulary;
  }

  get tagCount(): number {
    return this.#brackets.length;
  }

  get tags(): readonly Tag[] {
    return (this.#tags ??= readTags(this.#text, this.#brackets, this.#vocabulary));
  }

  get partner(): readonly number[] {
    return (this.#partner ??= pairTags(this.#text, this.tags, this.#vocabulary).partner);
  }
}

const NO_FAULTS: readonly PairFault[] = [];

/** What lies between fields, and the place of the body. */
function partedText(text: string, fields: readonly Field[]): Pick<RecordMarkup, 'stray' | 'body'> {
  if (fields.length === 0) return { stray: [], body: spanOf(0, text.length) };
  const stray = gapsBetween(text, fields);
  const field = fields.find((one) => one.definition?.use === 'body');
  if (field) return { stray, body: field.value };
  // Without tags of its own, what follows the last field can only be the body.
  const last = stray.at(-1);
  const isBody = last !== undefined && last.start >= (fields.at(-1)?.end ?? 0);
  return { stray: isBody ? stray.slice(0, -1) : stray, body: isBody ? last : null };
}

function readFields(
  text: string,
  tags: readonly Tag[],
  partner: readonly number[],
  faults: readonly PairFault[],
  vocabulary: Vocabulary,
): Field[] {
  const missing = new Map<number, number>();
  for (const fault of faults) if ('tag' in fault) missing.set(fault.tag, fault.at);
  const fields: Field[] = [];
  let done = 0;
  let lastStart = 0;
  let inOrder = true;
  tags.forEach((tag, index) => {
    const other = partner[index] ?? -1;
    if (tag.role === 'close' && other !== -1) return;
    // Of two halves that disagree, the one that is known says which field it is.
    const partnerCode = tags[other]?.code ?? tag.code;
    const code = vocabulary.byCode.has(tag.code) ? tag.code : partnerCode;
    const definition = vocabulary.byCode.get(code);
    if (definition ? !isFieldUse(definition.use) : !startsLine(text, tag.start)) return;
    const at = missing.get(index);
    if (other === -1 && at === undefined) return;
    const open = tag.role === 'open' ? index : -1;
    const close = tag.role === 'open' ? other : index;
    const from = tags[open]?.end ?? at ?? tag.start;
    const to = tags[close]?.start ?? at ?? tag.end;
    const end = tags[close]?.end ?? to;
    // What lies inside a field before it is that field's text; what crosses its end counts from there.
    if (end <= done) return;
    const start = Math.max(done, Math.min(tag.start, from));
    const value = spanOf(Math.max(from, done), Math.max(to, from, done));
    inOrder &&= start >= lastStart;
    lastStart = start;
    fields.push({ start, end, code, definition, open, close, value });
    done = end;
  });
  return inOrder ? fields : fields.toSorted((a, b) => a.start - b.start);
}

/** A pair that the vocabulary does not know is a field where it begins a line, as fields do. */
function startsLine(text: string, at: number): boolean {
  return at === 0 || isLineBreak(text.charCodeAt(at - 1));
}

/** What lies between, before and behind the fields, trimmed, where it is more than white space. */
function gapsBetween(text: string, fields: readonly Field[]): Span[] {
  const gaps: Span[] = [];
  let from = 0;
  for (let index = 0; index <= fields.length; index++) {
    const end = fields[index]?.start ?? text.length;
    const start = skipWhite(text, from, end);
    if (start < end) gaps.push(spanOf(start, trimEnd(text, start, end)));
    from = fields[index]?.end ?? from;
  }
  return gaps;
}
