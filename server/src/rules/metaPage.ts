import { message } from '../text/messages.ts';
import { settledValues } from './fields.ts';
import type { RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** A page number that has neither three digits nor, as in older files, two. Files that mix both are another rule's. */
export const metaPage: RecordRule = {
  code: 'meta.page',
  severity: 'warning',
  needs: { tree: TREE.oddValue },
  *check(record, { vocabulary }) {
    for (const { text: value, span } of settledValues(record, vocabulary, 'page')) {
      if (!/^\d{2,3}$/.test(value) || /^0+$/.test(value)) yield { span, message: message('meta.page', { value }) };
    }
  },
};
