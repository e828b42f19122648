/**
 * What may be wrong with the characters of a text, as far as one look at each of them and its neighbour tells: a bit each.
 * Rules that look closer ask for these first (`needs`), and most texts have none of them.
 */
export const TEXT = {
  /** A half-width bracket or question mark before a letter: 聯(lián)合, 方?jīng). */
  reading: 1 << 0,
  /** `?` */
  question: 1 << 1,
  /** `(` or `)` */
  halfBracket: 1 << 2,
  /** Other half-width punctuation behind a Chinese character or sign. */
  halfMark: 1 << 3,
  /** A space or point behind a Chinese character or sign. */
  gap: 1 << 4,
  /** `·` and its like. */
  middleDot: 1 << 5,
  /** A sign that looks like `·`. */
  foreignDot: 1 << 6,
  /** A character that nobody sees. */
  hidden: 1 << 7,
  /** Western letters and signs in a row, or the fillers of a debugger. */
  mojibake: 1 << 8,
  /** U+FFFD or a private character. */
  unreadable: 1 << 9,
  /** □ or 〓 */
  frame: 1 << 10,
  /** Any dash but —— and a hyphen by itself. */
  dash: 1 << 11,
  /** Dots or stops in a row, or half an ellipsis. */
  ellipsis: 1 << 12,
  /** A digit or letter that looks like 〇 beside a Han numeral. */
  zero: 1 << 13,
  /** ○ beside a Han numeral. */
  circle: 1 << 14,
  /** 〇 */
  ideographicZero: 1 << 15,
  /** Punctuation, 的 or a word twice. */
  doubled: 1 << 16,
  /** A character that converters put for another word's: 麵, 裏. */
  converted: 1 << 17,
  /** A character that only traditional, or only simplified script has. */
  traditional: 1 << 18,
  simplified: 1 << 19,
  /** A paired mark without partner on its line, or inside another pair of its kind; a straight quotation mark. */
  pair: 1 << 20,
  /** What Markdown and HTML are written with. */
  residue: 1 << 21,
  /** Two ideographic spaces inside a line. */
  wideGap: 1 << 22,
  /** What every address has. */
  address: 1 << 23,
  /** A bracket of a tag without the other one behind or before it on its line. */
  loneBracket: 1 << 24,
} as const;

/** In a text with these, other characters stand beside each other than a reader sees: all may be wrong with it. */
export const DISTURBANCES = TEXT.reading | TEXT.hidden | TEXT.mojibake;

/**
 * What may be wrong with the tags, fields, numbers and paragraphs of a record, as far as one look at each of them tells: a
 * bit each. Rules that look closer ask for these first (`needs`), and most records have few of them.
 */
export const TREE = {
  /** Tags that do not pair. */
  fault: 1 << 0,
  /** A tag with a defect, one that the vocabulary does not know, or whose name belongs to another code. */
  oddTag: 1 << 1,
  /** A field that is missing, empty, there twice, out of order, unknown or has half its tags. */
  oddField: 1 << 2,
  /** A date or number in a field that is not what such values nearly always are. */
  oddValue: 1 << 3,
  /** Something beside the field that names its day: the folder, a signature, an agency's credit. */
  dated: 1 << 4,
  /** Text between the fields. */
  stray: 1 << 5,
  /** A list that is not numbered from 1 on in one style. */
  oddNumber: 1 << 6,
  /** A paragraph in several pieces. */
  cutParagraph: 1 << 7,
  /** What may be a line of a web page: no sentence, a date, a second headline. */
  looseLine: 1 << 8,
  /** The last paragraph has no full stop. */
  openEnd: 1 << 9,
  /** A headline that may name a joint statement, but no signature. */
  unsigned: 1 << 10,
  /** Paragraphs that are not indented alike. */
  unevenIndent: 1 << 11,
  /** Two paragraphs that begin and end alike. */
  alike: 1 << 12,
} as const;
