/** The two-byte codes of GBK, by which a mirror replaced characters without knowing where they begin. */
export interface Gbk {
  /** Lead byte × 256 + trail byte of a character; 0 where GBK has none of two bytes. */
  codeOf(character: string): number;
  /** The character of a code; empty where GBK has none, so that a reader drops the pair. */
  characterOf(code: number): string;
}

export const FIRST_LEAD = 0x81;
export const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;
const NO_TRAIL = 0x7f;
const UNITS = 0x1_00_00;

let table: Gbk | undefined;

/** Reads the code table of the platform's decoder, once. */
export function gbk(): Gbk {
  table ??= readTable();
  return table;
}

function readTable(): Gbk {
  const characters = Array.from({ length: UNITS }, () => '');
  const codes = new Uint16Array(UNITS);
  const decoder = new TextDecoder('gb18030');
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail++) {
      if (trail === NO_TRAIL) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      const unit = character.charCodeAt(0);
      if (character.length !== 1 || character === '\ufffd' || isPrivate(unit)) continue;
      const code = lead * 256 + trail;
      characters[code] = character;
      if (codes[unit] === 0) codes[unit] = code;
    }
  }
  return {
    codeOf: (character) => (character.length === 1 ? (codes[character.charCodeAt(0)] ?? 0) : 0),
    characterOf: (code) => characters[code] ?? '',
  };
}

/** Codes that GBK leaves to its users decode to private characters; they stood for nothing on a web page. */
function isPrivate(unit: number): boolean {
  return 0xe0_00 <= unit && unit <= 0xf8_ff;
}
