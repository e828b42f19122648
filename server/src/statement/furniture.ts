/**
 * What stands around the body of a statement: lines that are recognised by their look alone. All of them take one
 * trimmed line and are linear in it; simplified and traditional characters are both known.
 */

const HAN_NUMBER = '[〇零○O0０一二三四五六七八九十]';
const YEAR = `(?:${HAN_NUMBER}{4}|[0-9０-９]{4})`;
const MONTH_OR_DAY = `(?:${HAN_NUMBER}{1,3}|[0-9０-９]{1,2})`;
const CHINESE_DATE = `${YEAR}\\s?年\\s?${MONTH_OR_DAY}\\s?月\\s?${MONTH_OR_DAY}\\s?[日号號]`;
const SIGNING = '(?:[签簽][署订訂字])?';
const PLACE = '(?:\\s*[于於在]\\s*|[\\s，,、]+)[\\u4e00-\\u9fff]{2,12}?';
const DATE_AND_PLACE = new RegExp(`^[（(]?${CHINESE_DATE}${SIGNING}(?:${PLACE})?${SIGNING}[）)]?$`);
const PLACE_AND_DATE = new RegExp(`^[（(]?[\\u4e00-\\u9fff]{2,8}[\\s，,、]+${CHINESE_DATE}[）)]?$`);
const PAGE_DATE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/;
const LONGEST_DATE_LINE = 40;

/** 二〇〇二年十二月二日于北京, 2014年5月20日于上海: the line that ends a signature. */
export function isDateLine(line: string): boolean {
  return line.length <= LONGEST_DATE_LINE && (DATE_AND_PLACE.test(line) || PLACE_AND_DATE.test(line));
}

/** 2017-07-05 06:56: when a page was put on the web. */
export function isPageDate(line: string): boolean {
  return line.length <= LONGEST_DATE_LINE && PAGE_DATE.test(line);
}

const ADOPTION = new RegExp(`^[（(][^（）()]{0,60}${CHINESE_DATE}[^（）()]{0,60}[）)]$`);
const LONGEST_ADOPTION = 120;

/** （2024年7月18日第三次全体会议通过）: a line under the title that says when the text was adopted or signed. */
export function isAdoption(line: string): boolean {
  return line.length <= LONGEST_ADOPTION && ADOPTION.test(line);
}

const CREDIT =
  /^[（(【[]?(?:新[华華]社|中新社|人民日[报報]|人民[网網]|新[华華][网網]|本[报報]|据新[华華]社|據新[华華]社)[\u4e00-\u9fff、，\s]{0,16}[0-9０-９〇一二三四五六七八九十]{1,4}[\u4e00-\u9fff0-9０-９〇\s]{1,16}[电電讯訊][）)】\]]?$/;
const LONGEST_CREDIT = 50;

/** （新华社上海5月20日电）: the agency's credit, which gives place and day. */
export function isCredit(line: string): boolean {
  return line.length <= LONGEST_CREDIT && CREDIT.test(line);
}

const SIGNED = /^(?:[（(]\s*[签簽]\s*[字名]\s*[）)]\s*){1,4}$/;
const LONGEST_SIGNATORY = 60;

/** A line of a signature above its date: offices, names, （签字）; short, and no sentence. */
export function isSignatory(line: string): boolean {
  return line.length <= LONGEST_SIGNATORY && (SIGNED.test(line) || !/[，。；：！？,;:!?]/.test(line));
}

/** （签字）, which tells a signature that has no date. */
export function isSignedMark(line: string): boolean {
  return SIGNED.test(line);
}

/** Phrases of web pages, by what they are there for. Any one marks its line. */
const SITE_PHRASES = [
  // Licences and who is responsible. A statement speaks of licences and registers as well, but gives no number of one.
  /[许許]可[证證](?:[编編]?[号號]|\s*[：:(（])|[备備]案[编編]?[号號]|[备備]案\s*[：:]|公安[备備]案|ICP\s*[备備证證]?|版[权權]所有|Copyright|©/i,
  /[举舉][报報][电電][话話]|[邮郵]箱\s*[：:]|[责責]任[编編][辑輯]|[联聯][系繫]我[们們]|[联聯][系繫]方式|[关關][于於]我[们們]|[网網]站地[图圖]/,
  // Log-in.
  /登[录錄]|[验驗][证證][码碼]|[点點][击擊][头頭]像|(?:立即|免[费費]|用[户戶]|[会會][员員]|[账帳賬][号號][?？]?)[注註][册冊]|^[注註][册冊]$/,
  // What to click on, and where the text goes on.
  /二[维維][码碼]|[扫掃]一[扫掃]|[上下]一篇|分享到|返回[顶頂]部|打印本[页頁]|[关關][闭閉]窗口|字[号號]\s*[：:]|[来來]源\s*[：:]|[详詳][细細]>>>/,
  /相[关關](?:[阅閱][读讀]|新[闻聞]|[链鏈]接)|(?:[预預][览覽]|[试試][读讀])已?[结結]束|[阅閱][读讀]全文|完整[报報]告/,
] as const;
const LINK = /^!?\[[^\]]{0,300}\]\([^)]{0,600}\)$|^https?:\/\/\S+$/;
const LONGEST_SITE_LINE = 120;
const LONGEST_LINK = 1000;

/** A line of the web page around a text: licences, log-in, links, previews that end. */
export function isSiteLine(line: string): boolean {
  if (line.length <= LONGEST_LINK && LINK.test(line)) return true;
  if (line.length > LONGEST_SITE_LINE) return false;
  // A sentence of the statement may name a licence or a register; a page's line is no sentence.
  if (/。/.test(line)) return false;
  return SITE_PHRASES.some((phrase) => phrase.test(line));
}

/** What only the last words of a whole statement speak of: the relation as such, its prospects, thanks, invitations. */
const CONCLUDING =
  /[两兩][国國][关關][系係]|[国國]家[关關][系係]|彼此[关關][系係]|[双雙][边邊][关關][系係]|世代友好|友[谊誼]|前景|本[声聲]明|[声聲]明，愿|[访訪][问問]|邀[请請]|感[谢謝]/;

export function soundsConcluding(paragraph: string): boolean {
  return CONCLUDING.test(paragraph);
}

/** The headline of a statement ends with what the document is. */
const KIND_OF_DOCUMENT =
  /(?:[声聲]明|公[报報]|宣言|公告|[协協]定|[条條][约約]|[纲綱]要|[备備]忘[录錄]|新[闻聞]稿|[讲講][话話]|行动计划)(?:[（(][^（）()]{1,8}[）)])?$/;

export function namesDocument(line: string): boolean {
  return KIND_OF_DOCUMENT.test(line.slice(-30));
}

/** The last words of a preamble: 声明如下： */
const LEADS_IN = /(?:[声聲]明|宣布|宣佈|[协協][议議]|商定|[达達]成|如下)[^。]{0,20}如下[：:]?$|如下[：:]$/;
const LONGEST_LEAD = 40;

export function endsPreamble(paragraph: string): boolean {
  return endsPreambleAt(paragraph, 0, paragraph.length);
}

/** The same of the paragraph that stands between two offsets. */
export function endsPreambleAt(text: string, start: number, end: number): boolean {
  return '下：:'.includes(text.charAt(end - 1)) && LEADS_IN.test(text.slice(Math.max(start, end - LONGEST_LEAD), end));
}
