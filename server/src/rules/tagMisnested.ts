import { message } from '../text/messages.ts';
import type { RecordRule } from './rule.ts';
import { faultsOf, printed, spanOfTag } from './tags.ts';
import { TREE } from './traces.ts';

/** 〖A〗〖B〗〖-A〗〖-B〗: the outer pair ends inside the inner one. */
export const tagMisnested: RecordRule = {
  code: 'tag.misnested',
  severity: 'error',
  needs: { tree: TREE.fault },
  *check(record) {
    const { tags, partner } = record.markup;
    for (const fault of faultsOf(record, 'misnested')) {
      const inner = tags[fault.inner];
      const outerEnd = tags[partner[fault.outer] ?? -1];
      const innerEnd = tags[partner[fault.inner] ?? -1];
      if (!inner || !outerEnd || !innerEnd) continue;
      const places = { opening: printed(record, inner), closing: printed(record, innerEnd) };
      yield {
        span: spanOfTag(innerEnd),
        message: message('tag.misnested', { ...places, outer: printed(record, outerEnd) }),
        related: [
          { span: spanOfTag(inner), message: message('tag.misnested.opening', places) },
          {
            span: spanOfTag(outerEnd),
            message: message('tag.misnested.closing', { outer: printed(record, outerEnd) }),
          },
        ],
      };
    }
  },
};
