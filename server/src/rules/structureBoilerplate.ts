import { isPageDate, isSiteLine } from '../statement/furniture.ts';
import type { RecordTree, StatementNode } from '../statement/tree.ts';
import { message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import { deleteLines } from './lines.ts';
import { nodesOf, nodesOfKind, ownText } from './nodes.ts';
import type { Finding, RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** Lines of a web page around the text: licences, log-in, links, the page's date, its own headline above the text's. */
export const structureBoilerplate: RecordRule = {
  code: 'structure.boilerplate',
  severity: 'warning',
  needs: { tree: TREE.looseLine },
  *check(record) {
    const headline = repeatedHeadline(record);
    if (headline) yield findingOf(record, headline, 'structure.boilerplate.headline');
    for (const node of pageParts(record)) {
      yield findingOf(
        record,
        node,
        node.kind === 'credit' ? 'structure.boilerplate.date' : 'structure.boilerplate',
        node.pieces.length,
      );
    }
  },
};

/** What the rule covers, for others that should not report the same lines. */
export function boilerplateSpans(record: RecordTree): Span[] {
  const headline = repeatedHeadline(record);
  return [...(headline ? [headline] : []), ...pageParts(record)].map(({ span }) => span);
}

type Wording = 'structure.boilerplate' | 'structure.boilerplate.date' | 'structure.boilerplate.headline';

function findingOf(record: RecordTree, node: StatementNode, id: Wording, count = 1): Finding {
  const { span } = node;
  const excerpt = record.text.slice(span.start, Math.min(span.end, span.start + QUOTED)).split(/[\r\n]/)[0] ?? '';
  return {
    span,
    message: message(id, { excerpt, count }),
    fixes: [
      { title: message('structure.boilerplate.fix', { count }), safe: false, edits: [deleteLines(record, span)] },
    ],
  };
}

const QUOTED = 20;

/** Runs of the page's lines at either end, the date when the page was put on the web, and such lines among the text. */
function pageParts(record: RecordTree): StatementNode[] {
  return nodesOf(record).filter((node) => {
    const { kind, pieces } = node;
    if (kind === 'boilerplate') return true;
    if (kind === 'credit') return pieces.length === 1 && isPageDate(ownText(record, node));
    return kind === 'paragraph' && pieces.length === 1 && isLineOfPage(record, pieces[0]);
  });
}

/** Longer lines in the midst of a text belong to it whatever words they use. */
const LONGEST_BETWEEN = 60;

/** Stricter than at the ends: in the midst of a text a list, too, has lines without a full stop. */
function isLineOfPage({ text }: RecordTree, piece: Span | undefined): boolean {
  if (!piece) return false;
  const line = text.slice(piece.start, piece.end);
  return line.length <= LONGEST_BETWEEN && !/[，；。！？]/.test(line) && isSiteLine(line);
}

/** （全文）, which a site puts behind its headline. */
const SITE_SUFFIX = /[（(](?:全文|附全文|[双雙][语語]|最新)[）)]|[_|｜-].{0,20}$/;

/** The headline of the page, where the text's own one, which says the same, follows it. */
function repeatedHeadline(record: RecordTree): StatementNode | undefined {
  const titles = nodesOfKind(record, 'title').filter(({ code }) => code === undefined);
  const [first, second] = titles.map((node) => ownText(record, node).replace(/\s/g, ''));
  if (first === undefined || second === undefined) return undefined;
  return first === second || first.replace(SITE_SUFFIX, '') === second ? titles[0] : undefined;
}
