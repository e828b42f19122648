import { message } from '../text/messages.ts';
import { findBreaks } from './numberBreaks.ts';
import type { RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** A number that belongs further up or down in its list. */
export const numberOrder: RecordRule = {
  code: 'number.order',
  severity: 'warning',
  needs: { tree: TREE.oddNumber },
  check: (record) => findBreaks(record, 'order', (_, places, before) => message('number.order', { ...places, before })),
};
