/** What an invisible character stands for: nothing at all, a space, or a break between lines. */
export type Invisible = 'nothing' | 'space' | 'break';

const LINE_TABULATION = 0x0b;
const FORM_FEED = 0x0c;
const NEXT_LINE = 0x85;
const NO_BREAK_SPACE = 0xa0;

/** `undefined` for all that can be seen, for ordinary white space and for ordinary line breaks. */
export function invisibleAt(text: string, at: number): Invisible | undefined {
  const unit = text.charCodeAt(at);
  if (unit < 0x20) {
    if (unit === LINE_TABULATION || unit === FORM_FEED) return 'break';
    return unit === 0x09 || unit === 0x0a || unit === 0x0d ? undefined : 'nothing';
  }
  if (unit < 0x7f) return undefined;
  if (unit === NO_BREAK_SPACE) return 'space';
  if (unit === NEXT_LINE || unit === 0x20_28 || unit === 0x20_29) return 'break';
  // The byte order mark of a file is no part of its text; that of a file put behind another one is.
  if (unit === 0xfe_ff) return at === 0 ? undefined : 'nothing';
  return isFormat(unit) ? 'nothing' : undefined;
}

function isFormat(unit: number): boolean {
  return (
    unit <= 0x9f ||
    unit === 0xad ||
    unit === 0x18_0e ||
    (0x20_0b <= unit && unit <= 0x20_0f) ||
    (0x20_2a <= unit && unit <= 0x20_2e) ||
    (0x20_60 <= unit && unit <= 0x20_64) ||
    (0x20_66 <= unit && unit <= 0x20_69) ||
    (0xff_f9 <= unit && unit <= 0xff_fb)
  );
}
