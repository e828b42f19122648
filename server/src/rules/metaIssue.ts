import { message } from '../text/messages.ts';
import { settledValues } from './fields.ts';
import type { RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** A running issue number that is no whole number from 1 on. */
export const metaIssue: RecordRule = {
  code: 'meta.issue',
  severity: 'warning',
  needs: { tree: TREE.oddValue },
  *check(record, { vocabulary }) {
    for (const { text: value, span } of settledValues(record, vocabulary, 'issue')) {
      if (!/^0*[1-9]\d*$/.test(value)) yield { span, message: message('meta.issue', { value }) };
    }
  },
};
