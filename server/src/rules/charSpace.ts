import type { RecordTree, StatementNode } from '../statement/tree.ts';
import { message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import { middleDots } from './charMiddleDot.ts';
import { nodesOf } from './nodes.ts';
import { type PlainText, plainText, printedSpan } from './plainText.ts';
import { isProse, type Unit, unitOf } from './prose.ts';
import type { RecordRule } from './rule.ts';
import { isChinese, isHanCharacter } from './signs.ts';
import { TEXT } from './traces.ts';

/** Wider gaps are layout. */
const WIDEST = 4;
/** Shorter paragraphs may be verse, a caption, a line of a table. */
const SHORTEST_PROSE = 20;
/** Members of a list that only spaces part are no longer than this. */
const LONGEST_MEMBER = 4;
/** So long is a heading that opens a numbered paragraph. */
const LONGEST_HEADING = 8;
/** Who wrote or took something stands behind these, parted by a space; a credit is parted from the text by one. */
const BEFORE_NAME = /(?:记者|記者|通讯员|通訊員|编辑|編輯|作者|摄影|攝影|摄|攝|文|图|圖|电|電|讯|訊|[问問答])$/;
/** What no part of a headline begins or ends with, so that a space beside it parts nothing. */
const JOINS_BACK = /^(?:[与與](?![会會])|的|及|并|並)/;
const JOINS_ON = /[与與和的及对對在]$/;
const HEADLINES = new Set(['YT', 'BT', 'FT']);

/**
 * A space inside Chinese text: 联邦 （以下. Only in running text, and in headlines where the words go on: names in
 * signatures and lists, headings, verse and tables are spaced on purpose. Wide gaps are not looked at.
 */
export const charSpace: RecordRule = {
  code: 'char.space',
  severity: 'info',
  needs: { text: [TEXT.gap] },
  *check(record) {
    const spaced = nodesOf(record).filter((node) => (isProse(node) || isHeadline(node)) && hasSpace(record, node));
    if (spaced.length === 0) return;
    const plain = plainText(record);
    const gaps = spaced.flatMap((node) => [...gapsInUnit(plain, node)]);
    if (gaps.length === 0) return;
    const dots = new Set(middleDots(record));
    for (const gap of gaps) if (!dots.has(gap.start)) yield findingOf(plain, gap);
  },
};

function gapsInUnit(plain: PlainText, node: StatementNode): Iterable<Span> {
  const unit = unitOf(node, plain);
  if (!unit) return [];
  return isProse(unit) ? gapsInProse(plain.text, unit) : gapsInHeadline(plain.text, unit);
}

function findingOf(plain: PlainText, { start, end }: Span) {
  const span = printedSpan(plain, start, end);
  const places = { before: plain.text.charAt(start - 1), behind: plain.text.charAt(end) };
  return {
    span,
    message: message('char.space', places),
    fixes: [{ title: message('char.space.fix', places), safe: false, edits: [{ span, newText: '' }] }],
  };
}

function hasSpace({ text }: RecordTree, { pieces }: StatementNode): boolean {
  return pieces.some(({ start, end }) => text.slice(start, end).includes(' '));
}

function isHeadline({ kind, code }: Pick<Unit, 'kind' | 'code'>): boolean {
  return kind === 'title' || (code !== undefined && HEADLINES.has(code));
}

function* gapsInHeadline(text: string, { pieces }: Unit): Iterable<Span> {
  for (const piece of pieces) {
    for (const gap of gapsIn(text, piece)) {
      const before = text.slice(Math.max(piece.start, gap.start - 4), gap.start);
      if (JOINS_BACK.test(text.slice(gap.end, gap.end + 2)) || JOINS_ON.test(before)) yield gap;
    }
  }
}

function* gapsInProse(text: string, { kind, pieces }: Unit): Iterable<Span> {
  const length = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length < SHORTEST_PROSE) return;
  for (const piece of pieces) {
    const gaps = gapsIn(text, piece);
    if (gaps.length === 0 || !/[，。；：,;:]/.test(text.slice(piece.start, piece.end)) || isRow(text, piece)) continue;
    for (const [index, gap] of gaps.entries()) {
      const isList = isBesideMember(text, gap, gaps[index - 1]) || isBesideMember(text, gaps[index + 1], gap);
      const before = text.slice(Math.max(piece.start, gap.start - 4), gap.start);
      // （一）标题 标题由…组成。: a heading, and what it is about on the same line.
      const endsHeading = piece === pieces[0] && kind !== 'paragraph' && gap.start - piece.start <= LONGEST_HEADING;
      if (!isList && !endsHeading && !BEFORE_NAME.test(before)) yield gap;
    }
  }
}

/** So many blanks in a line without a comma or a full stop part the columns of a table. */
const BLANKS_OF_ROW = 4;

function isRow(text: string, { start, end }: Span): boolean {
  const line = text.slice(start, end);
  return !/[，。；]/.test(line) && (line.match(/\s+/g)?.length ?? 0) >= BLANKS_OF_ROW;
}

/** Whether only a short word stands between two gaps: 张三 李四 王五, and the columns of a table. */
function isBesideMember(text: string, gap: Span | undefined, before: Span | undefined): boolean {
  if (!gap || !before || gap.start - before.end > LONGEST_MEMBER) return false;
  const member = text.slice(before.end, gap.start);
  // 关 系 is one word, spaced out.
  return member.length > 1 && Array.from(member).every(isHanCharacter);
}

/** Ordinary spaces between two Chinese characters. Behind a colon that opens a speech, and inside a name, they are right. */
function gapsIn(text: string, { start, end }: Span): Span[] {
  const gaps: Span[] = [];
  for (let at = start; at < end; at++) {
    if (text.charAt(at) !== ' ') continue;
    const from = at;
    while (text.charAt(at) === ' ') at++;
    if (at - from > WIDEST || from === start || at >= end) continue;
    const before = text.charAt(from - 1);
    if (!isChinese(before) || !isChinese(text.charAt(at)) || '—…'.includes(before) || '—…'.includes(text.charAt(at)))
      continue;
    if (before === '：' && from - start <= LONGEST_SPEAKER) continue;
    gaps.push({ start: from, end: at });
  }
  return gaps;
}

/** 王毅外长：, behind which a space may part what is said. */
const LONGEST_SPEAKER = 12;
