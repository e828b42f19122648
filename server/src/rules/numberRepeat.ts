import { message } from '../text/messages.ts';
import { findBreaks } from './numberBreaks.ts';
import type { RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** The same number twice in a row. */
export const numberRepeat: RecordRule = {
  code: 'number.repeat',
  severity: 'warning',
  needs: { tree: TREE.oddNumber },
  check: (record) => findBreaks(record, 'repeat', (_, places) => message('number.repeat', places)),
};
