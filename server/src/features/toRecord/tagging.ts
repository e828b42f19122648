import type { Vocabulary } from '../../markup/vocabulary.ts';
import { nodesOfKind } from '../../rules/nodes.ts';
import { tagText } from '../../rules/tags.ts';
import { isAdoption, isCredit, isDateLine } from '../../statement/furniture.ts';
import { parseRecord } from '../../statement/parse.ts';
import { isLineBreak } from '../../text/lines.ts';
import { shifted, type Span, spanOf } from '../../text/span.ts';
import type { DraftEdit } from './draft.ts';
import { headlineAmong } from './headline.ts';
import { INDENTATION } from './layout.ts';
import { type TextLine, textLines } from './textLines.ts';

/** Marks the fields of one untagged statement, which `place` covers in a text. */
export function tagged(whole: string, place: Span, vocabulary: Vocabulary, lineBreak: string): DraftEdit[] {
  const text = whole.slice(place.start, place.end);
  const lines = textLines(text);
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return [];
  const fields = new Fields(vocabulary, lineBreak);
  const edits = [
    ...layoutBefore(text, first),
    ...headEdits(text, lines, fields, vocabulary),
    ...endEdits(text, last, fields.closing('ZW'), lineBreak),
  ];
  return edits.map((edit) => ({ ...edit, span: shifted(edit.span, place.start) }));
}

/** Blank lines before the record, but not the byte order mark. */
function layoutBefore(text: string, first: TextLine): DraftEdit[] {
  const from = text.charCodeAt(0) === 0xfe_ff ? 1 : 0;
  return first.start > from ? [{ span: spanOf(from, first.start), newText: '', group: 'layout', apart: true }] : [];
}

function headEdits(text: string, lines: readonly TextLine[], fields: Fields, vocabulary: Vocabulary): DraftEdit[] {
  const { before, title, subtitle } = headOf(text, lines, vocabulary);
  const [opening] = title;
  const closing = title.at(-1);
  const top = lines[0]?.start ?? 0;
  if (!opening || !closing) {
    const header =
      fields.until('BT') + fields.filled('BT', '') + fields.lineBreak + fields.opening('ZW') + fields.lineBreak;
    return [{ span: spanOf(top, top), newText: header, group: 'record' }];
  }
  const above = before.filter((line) => !isPlaceAndTime(line.text));
  const kickers = above.length <= MOST_KICKERS ? above : [];
  const moved = before.filter((line) => !kickers.includes(line));
  const body = fields.lineBreak + fields.opening('ZW');
  if (before.length > 0) {
    // What stands above the headline in print or on the page stands below it in a record. In one change, so that
    // nobody can have it taken away here and not put back there.
    const words = (line: TextLine) => text.slice(line.start, line.end);
    const kicker =
      kickers.length > 0 ? fields.filled('YT', kickers.map(words).join(fields.opening('HH'))) + fields.lineBreak : '';
    const paragraphs = moved.map((line) => fields.lineBreak + INDENTATION + words(line)).join('');
    const newText = fields.until('BT') + kicker + fields.filled('BT', title.map(words).join('')) + body + paragraphs;
    return [{ span: spanOf(top, closing.end), newText, group: 'record', takesOver: true }];
  }
  const gaps = title.flatMap((line, index): DraftEdit[] => {
    const next = title[index + 1];
    return next ? [{ span: spanOf(line.end, next.start), newText: '', group: 'join' }] : [];
  });
  const head: DraftEdit = {
    span: spanOf(opening.start, opening.start),
    newText: fields.until('BT') + fields.opening('BT'),
    group: 'record',
  };
  const behind = (line: TextLine, newText: string): DraftEdit => ({
    span: spanOf(line.end, line.end),
    newText,
    group: 'record',
    belongsBefore: true,
  });
  if (!subtitle) return [head, ...gaps, behind(closing, fields.closing('BT') + body)];
  return [
    head,
    ...gaps,
    behind(closing, fields.closing('BT')),
    ...(text.slice(closing.end, subtitle.start).trim() === '' ? blankLines(text, closing.end, subtitle.start) : []),
    { span: spanOf(subtitle.start, subtitle.start), newText: fields.opening('FT'), group: 'record' },
    behind(subtitle, fields.closing('FT') + body),
  ];
}

/** More lines than these above a headline are no kicker of it. */
const MOST_KICKERS = 2;

