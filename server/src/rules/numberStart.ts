import { message } from '../text/messages.ts';
import { findBreaks } from './numberBreaks.ts';
import type { RecordRule } from './rule.ts';
import { TREE } from './treeTraces.ts';

/** A list that does not begin with one. */
export const numberStart: RecordRule = {
  code: 'number.start',
  severity: 'warning',
  needs: { tree: TREE.oddNumber },
  check: (record) => findBreaks(record, 'start', (_, places) => message('number.start', places)),
};
