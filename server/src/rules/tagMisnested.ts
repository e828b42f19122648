import { message } from '../text/messages.ts';
import type { RecordRule } from './rule.ts';
import { faultsOf, printed } from './tags.ts';

/** 〖A〗〖B〗〖-A〗〖-B〗: the outer pair ends inside the inner one. */
export const tagMisnested: RecordRule = {
  code: 'tag.misnested',
  severity: 'error',
  *check(record) {
    const { tags, partner } = record.markup;
    for (const fault of faultsOf(record, 'misnested')) {
      const inner = tags[fault.inner];
      const outerEnd = tags[partner[fault.outer] ?? -1];
      const innerEnd = tags[partner[fault.inner] ?? -1];
      if (!inner || !outerEnd || !innerEnd) continue;
      const places = { opening: printed(record, inner), closing: printed(record, innerEnd) };
      yield {
        span: { start: innerEnd.start, end: innerEnd.end },
        message: message('tag.misnested', { ...places, outer: printed(record, outerEnd) }),
        related: [
          { span: { start: inner.start, end: inner.end }, message: message('tag.misnested.opening', places) },
          {
            span: { start: outerEnd.start, end: outerEnd.end },
            message: message('tag.misnested.closing', { outer: printed(record, outerEnd) }),
          },
        ],
      };
    }
  },
};
