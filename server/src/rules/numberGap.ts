import { writeNumeral } from '../statement/numerals.ts';
import { message } from '../text/messages.ts';
import { findBreaks } from './numberBreaks.ts';
import type { RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** A list that leaves out numbers: 二 is followed by 四. */
export const numberGap: RecordRule = {
  code: 'number.gap',
  severity: 'warning',
  needs: { tree: TREE.oddNumber },
  check: (record) =>
    findBreaks(record, 'gap', ({ lastMissing = 0 }, { printed, expected }, before) => {
      const last = writeNumeral(lastMissing, printed);
      return last === expected
        ? message('number.gap', { printed, expected, before })
        : message('number.gap.several', { printed, expected, last, before });
    }),
};
