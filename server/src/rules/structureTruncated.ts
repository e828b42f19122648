import type { RecordTree } from '../statement/tree.ts';
import { message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import { unfinishedSentence } from './ending.ts';
import { nodesOf } from './nodes.ts';
import type { RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** A text that stops in mid-sentence, or of which a web site says that it shows only the beginning. */
export const structureTruncated: RecordRule = {
  code: 'structure.truncated',
  severity: 'warning',
  needs: { tree: TREE.openEnd | TREE.looseLine },
  *check(record) {
    const sentence = unfinishedSentence(record);
    const notice = previewNotice(record);
    const words = (span: Span) => record.text.slice(span.start, span.end);
    if (sentence) {
      yield {
        span: sentence,
        message: message('structure.truncated', { words: words(sentence).slice(-QUOTED) }),
        ...(notice && {
          related: [{ span: notice, message: message('structure.truncated.related', { notice: words(notice) }) }],
        }),
      };
    } else if (notice) {
      yield { span: notice, message: message('structure.truncated.notice', { notice: words(notice) }) };
    }
  },
};

const QUOTED = 20;
const LONGEST_NOTICE = 60;
const NOTICE =
  /[预預][览覽]已?[结結]束|[试試][读讀]已?[结結]束|(?:[阅閱][读讀]|查看|[显顯]示|展[开開])(?:全文|全部|剩[余餘]|更多)|(?:剩[余餘]|余下|餘下)(?:\d+%|[内內]容|全文|部分)|完整(?:[报報]告|版|[内內]容)(?:[链鏈]接|[请請])|未完[，,]?(?:[请請]|[点點])/;

/** The words of a web site that the text goes on elsewhere, on a line of their own. */
function previewNotice(record: RecordTree): Span | undefined {
  for (const { kind, pieces } of nodesOf(record)) {
    if (kind !== 'boilerplate' && kind !== 'paragraph') continue;
    for (const piece of pieces) {
      const line = record.text.slice(piece.start, Math.min(piece.end, piece.start + LONGEST_NOTICE + 1));
      if (line.length <= LONGEST_NOTICE && !line.includes('。') && NOTICE.test(line)) return piece;
    }
  }
  return undefined;
}
