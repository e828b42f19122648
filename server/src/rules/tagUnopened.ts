import { message } from '../text/messages.ts';
import { insertAsLine } from './lines.ts';
import type { RecordRule } from './rule.ts';
import { faultsOf, isCutOff, printed, rightName, tagText } from './tags.ts';

/** A closing tag without its opening one: 12968〖-ZQ/总期〗. */
export const tagUnopened: RecordRule = {
  code: 'tag.unopened',
  severity: 'error',
  *check(record, { vocabulary }) {
    for (const { tag: index, at } of faultsOf(record, 'unopened')) {
      const tag = record.markup.tags[index];
      const definition = vocabulary.byCode.get(tag?.code ?? '');
      // Of a tag that the vocabulary does not know, nobody can say what it should close: that is `tag.unknown`.
      if (!tag || !definition || isCutOff(tag)) continue;
      const opening = tagText('open', tag.code, rightName(tag, vocabulary));
      const inserted = { span: { start: at, end: at }, newText: opening };
      yield {
        span: { start: tag.start, end: tag.end },
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
