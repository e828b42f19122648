import type { RecordTree } from '../statement/tree.ts';
import { isHan } from '../text/characters.ts';
import { message } from '../text/messages.ts';
import { type DottedNames, dottedNames, isDottedElsewhere, isPart } from './dottedNames.ts';
import { plainText, printedSpan } from './plainText.ts';
import { questionMarks } from './questionMarks.ts';
import type { RecordRule } from './rule.ts';
import { isHanCharacter } from './signs.ts';
import { TEXT } from './traces.ts';

const RIGHT = '·';
/** Signs that are a dot wherever they part Chinese characters. */
const DOTS = unitsOf('・•‧∙･');
/** Those that only another place can prove. */
const GAPS = unitsOf(' .．');
const KANA = /[\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff]/;
/** How far Japanese text around a dot is looked for. */
const REACH = 12;

/** Another sign, or a space, for the dot between the parts of a foreign name: 弗・弗・普京. */
export const charMiddleDot: RecordRule = {
  code: 'char.middle-dot',
  severity: 'info',
  needs: { text: [TEXT.foreignDot, TEXT.question, TEXT.middleDot | TEXT.gap] },
  *check(record) {
    const plain = plainText(record);
    const { text } = plain;
    for (const at of middleDots(record)) {
      const span = printedSpan(plain, at, at + 1);
      const printed = text.charAt(at);
      const isGap = /\s/.test(printed);
      yield {
        span,
        message: isGap ? message('char.middle-dot.space') : message('char.middle-dot', { printed }),
        fixes: [
          {
            title: isGap ? message('char.middle-dot.fix.space') : message('char.middle-dot.fix', { printed }),
            safe: true,
            edits: [{ span, newText: RIGHT }],
          },
        ],
      };
    }
  },
};

/** Where something else stands for a middle dot, in the plain text of a record. */
export function middleDots(record: RecordTree): number[] {
  const plain = plainText(record);
  const { text } = plain;
  let names: DottedNames | undefined;
  const found = [...questionMarks(record).dots];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isHan(unit)) continue;
    if (GAPS.has(unit)) {
      if (!isBetweenHan(text, at)) continue;
      names ??= dottedNames(plain);
      if (isDottedElsewhere(names, text, at, at + 1)) found.push(at);
    } else if (DOTS.has(unit) && isDot(text, at)) {
      found.push(at);
    }
  }
  return found.toSorted((a, b) => a - b);
}

function isDot(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const behind = text.charAt(at + 1);
  const isBetweenDigits =
    /\d/.test(before) && /\d/.test(behind) && /[“"「\u4e00-\u9fff]\d{1,2}$/.test(text.slice(Math.max(0, at - 3), at));
  const isInName = isPart(before) && isPart(behind) && (isHanCharacter(before) || isHanCharacter(behind));
  return (isInName || isBetweenDigits) && !KANA.test(text.slice(Math.max(0, at - REACH), at + REACH));
}

function isBetweenHan(text: string, at: number): boolean {
  return isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1));
}

function unitsOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}
