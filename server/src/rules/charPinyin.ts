import { message } from '../text/messages.ts';
import { readingsIn } from '../repair/readings.ts';
import type { RecordRule } from './rule.ts';
import { TEXT } from './traces.ts';

/** A reading in brackets that a mirror put behind a character: 聯(lián)合. */
export const charPinyin: RecordRule = {
  code: 'char.pinyin',
  severity: 'warning',
  needs: { text: [TEXT.reading] },
  *check(record) {
    for (const { span, character } of readingsIn(record).marks) {
      const places = { character, reading: record.text.slice(span.start, span.end) };
      yield {
        span,
        message: message('char.pinyin', places),
        fixes: [{ title: message('char.pinyin.fix', places), safe: true, edits: [{ span, newText: '' }] }],
      };
    }
  },
};
