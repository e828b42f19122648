import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A whole sentence of printed prose that may stand beside any other: no numeral in front, no half-width mark. Traditional
 * characters are left out with the seed that has them, since in one record with simplified ones they are a mistake.
 */
const SENTENCE = /^[\u4e00-\u9fff《“][\u4e00-\u9fff0-9，、；：“”《》（）·]{12,180}。$/u;
const TRADITIONAL = '2024-05-16.txt';
/** `一、`, `第三，`, `其次，`: what continues a list. */
const IN_A_LIST = /^(?:第?[一二三四五六七八九十]{1,3}[、，是]|其[一二三次])/;
/** A long line that stops in mid-sentence: the end of a page. */
const CUT = /.{20}[\u4e00-\u9fff]\s*$/u;
const PAIRS = ['《》', '“”', '（）'];

/** The sentences of the seeds from which all synthetic texts are made, in the order of the files. */
export function seedSentences(folder = 'seeds'): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt') && name !== TRADITIONAL);
  const texts = names.sort().map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('・', '·'));
  return [...new Set(texts.flatMap((text) => text.split(/[\r\n\u3000]+/).flatMap(sentencesOf)))];
}

function sentencesOf(line: string, index: number, lines: readonly string[]): string[] {
  const sentences = line.trim().match(/[^。]+。/g) ?? [];
  if (CUT.test(lines[index - 1] ?? '')) sentences.shift();
  return sentences.filter((one) => SENTENCE.test(one) && !IN_A_LIST.test(one) && isBalanced(one));
}

function isBalanced(sentence: string): boolean {
  return PAIRS.every(([open = '', close = '']) => sentence.split(open).length === sentence.split(close).length);
}
