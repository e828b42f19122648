import { message } from '../text/messages.ts';
import { settledValues } from './fields.ts';
import type { RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** A number of an article on its page that is no whole number from 1 on. */
export const metaItem: RecordRule = {
  code: 'meta.item',
  severity: 'warning',
  needs: { tree: TREE.oddValue },
  *check(record, { vocabulary }) {
    for (const { text: value, span } of settledValues(record, vocabulary, 'item')) {
      if (!/^0*[1-9]\d*$/.test(value)) yield { span, message: message('meta.item', { value }) };
    }
  },
};
