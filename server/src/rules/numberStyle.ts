import type { Numeral } from '../statement/tree.ts';
import type { Edit } from '../text/edits.ts';
import { message } from '../text/messages.ts';
import { type ListNumber, readNumbering } from './numbering.ts';
import { markSpan, markText, standsAlone, styledMark } from './numeralMark.ts';
import type { Finding, RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** A list that changes its kind of numeral: 九、 is followed by `1.`. Several such numbers in a row are reported once. */
export const numberStyle: RecordRule = {
  code: 'number.style',
  severity: 'warning',
  needs: { tree: TREE.oddNumber },
  *check({ lists, text }) {
    for (const list of lists) {
      const { numbers } = readNumbering(list, text);
      for (let index = 0; index < numbers.length; index++) {
        if (!numbers[index]?.isOtherStyle) continue;
        const start = index;
        while (numbers[index + 1]?.isOtherStyle) index++;
        const model = numbers[start - 1] ?? numbers[index + 1];
        const [first, ...more] = numbers.slice(start, index + 1);
        if (first && model) yield findingOf(text, first, more, model.numeral);
      }
    }
  },
};

function findingOf(text: string, first: ListNumber, more: readonly ListNumber[], model: Numeral): Finding {
  const edits = [first, ...more].flatMap((number) => inStyleOf(text, number, model));
  const printed = markText(text, first.numeral);
  const expected = styledMark(text, first.expected, model).trimEnd();
  return {
    span: first.numeral.span,
    message: message('number.style', { printed, expected, model: markText(text, model) }),
    related: [{ span: model.span, message: message('number.related', { number: model.text }) }],
    ...(edits.length > 0 && {
      fixes: [
        more.length === 0
          ? { title: message('number.style.fix', { printed, expected }), safe: false, edits }
          : { title: message('number.style.fix.several', { expected, count: edits.length }), safe: false, edits },
      ],
    }),
  };
}

/** Nothing where one of the two stands alone on its line and the other does not: that takes more than another numeral. */
function inStyleOf(text: string, { numeral, expected }: ListNumber, model: Numeral): Edit[] {
  if (standsAlone(numeral.style) !== standsAlone(model.style)) return [];
  return [{ span: markSpan(text, numeral), newText: styledMark(text, expected, model) }];
}