/** All but the first line break of what stands between two fields. */
function blankLines(text: string, start: number, end: number): DraftEdit[] {
  const behind = start + (/^[^\S\r\n]*(?:\r\n|\r|\n)/.exec(text.slice(start, end))?.[0].length ?? 0);
  return end > behind ? [{ span: spanOf(behind, end), newText: '', group: 'layout', apart: true }] : [];
}

function endEdits(text: string, last: TextLine, closing: string, lineBreak: string): DraftEdit[] {
  const at = last.end;
  let behind = at;
  while (behind < text.length && !isLineBreak(text.charCodeAt(behind))) behind++;
  const hasBreak = behind < text.length;
  const next = text.startsWith('\r\n', behind) ? behind + 2 : behind + (hasBreak ? 1 : 0);
  const tag: DraftEdit = {
    span: spanOf(at, at),
    newText: lineBreak + closing + (hasBreak ? '' : lineBreak),
    group: 'record',
    belongsBefore: true,
  };
  const blanks = [spanOf(at, behind), spanOf(next, text.length)].filter(({ start, end }) => end > start);
  return [tag, ...blanks.map((span): DraftEdit => ({ span, newText: '', group: 'layout', apart: true }))];
}

interface Head {
  /** Lines above the headline. */
  readonly before: readonly TextLine[];
  readonly title: readonly TextLine[];
  readonly subtitle: TextLine | undefined;
}

/** What the second half of a headline of two lines begins with, or the first one ends with. */
const GOES_ON = /^(?:关于|關於|就|在|的|和|与|與|及|并|並|对|對|暨)/;
const LEADS_ON = /(?:关于|關於|[和与與及的同对對就])$/;
const LONGEST_SUBTITLE = 60;

function headOf(text: string, lines: readonly TextLine[], vocabulary: Vocabulary): Head {
  const found = headlineAmong(text, lines);
  if (found === undefined) return withTitleOfTree(text, lines, vocabulary);
  let from = found;
  while (from > 0 && isFirstHalf(lines[from - 1], lines[from])) from--;
  return { before: lines.slice(0, from), title: lines.slice(from, found + 1), subtitle: subtitleAt(lines, found + 1) };
}

/** A headline that does not end with what the document is: the tree takes the first line that may be one. */
function withTitleOfTree(text: string, lines: readonly TextLine[], vocabulary: Vocabulary): Head {
  const [title] = nodesOfKind(parseRecord(text, vocabulary), 'title');
  const own = lines.filter((line) => title && title.span.start <= line.start && line.end <= title.span.end);
  const first = lines.findIndex((line) => line === own[0]);
  return { before: lines.slice(0, Math.max(0, first)), title: own, subtitle: undefined };
}

function isFirstHalf(line: TextLine | undefined, next: TextLine | undefined): boolean {
  if (!line || !next || isPlaceAndTime(line.text) || line.end - line.start > LONGEST_SUBTITLE) return false;
  return GOES_ON.test(next.text) || LEADS_ON.test(line.text);
}

function subtitleAt(lines: readonly TextLine[], index: number): TextLine | undefined {
  const line = lines[index];
  const isOne =
    line &&
    /^(?:——|—)[^—]/.test(line.text) &&
    line.end - line.start <= LONGEST_SUBTITLE &&
    !/[，。；：]/.test(line.text);
  return isOne ? line : undefined;
}

function isPlaceAndTime(line: string): boolean {
  return isCredit(line) || isDateLine(line) || isAdoption(line);
}

/** The fields of one record as text. */
class Fields {
  readonly lineBreak: string;
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary, lineBreak: string) {
    this.#vocabulary = vocabulary;
    this.lineBreak = lineBreak;
  }

  /** The lines of all fields that a record must have before one. */
  until(code: string): string {
    const { definitions } = this.#vocabulary;
    const behind = definitions.findIndex((definition) => definition.code === code);
    return definitions
      .slice(0, behind)
      .filter(({ use, required }) => use === 'field' && required)
      .map((definition) => this.filled(definition.code, '') + this.lineBreak)
      .join('');
  }

  filled(code: string, value: string): string {
    return this.opening(code) + value + this.closing(code);
  }

  opening(code: string): string {
    return tagText('open', code, this.#nameOf(code));
  }

  closing(code: string): string {
    return tagText('close', code, this.#nameOf(code));
  }

  #nameOf(code: string): string {
    return this.#vocabulary.byCode.get(code)?.name ?? '';
  }
}
