import { isHan } from '../text/characters.ts';
import { FIRST_LEAD, type Gbk, gbk, LAST_LEAD } from './gbk.ts';
import { bracketedAt, damageTable, isReadingOf } from './pinyin.ts';
import type { Damage } from './evidence.ts';
import type { Language } from './language.ts';

/** One way in which a torn place may have read. */
export interface Hypothesis {
  /** What stands in the place of {@link TornPlace.span}. */
  readonly text: string;
  /** Where the torn stretch ends if this is right; places end where reading fell back into step. */
  readonly end: number;
  /** What counts against it beside its words, as a negative logarithm. */
  readonly penalty: number;
}

export interface TornPlace {
  /** Where the damage starts: the question mark that stands for a lost byte and the bracket. */
  readonly start: number;
  readonly hypotheses: readonly Hypothesis[];
}

/**
 * The torn places of a text: where a reading was put between the two bytes of a character, every byte behind it was read
 * one off until an ASCII character put reading back into step.
 */
export function tornPlaces(text: string, damage: Damage, language: Language): TornPlace[] {
  const places: TornPlace[] = [];
  for (let at = text.indexOf('?'); at !== -1; at = text.indexOf('?', at + 1)) {
    // Any character of two bytes may stand before a torn one, a dash as well.
    const reading = text.charCodeAt(at - 1) > 0x7f ? bracketedAt(text, at + 1) : '';
    if (reading === '') continue;
    const hypotheses = replay(text, at, reading, damage, language);
    if (hypotheses.length === 0) continue;
    places.push({ start: at, hypotheses });
    at = Math.max(at, Math.min(...hypotheses.map(({ end }) => end)) - 1);
  }
  return places;
}

/** How many half-finished readings are carried on at each step. */
const BEAM = 30;
/** How far a half-finished reading may lie behind a finished one. */
const HOPELESS = 12;
/** How many finished readings are worth a full judgement. */
const KEPT = 60;
/** Of the characters that a vanished pair may have ended, how many are tried. */
const LIKELY_FIRSTS = 12;
/** A torn stretch is over after this many characters: one ran over seventeen. */
const LONGEST = 80;

interface Step {
  readonly restored: string;
  /** How likely what is restored is so far, as a logarithm, less what counts against it. */
  readonly score: number;
  /** The byte that waits for its trail. */
  readonly lead: number;
  readonly at: number;
  readonly penalty: number;
}

/** A pair of bytes that stood for nothing: one in some thirty, so that a reading without one is to be preferred. */
const VANISHED = 3.5;
/** A character that the mirror would have marked, had it stood there. */
const UNMARKED = 4;

function replay(text: string, start: number, reading: string, damage: Damage, language: Language): Hypothesis[] {
  const table = gbk();
  const before = text.slice(Math.max(0, start - 6), start);
  const behindLead = table.codeOf(text.charAt(start - 1)) & 0xff;
  const afterReading = start + 1 + reading.length + 1;
  // The mirror matched the last byte of the character before with the first byte of the torn one.
  const leads = new Set(
    markedCharacters(damage, reading)
      .map((one) => table.codeOf(one))
      .filter((code) => code >> 8 === behindLead)
      .map((code) => code & 0xff),
  );
  let steps: Step[] = [...leads].map((lead) => ({ restored: '', score: 0, lead, at: afterReading, penalty: 0 }));
  const found: { ending: Hypothesis; score: number }[] = [];
  let bestFound = Number.NEGATIVE_INFINITY;
  for (let length = 0; length < LONGEST && steps.length > 0; length++) {
    const next: Step[] = [];
    for (const step of steps) {
      for (const ending of endings(text, step, damage, language)) {
        const last = ending.text.slice(step.restored.length);
        const score = step.score + language.chance(before + step.restored, last) - (ending.penalty - step.penalty);
        found.push({ ending, score });
        bestFound = Math.max(bestFound, score);
      }
      next.push(...continuations(text, before, step, damage, language));
    }
    // A logarithm only falls with every character, so that what is far behind a finished reading stays there.
    steps = best(next, (step) => step.score, BEAM).filter((step) => step.score > bestFound - HOPELESS);
  }
  return best(found, (one) => one.score, KEPT).map(({ ending }) => ending);
}

/** Ways in which reading falls back into step at the next character. */
function endings(text: string, step: Step, damage: Damage, language: Language): Hypothesis[] {
  const table = gbk();
  const { lead, at, restored, penalty } = step;
  const unit = text.charCodeAt(at);
  if (0x40 <= unit && unit <= 0x7e) {
    // Its trail byte looks like an ASCII character: Q, ^.
    const character = hanOf(table, lead, unit);
    if (character === '') return [];
    const mark = text.charAt(at + 1) === '(' ? bracketedAt(text, at + 2) : '';
    const isMarked = mark !== '' && (damage.readings.get(character) === mark || isReadingOf(character, mark));
    const end = at + 1 + (isMarked ? mark.length + 2 : 0);
    return [
      { text: restored + character, end, penalty: penalty + (isMarked ? 0 : missingMark(character, restored, damage)) },
    ];
  }
  if (unit !== 0x3f) return [];
  const mark = bracketedAt(text, at + 1);
  const found: Hypothesis[] = [];
  for (let trail = FIRST_LEAD; trail <= LAST_LEAD; trail++) {
    const character = hanOf(table, lead, trail);
    if (character === '' || !language.isPlausible(character)) continue;
    if (mark !== '') {
      // The next reading follows this very character, which stood in step.
      if (!markedCharacters(damage, mark).includes(character)) continue;
      found.push({ text: restored + character, end: at + mark.length + 2, penalty });
    } else {
      found.push({
        text: restored + character,
        end: at + 1,
        penalty: penalty + missingMark(character, restored, damage),
      });
    }
  }
  return found;
}

