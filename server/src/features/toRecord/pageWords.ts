import { isPageDate, isSiteLine } from '../../statement/furniture.ts';

/**
 * Lines that a web page, an app or a converter puts around a text, by their look. Who converts a text wants them gone and is
 * shown each of them, so that more is recognised here than where nobody has asked. All take one trimmed line.
 */

const BREADCRUMBS =
  /(?:首[页頁]|主[页頁]|Home)\s*[>＞»›/|·-]|[>＞»›]\s*(?:正文|[新要][闻聞]|[详詳]情|文件|公[报報])$|^[您你]?(?:[现現]在)?的?(?:[当當]前)?的?(?:所在)?的?位置是?\s*[：:]/;
const PARTED = /[|｜>＞»›][^|｜>＞»›]{1,30}[|｜>＞»›]/;
const FONT_SIZE = /^[【[（(]?\s*(?:字[体體号號]\s*[：:]?)?\s*[大中小]\s*[大中小]\s*[大中小]\s*[】\])）]?|^字[体體号號]/;
const ABOUT =
  /^(?:[发發更][布佈新]|[发發]表|[录錄]入|上[传傳])(?:[时時][间間]|日期)?\s*(?:[：:]|于|於|(?=\d))|^(?:[时時][间間]|日期|[来來]源|稿源|信息[来來]源|文章[来來]源|索引[号號]|[发發]文[机機][关關]|成文日期|主[题題]分[类類])\s*[：:|｜丨]|^(?:本期)?(?:[责責]任?[编編][辑輯]?|[编編][辑輯審审]|[审審]核|[监監]制|校[对對])\s*[：:]|(?:[浏瀏][览覽]|[阅閱][读讀]|[点點][击擊]|[访訪][问問])(?:次[数數]|量|[数數])?\s*[：:]?\s*\d/;
const TIMED =
  /^\*?\d{4}\s?(?:年|[-/.])\s?\d{1,2}\s?(?:月|[-/.])\s?\d{1,2}\s?日?\*?\s*(?:\d{1,2}[：:]\d{2}|[·|｜]|[来來]源)/;
const LINKS = /^(?:!?\[[^[\]]*\]\([^()\s]*\)|\[!\[[^[\]]*\]\([^()\s]*\)\]\([^()\s]*\)|[\s|·•*-])+$/;
const SHARING =
  /分享(?!会|會)|收藏|打印|列印|朋友圈|微信|微博|[QＱ]{2}空[间間]|客[户戶]端|公[众眾][号號]|[点點][赞贊讚]|在看$|[推][荐薦](?:[阅閱][读讀])?$|延伸[阅閱][读讀]|猜你喜[欢歡]|[热熱][门門][推新文]|^[赞贊讚好]$|^分享$|[阅閱][读讀]原文|[轉转]([发發]|[载載])|[评評][论論]|留言|[关關]注我[们們]|[关關]注[该該]|扫码|掃碼|二维码|TOP$|返回(?:列表|首[页頁]|上[级級])|^[关關][闭閉]$|^下[载載]|^[复複][制製]$|[点點][击擊].{0,6}(?:[图圖]片|[蓝藍]字|[上下]方|[链鏈]接|[关關]注)|[预預][览覽]?[时時][标標][签籤]不可[点點]|^取消$|^允[许許]$|^知道了$|^[搜检檢][索尋寻]$|^[登注註][录錄册冊]$/;
/** Statements speak of rights and of authorisation as well, but not of a site, its copies and its readers. */
const DISCLAIMER =
  /本(?:[网網]?站|[网網](?![络絡])|公[众眾][号號])|[转轉][载載](?:[请請自须須时時于於的]|[内內]容)|版[权權](?:所有|[归歸])|著作[权權][归歸]|免[责責][声聲]明|如有侵[权權]|[联聯][系繫](?:我[们們]|[删刪]除)|[仅僅]供[参參]考|二[维維][码碼]|[关關][于於]我[们們]|[备備]案[号號]/;
/** Words on which one clicks in the midst of a text; a heading there may speak of sharing. */
const BUTTON =
  /^(?:分享(?:到.*|至.*)?|收藏|打印|[点點][赞贊讚]|[关關][闭閉]|[复複][制製]|下[载載]|[阅閱][读讀]原文|写?留言|在看|展[开開](?:[阅閱][读讀])?全文)$/;
/** What a text numbers or lists is its own. */
const OWN =
  /^(?:[（(]?[〇一二三四五六七八九十百]{1,4}[）)、.．]|第[〇一二三四五六七八九十百]{1,4}[章节節条條部]|[（(]?\d{1,2}[.、．)）]|——)/;
const LONGEST = 120;
const LONGEST_SHARING = 30;

/** A line of the page, whatever is around it: navigation, time and source, buttons. */
export function isPageLine(line: string): boolean {
  if (isSiteLine(line) || isPageDate(line) || (line.includes('](') && LINKS.test(line))) return true;
  if (line.length > LONGEST || /。/.test(line) || OWN.test(line)) return false;
  return (
    BREADCRUMBS.test(line) ||
    PARTED.test(line) ||
    FONT_SIZE.test(line) ||
    ABOUT.test(line) ||
    TIMED.test(line) ||
    (line.length <= LONGEST_SHARING && !/[；：！？]/.test(line) && SHARING.test(line))
  );
}

/** A line of the page that may be told as one between paragraphs as well, where headings of the text stand too. */
export function isPageLineInside(line: string): boolean {
  return !OWN.test(line) && (isSiteLine(line) || BUTTON.test(line));
}

/** What a page says of itself in whole sentences, behind the text. */
export function isDisclaimer(line: string): boolean {
  return DISCLAIMER.test(line);
}

/** When a page was put on the web, or says that it was. */
export function tellsPageDate(line: string): boolean {
  return (
    isPageDate(line) ||
    TIMED.test(line) ||
    (/^(?:[发發更][布佈新]|[发發]表|[时時][间間]|日期)/.test(line) && ABOUT.test(line))
  );
}

const PAGE_NUMBER =
  /^(?:[-—–－―·•─]{1,3}\s*\d{1,4}\s*[-—–－―·•─]{1,3}|第\s*\d{1,4}\s*[页頁](?:\s*[,，/／]?\s*共\s*\d{1,4}\s*[页頁])?|\d{1,4}\s*[/／]\s*\d{1,4}|(?:Page|P\.?)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?)$/i;

/** A line that surely is the number of a page: — 3 —, 第3页, 3/8. */
export function isPageNumber(line: string): boolean {
  return line.length <= 30 && PAGE_NUMBER.test(line);
}

/** A line that may be the number of a page, or of a section. */
export function isBareNumber(line: string): boolean {
  return /^\d{1,4}$/.test(line);
}

/** ----, ***, ____: a rule between parts of a page. */
export function isRuler(line: string): boolean {
  return line.length <= 400 && /^(?:[-_=*~─━―] ?){3,}$/.test(line);
}
