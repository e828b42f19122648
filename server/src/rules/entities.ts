/** Named entities that web pages and their converters leave in Chinese texts. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  middot: '·',
  bull: '•',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  times: '×',
  divide: '÷',
  deg: '°',
  copy: '©',
  reg: '®',
  yen: '¥',
  sect: '§',
  permil: '‰',
  // A page spaces with these where a text has plain spaces, or none.
  nbsp: ' ',
  ensp: ' ',
  emsp: '　',
  thinsp: ' ',
  shy: '',
  zwj: '',
  zwnj: '',
};

/** The body of a regular expression for one entity: &nbsp; &#160; &#xA0; and the named ones without their semicolon. */
export const ENTITY = `&(?:(?:${Object.keys(NAMED).join('|')})(?![A-Za-z0-9])|#\\d{2,7}(?=;)|#[xX][0-9a-fA-F]{2,6}(?=;));?`;

/** What an entity stands for; `undefined` for a number that is no character. */
export function decodeEntity(entity: string): string | undefined {
  const name = entity.replace(/^&|;$/g, '');
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()];
  const code = /^#[xX]/.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (code === 0xa0) return ' ';
  const isCharacter =
    code >= 0x20 && code <= 0x10_ff_ff && !(0x7f <= code && code < 0xa0) && !(0xd8_00 <= code && code <= 0xdf_ff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
