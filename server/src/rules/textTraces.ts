import { isLineBreak } from '../text/lines.ts';
import { once } from '../text/once.ts';
import { CLASS_BITS, type CharacterTables, characterTables, KIND } from './characterTables.ts';
import { perRecord } from './perRecord.ts';
import { DISTURBANCES, TEXT } from './traces.ts';

export const textTracesOf = perRecord(({ text }) => textTraces(text));

/** The traces of a text: bits of {@link TEXT}. One pass; what it leaves out is not there. */
export function textTraces(text: string): number {
  return pass()(text);
}

const pass = once(() => passWith(characterTables()));

/** The tables belong to the pass, which is a quarter faster so than when it looks for them at each text. */
function passWith(tables: CharacterTables): (text: string) => number {
  const { classes, kinds, firstSpecial, marks, traces: tracesOf } = tables;
  return (text) => {
    // Joined, these are a new string, whose units are nearer at hand than those of a text cut from a file. With borders
    // around it, nothing beside a character needs to be asked for whether it is there.
    const units = [BORDER, text, BORDER].join('');
    const end = BORDER.length + text.length;
    let traces = 0;
    // The marks that are open on this line, the innermost one in the lowest bits, and the same as a set.
    let open = 0;
    let openKinds = 0;
    let isInBrackets = false;
    let own = classes[units.charCodeAt(0)] ?? 0;
    for (let at = BORDER.length - 1; at < end; ) {
      let before = own;
      let unit = 0;
      // On to the next character that needs a closer look, as a border does.
      do {
        before = own;
        unit = units.charCodeAt(++at);
        own = classes[unit] ?? 0;
        traces |= tracesOf[(before << CLASS_BITS) | own] ?? 0;
      } while (own < firstSpecial);
      const kind = kinds[own];
      if (kind === KIND.border) {
        if (open !== 0) traces |= TEXT.pair;
        open = openKinds = 0;
        if (isInBrackets !== (unit === CLOSING_BRACKET)) traces |= TEXT.loneBracket;
        isInBrackets = unit === OPENING_BRACKET;
      } else if (kind === KIND.starter) {
        if (units.charCodeAt(at + 2) === unit) traces |= TEXT.doubled;
      } else if (kind === KIND.dash || kind === KIND.ellipsis) {
        const isAlone = kinds[before] !== kind && units.charCodeAt(at + 1) !== unit;
        if (isAlone) traces |= kind === KIND.dash ? TEXT.dash : TEXT.ellipsis;
      } else if (kind === KIND.wideSpace) {
        // What opens before a border or a wide gap and closes behind it may belong to two paragraphs.
        if (open !== 0) traces |= TEXT.pair;
        // Indentation is no gap.
        if (beginsLine(units, at, tables)) while (isIndentation(kinds[classes[units.charCodeAt(at + 1)] ?? 0])) at++;
      } else {
        const mark = marks[unit] ?? 0;
        const number = mark >> 1;
        if (isClosing(mark)) {
          if ((open & LAST_MARK) !== number) traces |= TEXT.pair;
          open >>>= MARK_BITS;
          openKinds &= ~(1 << number);
        } else {
          if (openKinds & (1 << number)) traces |= TEXT.pair;
          open = (open << MARK_BITS) | number;
          openKinds |= 1 << number;
        }
      }
    }
    return traces & DISTURBANCES ? EVERYTHING : traces;
  };
}

const EVERYTHING = -1;
/** As far as the pass looks beyond a character. */
const BORDER = '\n\n';
const OPENING_BRACKET = '〖'.charCodeAt(0);
const CLOSING_BRACKET = '〗'.charCodeAt(0);
/** Eight kinds of marks fit into an integer, each of them once. */
const MARK_BITS = 4;
const LAST_MARK = (1 << MARK_BITS) - 1;

function isClosing(mark: number): boolean {
  return (mark & 1) === 1;
}

/** Whether nothing but spaces stands before `at` on its line, ideographic ones aside. */
function beginsLine(units: string, at: number, { classes, kinds }: CharacterTables): boolean {
  let start = at;
  while (isNarrow(kinds[classes[units.charCodeAt(start - 1)] ?? 0])) start--;
  return isLineBreak(units.charCodeAt(start - 1));
}

function isIndentation(kind: number | undefined): boolean {
  return kind === KIND.wideSpace || isNarrow(kind);
}

function isNarrow(kind: number | undefined): boolean {
  return kind === KIND.space || kind === KIND.blank;
}
