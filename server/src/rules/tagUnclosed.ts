import { message } from '../text/messages.ts';
import { insertAsLine } from './lines.ts';
import type { RecordRule } from './rule.ts';
import { faultsOf, isCutOff, printed, rightName, spanOfTag, tagText } from './tags.ts';
import { twinOf } from './twins.ts';
import { TREE } from './traces.ts';

/** An opening tag without its closing one. A cut-off tag is `tag.malformed`; the rest of it may be what is missing. */
export const tagUnclosed: RecordRule = {
  code: 'tag.unclosed',
  severity: 'error',
  needs: { tree: TREE.fault },
  *check(record, { vocabulary }) {
    const { tags } = record.markup;
    const places = new Map(faultsOf(record, 'unclosed').map(({ tag, at }) => [tag, at]));
    for (const index of [...places.keys()].sort((a, b) => a - b)) {
      const tag = tags[index];
      const at = places.get(index);
      if (!tag || at === undefined || isCutOff(tag)) continue;
      const closing = tagText('close', tag.code, rightName(tag, vocabulary));
      const twin = twinOf(record, index, places, vocabulary);
      const second = tags[twin ?? -1];
      if (twin !== undefined && second) {
        places.delete(twin);
        yield {
          span: spanOfTag(second),
          message: message('tag.unclosed.unmarked', { tag: printed(record, second), closing }),
          related: [{ span: spanOfTag(tag), message: message('tag.unclosed.related', { tag: printed(record, tag) }) }],
          fixes: [
            {
              title: message('tag.unclosed.unmarked.fix', { closing }),
              safe: false,
              edits: [{ span: spanOfTag(second), newText: closing }],
            },
          ],
        };
        continue;
      }
      const isBody = vocabulary.byCode.get(tag.code)?.use === 'body';
      const inserted = { span: { start: at, end: at }, newText: closing };
      yield {
        span: spanOfTag(tag),
        message: message('tag.unclosed', { tag: printed(record, tag), closing }),
        fixes: [
          {
            title: message('tag.unclosed.fix', { closing }),
            safe: false,
            edits: [isBody ? insertAsLine(record, at, closing) : inserted],
          },
        ],
      };
    }
  },
};
