import { message } from '../text/messages.ts';
import { insertAsLine } from './lines.ts';
import type { RecordRule } from './rule.ts';
import { faultsOf, isCutOff, printed, rightName, spanOfTag, tagText } from './tags.ts';
import { twinOf } from './twins.ts';
import { TREE } from './traces.ts';

/** A closing tag without its opening one: 12968〖-ZQ/总期〗. */
export const tagUnopened: RecordRule = {
  code: 'tag.unopened',
  severity: 'error',
  needs: { tree: TREE.fault },
  *check(record, { vocabulary }) {
    const { tags } = record.markup;
    const places = new Map(faultsOf(record, 'unopened').map(({ tag, at }) => [tag, at]));
    for (const index of [...places.keys()].sort((a, b) => a - b)) {
      const tag = tags[index];
      const at = places.get(index);
      const definition = vocabulary.byCode.get(tag?.code ?? '');
      // Of a tag that the vocabulary does not know, nobody can say what it should close: that is `tag.unknown`.
      if (!tag || at === undefined || !definition || isCutOff(tag)) continue;
      const opening = tagText('open', tag.code, rightName(tag, vocabulary));
      const twin = twinOf(record, index, places, vocabulary);
      const second = tags[twin ?? -1];
      if (twin !== undefined && second) {
        places.delete(twin);
        yield {
          span: spanOfTag(tag),
          message: message('tag.unopened.unmarked', { tag: printed(record, tag), opening }),
          related: [
            { span: spanOfTag(second), message: message('tag.unopened.related', { tag: printed(record, second) }) },
          ],
          fixes: [
            {
              title: message('tag.unopened.unmarked.fix', { opening }),
              safe: false,
              edits: [{ span: spanOfTag(tag), newText: opening }],
            },
          ],
        };
        continue;
      }
      const inserted = { span: { start: at, end: at }, newText: opening };
      yield {
        span: spanOfTag(tag),
        message: message('tag.unopened', { tag: printed(record, tag), opening }),
        fixes: [
          {
            title: message('tag.unopened.fix', { opening }),
            safe: false,
            edits: [definition.use === 'body' ? insertAsLine(record, at, opening) : inserted],
          },
        ],
      };
    }
  },
};
