import type { Tag, TagDefect } from '../markup/syntax.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import type { RecordTree } from '../statement/tree.ts';
import { type MessageId, message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import type { RecordRule } from './rule.ts';
import { isCutOff, printed, spanOfTag, tagText } from './tags.ts';
import { TEXT, TREE } from './traces.ts';

const MESSAGES: Readonly<Record<TagDefect, MessageId>> = {
  bracket: 'tag.malformed.bracket',
  separator: 'tag.malformed.separator',
  'cut-off': 'tag.malformed.cut-off',
  'closing-mark': 'tag.malformed.closing-mark',
  'letter-case': 'tag.malformed.letter-case',
  width: 'tag.malformed.width',
  space: 'tag.malformed.space',
};

/** What is recognisably meant as a tag but not written as one, so that programs read past it. */
export const tagMalformed: RecordRule = {
  code: 'tag.malformed',
  severity: 'error',
  needs: { text: [TEXT.loneBracket], tree: TREE.oddTag },
  *check(record, { vocabulary }) {
    for (const span of loneBrackets(record)) {
      yield { span, message: message('tag.malformed.unreadable', { tag: record.text.slice(span.start, span.end) }) };
    }
    for (const tag of record.markup.tags) {
      const [defect, ...more] = tag.defects;
      if (!defect) continue;
      const span = spanOfTag(tag);
      const tagAsPrinted = printed(record, tag);
      const right = wellFormed(tag, vocabulary);
      if (right === undefined) {
        yield { span, message: message('tag.malformed.unreadable', { tag: tagAsPrinted }) };
        continue;
      }
      yield {
        span,
        message: message(more.length > 0 ? 'tag.malformed' : MESSAGES[defect], { tag: tagAsPrinted, right: right.tag }),
        fixes: [
          {
            title: message('tag.malformed.fix', { right: right.tag }),
            safe: true,
            edits: [{ span, newText: right.tag + right.rest }],
          },
        ],
      };
    }
  },
};

/** Halves of 〖〗 that belong to no tag and to no pair on their line, each with the letters of a code beside it. */
function* loneBrackets({ text, markup: { tags } }: RecordTree): Iterable<Span> {
  let next = 0;
  for (const { index, 0: printed } of text.matchAll(/〖[^〖〗\r\n]*〗?|〗/g)) {
    while ((tags[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++;
    const isOfTag = (tags[next]?.start ?? Number.POSITIVE_INFINITY) < index + printed.length;
    if (isOfTag || (printed.length > 1 && printed.endsWith('〗'))) continue;
    yield { start: index, end: index + (/^〖[-/]?[A-Z]{0,2}/.exec(printed)?.[0].length ?? 1) };
  }
}

/** The tag that is meant, and what of its span is text behind it. */
function wellFormed(tag: Tag, vocabulary: Vocabulary): { readonly tag: string; readonly rest: string } | undefined {
  const known = vocabulary.byCode.get(tag.code)?.name;
  if (!isCutOff(tag)) return { tag: tagText(tag.role, tag.code, tag.name || (known ?? '')), rest: '' };
  const common = commonLength(tag.name, known ?? '');
  if (known !== undefined && (common > 0 || tag.name === '')) {
    return { tag: tagText(tag.role, tag.code, known), rest: tag.name.slice(common) };
  }
  return tag.name === '' ? undefined : { tag: tagText(tag.role, tag.code, tag.name), rest: '' };
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) length++;
  return length;
}
