/** What stands between a tag's brackets, apart from the name: where it may occur and what it holds. */
export type TagUse =
  /** One line of a record: 〖RQ/日期〗20140521〖-RQ/日期〗. */
  | 'field'
  /** The body: its tags stand on lines of their own, one paragraph a line between them. */
  | 'body'
  /** A pair inside a field's text: 〖JZ/加重〗…〖-JZ/加重〗. */
  | 'inline'
  /** A tag that stands alone and has no closing one: 〖HH/换行〗. */
  | 'alone'
  /** Either: 〖ZI/字符〗. */
  | 'inline-or-alone';

/** What a field's value is, for checking, colouring and explaining it. */
export type ValueKind = 'issue' | 'date' | 'page' | 'item' | 'heading' | 'people' | 'word' | 'paragraphs' | 'text';

export interface TagDefinition {
  /** Two capital ASCII letters. */
  readonly code: string;
  /** The Chinese name, as it stands behind the slash. */
  readonly name: string;
  readonly use: TagUse;
  readonly value: ValueKind;
  /** Whether a record is incomplete without it. */
  readonly required: boolean;
}

/** Tags by code. The order of `definitions` is the order of the fields in a record. */
export interface Vocabulary {
  readonly definitions: readonly TagDefinition[];
  readonly byCode: ReadonlyMap<string, TagDefinition>;
  readonly byName: ReadonlyMap<string, TagDefinition>;
  /** Field code → its rank in a record. */
  readonly order: ReadonlyMap<string, number>;
  /** By the two letters of the code as {@link codeNumber} counts them; sparse. */
  readonly byCodeNumber: readonly (TagDefinition | undefined)[];
}

/** Every pair of UTF-16 units between A and Z has a number below 676 of its own; any other is none of those. */
export function codeNumber(first: number, second: number): number {
  const [row, column] = [first - LETTER_A, second - LETTER_A];
  return row < 0 || column < 0 || column >= LETTERS ? -1 : row * LETTERS + column;
}

/** The number of a tag's code, of which there are two letters. */
export function codeNumberOf(code: string): number {
  return codeNumber(code.charCodeAt(0), code.charCodeAt(1));
}

/** The code that has this number. */
export function codeOf(number: number): string {
  return String.fromCharCode(LETTER_A + Math.floor(number / LETTERS), LETTER_A + (number % LETTERS));
}

const LETTER_A = 65;
const LETTERS = 26;

/** Seen in archives of the newspaper; the order is that of its records. */
const NEWSPAPER: readonly TagDefinition[] = [
  { code: 'ZQ', name: '总期', use: 'field', value: 'issue', required: true },
  { code: 'RQ', name: '日期', use: 'field', value: 'date', required: true },
  { code: 'BH', name: '版号', use: 'field', value: 'page', required: true },
  { code: 'TH', name: '条号', use: 'field', value: 'item', required: true },
  { code: 'YT', name: '引题', use: 'field', value: 'heading', required: false },
  { code: 'BT', name: '标题', use: 'field', value: 'heading', required: true },
  { code: 'FT', name: '副题', use: 'field', value: 'heading', required: false },
  { code: 'ZZ', name: '作者', use: 'field', value: 'people', required: false },
  { code: 'BM', name: '版名', use: 'field', value: 'word', required: false },
  { code: 'TC', name: '体裁', use: 'field', value: 'word', required: false },
  { code: 'ZW', name: '正文', use: 'body', value: 'paragraphs', required: true },
  { code: 'HH', name: '换行', use: 'alone', value: 'text', required: false },
  { code: 'JZ', name: '加重', use: 'inline', value: 'text', required: false },
  { code: 'ZI', name: '字符', use: 'inline-or-alone', value: 'text', required: false },
];

/** Names of further tags, by code. */
export type TagNames = ReadonlyMap<string, string>;

/** With tags that a workspace uses besides. What the base has, code or name, keeps its meaning. */
export function extendedVocabulary(base: Vocabulary, more: TagNames): Vocabulary {
  const added = [...more].flatMap(([code, name]): TagDefinition[] =>
    // Nobody has said whether it needs a closing tag or how often it may occur, so that nothing of the kind is asked of it.
    base.byCode.has(code) ? [] : [{ code, name, use: 'inline-or-alone', value: 'text', required: false }],
  );
  if (added.length === 0) return base;
  const { byName, ...vocabulary } = vocabularyOf([...base.definitions, ...added]);
  return { ...vocabulary, byName: new Map([...byName, ...base.byName]) };
}

export function isTagCode(text: string): boolean {
  return /^[A-Z]{2}$/.test(text);
}

/** Whether a tag of this name is read as one: 〖CC/名〗. */
export function isTagName(text: string): boolean {
  return /^[^\s\p{C}/〖〗【】［］[\]〔〕]{1,12}$/u.test(text);
}

function vocabularyOf(definitions: readonly TagDefinition[]): Vocabulary {
  const fields = definitions.filter((tag) => isFieldUse(tag.use));
  const byCodeNumber = Array.from({ length: LETTERS * LETTERS }, (): TagDefinition | undefined => undefined);
  for (const tag of definitions) byCodeNumber[codeNumber(tag.code.charCodeAt(0), tag.code.charCodeAt(1))] = tag;
  return {
    definitions,
    byCode: new Map(definitions.map((tag) => [tag.code, tag])),
    byName: new Map(definitions.map((tag) => [tag.name, tag])),
    order: new Map(fields.map((tag, rank) => [tag.code, rank])),
    byCodeNumber,
  };
}

export function isFieldUse(use: TagUse): boolean {
  return use === 'field' || use === 'body';
}

export const NEWSPAPER_VOCABULARY = vocabularyOf(NEWSPAPER);
