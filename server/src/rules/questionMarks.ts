import { dottedNames, isDottedElsewhere, isPart, transcribedBefore, transcribedBehind } from './dottedNames.ts';
import { perRecord } from './perRecord.ts';
import { type PlainText, plainText } from './plainText.ts';
import { simplifiedForm } from './scriptCharacters.ts';
import { isHanCharacter } from './signs.ts';

/** What half-width question marks of a record stand for, where it is no question. Offsets count in the plain text. */
export interface QuestionMarks {
  /** For the dot in a foreign name. */
  readonly dots: readonly number[];
  /** For a character that a conversion lost; several with spaces between are one run. */
  readonly lost: readonly { readonly start: number; readonly end: number }[];
  /** All of these, each sign by itself. */
  readonly explained: ReadonlySet<number>;
}

/** Words by which a clause can be a question. */
const ASKS =
  /[吗嗎呢么麼谁誰哪怎啥咋岂豈你您]|(?<!任)何|几[个位年次天点种人名时]|幾[個位年次天點種人名時]|多[少大久远遠长長高]|[是能可会會应應]否|难道|難道|莫非|干吗|真的|[没沒还還]|(.)[不没沒]\1/;
/** Last words by which a statement can be a question of the one who does not believe it. */
const ENDS_QUESTION = /[了过過的啊呀吧嘛好行对對是不成会會真假吗嗎]$/;
/** What no sentence begins with, and what no clause ends with. */
const GOES_ON = '的了们們着之和与與及等';
const LEADS_ON = '和与與及被把向以于於将將从從';
const LONGEST_CLAUSE = 60;
const CLAUSE_BORDER = /[，。；：！？、,;:!?\n\uffff“”‘’（）()]/;

export const questionMarks = perRecord((record) => readQuestionMarks(plainText(record)));

function readQuestionMarks(plain: PlainText): QuestionMarks {
  const { text } = plain;
  const runs = Array.from(text.matchAll(/\?+(?: +\?+)*/g), ({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
  }));
  const dots: number[] = [];
  const lost: { start: number; end: number }[] = [];
  const explained = new Set<number>();
  if (runs.length > 0) {
    const names = dottedNames(plain);
    const isFullWidth = usesFullWidth(text) && !plain.hasReadings && !runs.some((run) => asks(text, run.start));
    for (const run of runs) {
      if (isDot(text, run, names)) dots.push(run.start);
      else if (isLost(text, run, plain.hasReadings, isFullWidth)) lost.push(run);
      else continue;
      for (let at = run.start; at < run.end; at++) if (text.charAt(at) === '?') explained.add(at);
    }
  }
  return { dots, lost, explained };
}

interface Run {
  readonly start: number;
  readonly end: number;
}

function isDot(text: string, { start, end }: Run, names: ReturnType<typeof dottedNames>): boolean {
  const before = text.charAt(start - 1);
  const behind = text.charAt(end);
  if (end - start !== 1) return false;
  // “9?11”
  if (/[“"]\d{1,2}$/.test(text.slice(Math.max(0, start - 3), start)) && /^\d{1,2}[”"]/.test(text.slice(end, end + 3)))
    return true;
  if (!isPart(before) || !isPart(behind)) return false;
  if (isDottedElsewhere(names, text, start, end)) return true;
  // 弗?J?克林頓
  if (isInitial(text, start - 1) || isInitial(text, end)) return isHanCharacter(before) || isHanCharacter(behind);
  if (asks(text, start)) return false;
  const left = transcribedBefore(text, start, simplify);
  const right = transcribedBehind(text, end, simplify);
  // 弗?弗?普京, 弗?弗·普京: the name has another dot.
  if (left >= 1 && right >= 1 && (isSeparator(text.charAt(end + right)) || isSeparator(text.charAt(start - left - 1))))
    return true;
  return left >= 2 && right >= 2 && left + right >= 6;
}

/** A single capital letter between dots, or what stands for them. */
function isInitial(text: string, at: number): boolean {
  return /^[A-Z]$/.test(text.charAt(at)) && (isSeparator(text.charAt(at - 1)) || isSeparator(text.charAt(at + 1)));
}

function isSeparator(character: string): boolean {
  return character !== '' && '?·・•‧∙･'.includes(character);
}

function simplify(character: string): string {
  return simplifiedForm(character) ?? character;
}

function isLost(text: string, { start, end }: Run, hasReadings: boolean, isFullWidth: boolean): boolean {
  const before = text.charAt(start - 1);
  const behind = text.charAt(end);
  const isSpaced = text.slice(start, end).includes(' ');
  if (isSpaced) return isHanCharacter(before) || isHanCharacter(skipSpace(text, end));
  if (asks(text, start)) return false;
  if (isHanCharacter(behind) && before !== '' && '，、；：《〈'.includes(before)) return true;
  if (!isHanCharacter(before)) return false;
  // Among torn characters such a sign belongs to them.
  if (behind !== '' && '，、；：'.includes(behind)) return !hasReadings;
  if (!isHanCharacter(behind)) return false;
  if (GOES_ON.includes(behind) || LEADS_ON.includes(before)) return true;
  // In a text that is full-width throughout nobody has typed a half-width mark in mid-sentence.
  return isFullWidth && endsFullWidth(text, end);
}

function skipSpace(text: string, at: number): string {
  return text.charAt(text.charAt(at) === ' ' ? at + 1 : at);
}

/** Whether the clause before `end` may be a question. */
function asks(text: string, end: number): boolean {
  let start = end;
  while (start > 0 && end - start < LONGEST_CLAUSE && !CLAUSE_BORDER.test(text.charAt(start - 1))) start--;
  const clause = text.slice(start, end);
  return ASKS.test(clause) || ENDS_QUESTION.test(clause);
}

function endsFullWidth(text: string, from: number): boolean {
  for (let at = from; at < from + LONGEST_CLAUSE; at++) {
    const character = text.charAt(at);
    if ('，。；：、”》）'.includes(character)) return character !== '';
    if (character === '' || CLAUSE_BORDER.test(character)) return false;
  }
  return false;
}

function usesFullWidth(text: string): boolean {
  const full = text.match(/[，。；：、]/g)?.length ?? 0;
  const half = text.match(/[\u4e00-\u9fff][,:;!][\u4e00-\u9fff]/g)?.length ?? 0;
  return full >= 5 && half === 0;
}
