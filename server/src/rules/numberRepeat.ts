import { message } from '../text/messages.ts';
import { findBreaks } from './numberBreaks.ts';
import type { RecordRule } from './rule.ts';

/** The same number twice in a row. */
export const numberRepeat: RecordRule = {
  code: 'number.repeat',
  severity: 'warning',
  check: (record) => findBreaks(record, 'repeat', (_, places) => message('number.repeat', places)),
};
