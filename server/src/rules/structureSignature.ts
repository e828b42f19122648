import { endsPreamble, isDateLine } from '../statement/furniture.ts';
import type { RecordTree, StatementNode } from '../statement/tree.ts';
import { message } from '../text/messages.ts';
import { lastSentence, unfinishedSentence } from './ending.ts';
import { nodesOfKind, ownText, saidNodes } from './nodes.ts';
import type { RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** What several states declare together, by the end of its headline. */
const JOINT = /(?:[联聯]合|共同)(?:[声聲]明|公[报報]|宣言|新[闻聞]公[报報])(?:[（(][^（）()]{1,8}[）)])?$/;
/** A headline that tells news of such a statement: 中俄发表联合声明, 外交部发言人谈联合声明. */
const NEWS =
  /(?:[发發]表|[签簽]署|[发發]布|通[过過]|[达達]成|[谈談][^，]{0,12}|[评評][^，]{0,12}|解[读讀][^，]{0,12}|[就对對][^，]{0,12})(?:了|《)?(?:[联聯]合|共同)(?:[声聲]明|公[报報]|宣言)》?$|[发發]言人|答[记記]者/;
/** A beginning of a text is not asked for its end. */
const SHORTEST = 100;

/** A joint statement without signature, place or date. That of a text that stops in mid-sentence is not missed as well. */
export const structureSignature: RecordRule = {
  code: 'structure.signature',
  severity: 'info',
  needs: { tree: TREE.unsigned },
  *check(record) {
    const title = headline(record);
    if (!JOINT.test(title) || NEWS.test(title)) return;
    if (nodesOfKind(record, 'signature').length > 0 || unfinishedSentence(record)) return;
    const said = saidNodes(record);
    if (isDatedAtHead(record, said)) return;
    const length = said.reduce((sum, node) => sum + ownText(record, node).length, 0);
    const last = said.at(-1);
    const piece = last?.pieces.at(-1);
    if (!piece || length < SHORTEST || !isStatement(record, said)) return;
    yield { span: lastSentence(record.text, piece), message: message('structure.signature') };
  },
};

/** （一九六四年二月二十三日） under the headline, where older papers put the date. */
function isDatedAtHead(record: RecordTree, [first]: readonly StatementNode[]): boolean {
  const lines = [...nodesOfKind(record, 'credit'), ...(first ? [first] : [])];
  return lines.some((node) => isDateLine(ownText(record, node)));
}

function headline(record: RecordTree): string {
  const titles = nodesOfKind(record, 'title').map((node) => ownText(record, node).trim());
  return titles.find((title) => JOINT.test(title)) ?? '';
}

/** Statements declare, or are numbered, or speak of their parties all the time; what only tells of one does not. */
function isStatement(record: RecordTree, said: readonly StatementNode[]): boolean {
  const text = said.map((node) => ownText(record, node));
  return (
    text.some(endsPreamble) ||
    said.filter(({ kind }) => kind === 'section').length > 1 ||
    said.filter((_, index) => /^(?:[双雙]方|[两兩][国國]|各方)/.test(text[index] ?? '')).length > 2
  );
}
