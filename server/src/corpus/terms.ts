import { type Span, spanOf } from '../text/span.ts';

/** Words that begin or end no term. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    '的 了 和 与 及 以 以及 或 而 并 且 在 于 对 对于 为 是 由 被 把 将 从 向 就 等 之 其 该 此 这 那 有 无 各 所 也 都 不 应 愿 ' +
    '要 会 能 可 使 让 到 同 因 因此 为此 通过 根据 按照 关于 包括 特别 特别是 上 下 中 内 外 后 前 年 月 日 个 一 两 各种 一切 有关 ' +
    '相关 进一步 继续 双方 认为 指出 强调 重申 表示 支持 主张 反对 愿意 致力于 推动 促进 加强 深化 维护 开展 提高 扩大 坚持 我们 他们 它'
  ).split(' '),
);
/** What no term reaches across. */
const PUNCTUATION = /[，。、；：？！“”‘’（）《》〈〉…—\n]/;
const LONGEST_TERM = 16;
const LONGEST_TITLE = 60;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What may be meant at `at` in a normalised text, each a span of it: a 《title》 or “quoted” term first, then runs of words. */
export function candidateTerms(text: string, at: Span): Span[] {
  const quoted = quotedAround(text, at);
  const runs = at.end > at.start ? [at] : runsAround(text, at.start);
  return quoted ? [quoted, ...runs] : runs;
}

function quotedAround(text: string, at: Span): Span | undefined {
  for (const [open, close] of ['《》', '“”'].map((pair) => Array.from(pair))) {
    if (open === undefined || close === undefined) continue;
    const start = text.lastIndexOf(open, at.start - 1) + 1;
    const end = text.indexOf(close, at.end);
    if (start === 0 || end === -1 || end - start > LONGEST_TITLE || end === start) continue;
    if (text.slice(start, at.start).includes(close) || text.slice(at.end, end).includes(open)) continue;
    return spanOf(start, end);
  }
  return undefined;
}

/** All runs of whole words that cover the caret, cross no punctuation and neither begin nor end with a function word. */
function runsAround(text: string, caret: number): Span[] {
  const clause = clauseAround(text, caret);
  const words = [...segmenter.segment(text.slice(clause.start, clause.end))].map(({ segment, index }) => ({
    start: clause.start + index,
    end: clause.start + index + segment.length,
    isFunction: FUNCTION_WORDS.has(segment),
  }));
  const runs: Span[] = [];
  for (const first of words) {
    if (first.isFunction || first.start > caret || caret - first.start > LONGEST_TERM) continue;
    for (const last of words) {
      const length = last.end - first.start;
      if (last.isFunction || last.end <= caret || last.start < first.start || length < 2 || length > LONGEST_TERM)
        continue;
      runs.push(spanOf(first.start, last.end));
    }
  }
  return runs;
}

function clauseAround(text: string, caret: number): Span {
  let start = caret;
  while (start > 0 && caret - start < LONGEST_TITLE && !PUNCTUATION.test(text.charAt(start - 1))) start--;
  let end = caret;
  while (end < text.length && end - caret < LONGEST_TITLE && !PUNCTUATION.test(text.charAt(end))) end++;
  return spanOf(start, end);
}
