import { message } from '../text/messages.ts';
import type { CorpusRule } from './corpusRule.ts';

/** From this day on pages have three digits wherever some of the file have. */
const THREE_DIGITS_FROM = '19950101';
const THREE_DIGITS = /^\d{3}$/;

/** Page numbers of two digits in a file whose other records have three. */
export const metaPageMixed: CorpusRule = {
  code: 'meta.page',
  severity: 'warning',
  reach: 0,
  keys: ({ uri, summary }) => (summary.page ? [uri] : []),
  *judge({ records }) {
    const model = records.find(({ summary }) => THREE_DIGITS.test(summary.page?.text ?? ''));
    const other = model?.summary.page;
    if (!other) return;
    for (const place of records) {
      const { page, date } = place.summary;
      if (!page || !/^\d{2}$/.test(page.text) || page.text === '00') continue;
      if (date && date.text < THREE_DIGITS_FROM) continue;
      const places = { value: page.text, other: other.text, padded: page.text.padStart(3, '0') };
      yield {
        place,
        span: page.span,
        message: message('meta.page.mixed', places),
        related: [
          { place: model, span: other.span, message: message('meta.page.mixed.related', { other: other.text }) },
        ],
      };
    }
  },
};
