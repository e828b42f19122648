import { randomNumbers, type Random } from './random.ts';
import { seedSentences } from './sentences.ts';

/** A record of the synthetic newspaper, still in no markup. */
export interface BenchRecord {
  readonly issue: number;
  /** YYYYMMDD */
  readonly date: string;
  readonly page: number;
  readonly item: number;
  readonly title: string;
  readonly pageName: string;
  readonly genre: string;
  readonly parts: readonly Part[];
}

/** A paragraph, a numeral on a line of its own, or both in one; and what belongs below it. */
export interface Part {
  readonly numeral?: string;
  readonly text?: string;
  readonly parts: readonly Part[];
}

/** Early enough that a gigabyte ends before today. */
const FIRST_DAY = Date.UTC(1990, 0, 1);
const FIRST_ISSUE = 15_000;
const DAY = 86_400_000;
const PAGES = 4;
const ITEMS = 5;
const NUMERALS = '一二三四五六七八九十';

const COUNTRIES = ['中俄', '中哈', '中吉', '中塔', '中乌', '中蒙'];
const TOPICS = ['深化战略协作', '扩大经贸合作', '加强人文交流', '保护生态环境', '发展边境地区', '维护和平稳定'];
const PLACES = ['边境口岸', '沿江各省', '东北老工业基地', '西部铁路干线', '沿海港口', '科技园区'];
const NEWS = ['货运量稳步增长', '迎来新的客商', '合作项目开工', '环境保护见成效', '开通国际班列', '交流活动丰富多彩'];
const PAGE_NAMES = ['要闻', '国际', '经济', '文化'];

/** Endless, and the same for the same seed. `vary` may put other words into a sentence. */
export function* benchRecords(seed = 1, vary = (sentence: string): string => sentence): Generator<BenchRecord> {
  const sentences = seedSentences();
  const random = randomNumbers(seed);
  for (let index = 0; ; index++) {
    const day = new Date(FIRST_DAY + Math.floor(index / (PAGES * ITEMS)) * DAY);
    const place = index % (PAGES * ITEMS);
    const page = Math.floor(place / ITEMS);
    const say = speaker(sentences, random, vary);
    const isStatement = random.below(3) === 0;
    const title = isStatement
      ? `${random.of(COUNTRIES)}两国关于${random.of(TOPICS)}的联合声明`
      : `${random.of(PLACES)}${random.of(NEWS)}`;
    yield {
      issue: FIRST_ISSUE + Math.floor(index / (PAGES * ITEMS)),
      date: day.toISOString().slice(0, 10).replaceAll('-', ''),
      page: page + 1,
      item: (place % ITEMS) + 1,
      title,
      pageName: PAGE_NAMES[page]!,
      genre: isStatement ? '公报、公告' : '消息',
      parts: isStatement ? [...statement(say, random), paragraph(`${dateInWords(day)}于北京`)] : article(say, random),
    };
  }
}

/** Says whole sentences, none twice in one record: a walk through all of them from anywhere. */
type Speaker = (count: number) => string;

function speaker(sentences: readonly string[], random: Random, vary: (sentence: string) => string): Speaker {
  const { length } = sentences;
  let step = 1 + random.below(length - 1);
  while (commonDivisor(step, length) !== 1) step = 1 + (step % (length - 1));
  let at = random.below(length);
  return (count) => {
    let said = '';
    for (let index = 0; index < count; index++) said += vary(sentences[(at = (at + step) % length)]!);
    return said;
  };
}

function statement(say: Speaker, random: Random): Part[] {
  const preamble = paragraph(`${say(1)}双方声明如下：`);
  const body = random.below(2) === 0 ? sections(say, random) : items(say, random);
  return [preamble, ...body, paragraph(say(2))];
}

/** Numerals on lines of their own, paragraphs below them. */
function sections(say: Speaker, random: Random): Part[] {
  return numbered(2 + random.below(5), (numeral) => ({ numeral, parts: paragraphs(2 + random.below(4), say, random) }));
}

/** Numbered paragraphs, some with a list of their own. */
function items(say: Speaker, random: Random): Part[] {
  return numbered(4 + random.below(6), (numeral) => ({
    numeral: `${numeral}、`,
    text: say(2 + random.below(3)),
    parts:
      random.below(4) === 0
        ? numbered(2 + random.below(3), (inner) => ({ numeral: `（${inner}）`, text: say(1), parts: [] }))
        : [],
  }));
}

function article(say: Speaker, random: Random): Part[] {
  return paragraphs(4 + random.below(16), say, random);
}

function paragraphs(count: number, say: Speaker, random: Random): Part[] {
  return Array.from({ length: count }, () => paragraph(say(2 + random.below(3))));
}

function paragraph(text: string): Part {
  return { text, parts: [] };
}

function numbered(count: number, make: (numeral: string) => Part): Part[] {
  return Array.from(NUMERALS.slice(0, count), make);
}

function dateInWords(day: Date): string {
  const year = Array.from(String(day.getUTCFullYear()), (digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
  return `${year}年${inWords(day.getUTCMonth() + 1)}月${inWords(day.getUTCDate())}日`;
}

function inWords(number: number): string {
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : NUMERALS[tens - 1]}十`;
  return `${ten}${NUMERALS[(number % 10) - 1] ?? ''}`;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
