import { message } from '../text/messages.ts';
import { insertAsLine } from './lines.ts';
import type { RecordRule } from './rule.ts';
import { faultsOf, isCutOff, printed, rightName, tagText } from './tags.ts';

/** An opening tag without its closing one. A cut-off tag is `tag.malformed`; the rest of it may be what is missing. */
export const tagUnclosed: RecordRule = {
  code: 'tag.unclosed',
  severity: 'error',
  *check(record, { vocabulary }) {
    for (const { tag: index, at } of faultsOf(record, 'unclosed')) {
      const tag = record.markup.tags[index];
      if (!tag || isCutOff(tag)) continue;
      const closing = tagText('close', tag.code, rightName(tag, vocabulary));
      const isBody = vocabulary.byCode.get(tag.code)?.use === 'body';
      const inserted = { span: { start: at, end: at }, newText: closing };
      yield {
        span: { start: tag.start, end: tag.end },
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
