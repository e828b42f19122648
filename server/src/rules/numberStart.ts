import { message } from '../text/messages.ts';
import type { RecordTree } from '../statement/tree.ts';
import { nodesOfKind, ownText, saidNodes } from './nodes.ts';
import { findBreaks } from './numberBreaks.ts';
import type { RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** A list that does not begin with one. */
export const numberStart: RecordRule = {
  code: 'number.start',
  severity: 'warning',
  needs: { tree: TREE.oddNumber },
  check: (record) =>
    isPartOfMore(record) ? [] : findBreaks(record, 'start', (_, places) => message('number.start', places)),
};

/** Words by which a headline, or the last line, says that other parts came before this one. */
const PART =
  /[连連][载載]|[选選][载載登]|[节節][选選]|摘[要登编編]|[续續]完|[（(](?:[二三四五六七八九十中下续續]|之[二三四五六七八九十])[）)]$/;
const GOES_ON = /^[（(]?(?:未完|待[续續]|[续續])/;

function isPartOfMore(record: RecordTree): boolean {
  const titles = nodesOfKind(record, 'title').map((node) => ownText(record, node).trim());
  const last = saidNodes(record).at(-1);
  return titles.some((title) => PART.test(title)) || (last !== undefined && GOES_ON.test(ownText(record, last)));
}
