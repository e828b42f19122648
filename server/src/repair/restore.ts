import { isHan } from '../text/characters.ts';
import { type Span, spanOf } from '../text/span.ts';
import { type Damage, damageOf } from './evidence.ts';
import { gbk } from './gbk.ts';
import { type Language, languageOf } from './language.ts';
import { bracketedAt, isReadingOf } from './pinyin.ts';
import { type Hypothesis, tornPlaces } from './torn.ts';

/** A reading that was put behind a character which is otherwise whole: nothing but the brackets must go. */
interface ReadingMark {
  readonly span: Span;
  readonly character: string;
}

/** A place where a reading tore characters apart. */
export interface TornReading {
  /** Covers every alternative: alternatives that end earlier repeat what is printed behind them. */
  readonly span: Span;
  /** What may stand in the span, likeliest first. */
  readonly alternatives: readonly string[];
  /** Whether the first is so much likelier that it may be put in without asking. */
  readonly isSure: boolean;
}

export interface Restoration {
  readonly marks: readonly ReadingMark[];
  readonly torn: readonly TornReading[];
}

const NOTHING: Restoration = { marks: [], torn: [] };

/** Everything that a mirror's readings did to a text, and how to undo it. Spans count in `text` and do not overlap. */
export function restoreReadings(text: string): Restoration {
  const damage = damageOf(text);
  if (!damage) return NOTHING;
  const marks = readingMarks(text, damage);
  if (!text.includes('?')) return { marks, torn: [] };
  const language = languageOf(withoutMarks(text, marks));
  const torn = tornPlaces(text, damage, language).map(({ start, hypotheses }) =>
    chooseReading(text, start, hypotheses, language),
  );
  const isFree = (mark: ReadingMark): boolean =>
    !torn.some(({ span }) => mark.span.start < span.end && span.start < mark.span.end);
  return { marks: marks.filter(isFree), torn };
}

function readingMarks(text: string, damage: Damage): ReadingMark[] {
  const marks: ReadingMark[] = [];
  for (let at = text.indexOf('('); at !== -1; at = text.indexOf('(', at + 1)) {
    const reading = bracketedAt(text, at + 1);
    const character = reading === '' ? '' : markedAt(text, at, reading, damage);
    if (character !== '') marks.push({ span: spanOf(at, at + reading.length + 2), character });
  }
  return marks;
}

/** The character in front of `at` that the reading belongs to, which may be the bytes of two: 現 in `，F(xiàn)`. */
function markedAt(text: string, at: number, reading: string, damage: Damage): string {
  const before = text.charAt(at - 1);
  if (isHan(before.charCodeAt(0)))
    return damage.readings.get(before) === reading || (damage.readings.has(before) && isReadingOf(before, reading))
      ? before
      : '';
  const unit = before.charCodeAt(0);
  if (!(0x40 <= unit && unit <= 0x7e)) return '';
  const pair = gbk().characterOf(((gbk().codeOf(text.charAt(at - 2)) & 0xff) << 8) | unit);
  return pair !== '' && (damage.readings.get(pair) === reading || isReadingOf(pair, reading)) ? pair : '';
}

const MOST_ALTERNATIVES = 5;
/** The logarithmic lead that the best must have. */
const SURE_LEAD = 3;
const SURE_PER_CHARACTER = -22;

function chooseReading(
  text: string,
  start: number,
  hypotheses: readonly Hypothesis[],
  language: Language,
): TornReading {
  const end = Math.max(...hypotheses.map((one) => one.end));
  const before = text.slice(Math.max(0, start - 8), start).replace(/\([a-zà-ǜü]+\)/g, '');
  const judged = hypotheses
    .map((one) => {
      const after = text.slice(one.end, one.end + 12).replace(/\([a-zà-ǜü]+\)/g, '');
      return {
        text: one.text + text.slice(one.end, end),
        value: language.judge(before, one.text, after) - one.penalty,
        length: one.text.length,
      };
    })
    .sort((a, b) => b.value - a.value);
  const [first, second] = judged;
  const lead = (first?.value ?? 0) - (second?.value ?? Number.NEGATIVE_INFINITY);
  const isSure = first !== undefined && lead >= SURE_LEAD && first.value >= SURE_PER_CHARACTER * first.length;
  const alternatives = [...new Set(judged.map((one) => one.text))].slice(0, MOST_ALTERNATIVES);
  return { span: spanOf(start, end), alternatives, isSure };
}

function withoutMarks(text: string, marks: readonly ReadingMark[]): string {
  let clean = '';
  let at = 0;
  for (const { span } of marks) {
    clean += text.slice(at, span.start);
    at = span.end;
  }
  return clean + text.slice(at);
}