function continuations(text: string, before: string, step: Step, damage: Damage, language: Language): Step[] {
  const table = gbk();
  const code = table.codeOf(fullWidth(text.charAt(step.at)));
  const steps: Step[] = [];
  const take = (from: Step): void => {
    if (code === 0) return;
    const character = characterOf(table, from.lead, code >> 8);
    if (character === '' || (isHan(character.charCodeAt(0)) && !language.isPlausible(character))) return;
    const shown = text.charAt(step.at);
    const mark = text.charAt(step.at + 1) === '(' ? bracketedAt(text, step.at + 2) : '';
    // What is shown may itself have been taken for a marked character.
    const skipped = mark !== '' && isReadingOf(shown, mark) ? mark.length + 2 : 0;
    const against = missingMark(character, from.restored, damage) + unbalanced(from.restored, character);
    steps.push({
      restored: from.restored + character,
      score: from.score + language.chance(before + from.restored, character) - against,
      lead: code & 0xff,
      at: step.at + 1 + skipped,
      penalty: from.penalty + against,
    });
  };
  take(step);
  for (const vanished of vanishedPairs(before, step, damage, language)) {
    take(vanished);
    // Behind a pair that stood for nothing, an ASCII character may end the stretch.
    const unit = text.charCodeAt(step.at);
    if ((0x40 <= unit && unit <= 0x7e) || unit === 0x3f) steps.push(vanished);
  }
  return steps;
}

/** Two bytes without a character left no trace: the trail of one character and the lead of the next, both unknown. */
function vanishedPairs(
  before: string,
  { lead, at, restored, score, penalty }: Step,
  damage: Damage,
  language: Language,
): Step[] {
  const table = gbk();
  const firsts: { character: string; trail: number; chance: number }[] = [];
  for (let trail = FIRST_LEAD; trail <= LAST_LEAD; trail++) {
    const character = characterOf(table, lead, trail);
    if (PUNCTUATION.includes(character) ? character !== '' : language.isPlausible(character))
      firsts.push({ character, trail, chance: language.chance(before + restored, character) });
  }
  const steps: Step[] = [];
  for (const { character, trail, chance } of best(firsts, (one) => one.chance, LIKELY_FIRSTS)) {
    const against = VANISHED + missingMark(character, restored, damage) + unbalanced(restored, character);
    for (let next = FIRST_LEAD; next <= LAST_LEAD; next++) {
      if (table.characterOf(trail * 256 + next) !== '') continue;
      steps.push({
        restored: restored + character,
        score: score + chance - against,
        lead: next,
        at,
        penalty: penalty + against,
      });
    }
  }
  return steps;
}

/** Characters that may have this reading put behind them. */
function markedCharacters(damage: Damage, reading: string): string[] {
  const known = [...damage.readings].filter(([, one]) => one === reading).map(([character]) => character);
  const listed = [...damageTable().keys()].filter((character) => isReadingOf(character, reading));
  return [...new Set([...known, ...listed])];
}

/** A sentence does not end inside a title or a quotation that goes on. */
const UNBALANCED = 6;

function unbalanced(restored: string, character: string): number {
  return character === '。' && restored.lastIndexOf('《') > restored.lastIndexOf('》') ? UNBALANCED : 0;
}

/** Only the first character of a stretch was torn before it could be marked. */
function missingMark(character: string, restoredBefore: string, damage: Damage): number {
  return restoredBefore !== '' && damage.readings.has(character) ? UNMARKED : 0;
}

function hanOf(table: Gbk, lead: number, trail: number): string {
  const character = characterOf(table, lead, trail);
  return isHan(character.charCodeAt(0)) ? character : '';
}

const PUNCTUATION = '，。、；：！？“”‘’（）《》—…';

function characterOf(table: Gbk, lead: number, trail: number): string {
  const character = table.characterOf(lead * 256 + trail);
  return isHan(character.charCodeAt(0)) || PUNCTUATION.includes(character) ? character : '';
}

/** Punctuation was made half-width only after the text had been torn. */
function fullWidth(character: string): string {
  const at = ',:;!()'.indexOf(character);
  return at === -1 || character === '' ? character : '，：；！（）'.charAt(at);
}

function best<T>(items: readonly T[], score: (item: T) => number, count: number): T[] {
  if (items.length <= count) return [...items];
  return items
    .map((item) => ({ item, value: score(item) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, count)
    .map(({ item }) => item);
}
