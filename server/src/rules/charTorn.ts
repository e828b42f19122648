import { message } from '../text/messages.ts';
import { readingsIn } from '../repair/readings.ts';
import type { Fix, RecordRule } from './rule.ts';
import { TEXT } from './traces.ts';

/** Characters that such a reading tore apart: 雙方?jīng)Q心. */
export const charTorn: RecordRule = {
  code: 'char.torn',
  severity: 'warning',
  needs: { text: [TEXT.reading] },
  *check(record) {
    for (const { span, alternatives, isSure } of readingsIn(record).torn) {
      const [likeliest] = alternatives;
      if (likeliest === undefined) continue;
      const places = { printed: record.text.slice(span.start, span.end), likeliest };
      const fixes = alternatives.map(
        (text, index): Fix => ({
          title: message('char.torn.fix', { restored: text }),
          // Which one it was is known only where the others are far behind.
          safe: isSure && index === 0,
          edits: [{ span, newText: text }],
        }),
      );
      yield { span, message: message(isSure ? 'char.torn' : 'char.torn.unsure', places), fixes };
    }
  },
};
