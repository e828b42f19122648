import type { Tag } from '../markup/syntax.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import type { RecordTree } from '../statement/tree.ts';
import { message } from '../text/messages.ts';
import type { Fix, RecordRule } from './rule.ts';
import { agreeByName, faultsOf, fieldCounts, printed, rightName, spanOfTag, tagText } from './tags.ts';
import { TREE } from './traces.ts';

/** Two tags around one value that name different things. Where a tag's own name agrees, that is `tag.name-mismatch`. */
export const tagMismatched: RecordRule = {
  code: 'tag.mismatched',
  severity: 'error',
  needs: { tree: TREE.fault },
  *check(record, { vocabulary }) {
    const { tags } = record.markup;
    const counts = fieldCounts(record);
    for (const fault of faultsOf(record, 'mismatched')) {
      const open = tags[fault.open];
      const close = tags[fault.close];
      if (!open || !close || agreeByName(open, close, vocabulary)) continue;
      const followOpening = agreement(record, close, open, vocabulary);
      const followClosing = agreement(record, open, close, vocabulary);
      // A field that is there once more cannot well be meant a second time.
      const openingIsExtra = (counts.get(open.code) ?? 0) > 1 && !counts.has(close.code);
      const fixes = openingIsExtra ? [...followClosing, ...followOpening] : [...followOpening, ...followClosing];
      const opening = printed(record, open);
      yield {
        span: spanOfTag(close),
        message: message('tag.mismatched', { opening, closing: printed(record, close) }),
        related: [{ span: spanOfTag(open), message: message('tag.mismatched.related', { opening }) }],
        fixes,
      };
    }
  },
};

/** Makes `tag` say what `model` says, if the vocabulary knows that. */
function agreement(record: RecordTree, tag: Tag, model: Tag, vocabulary: Vocabulary): Fix[] {
  if (!vocabulary.byCode.has(model.code)) return [];
  const right = tagText(tag.role, model.code, rightName(model, vocabulary));
  return [
    {
      title: message('tag.mismatched.fix', { wrong: printed(record, tag), right }),
      safe: false,
      edits: [{ span: spanOfTag(tag), newText: right }],
    },
  ];
}
