import { introductions, longTitles } from '../corpus/introductions.ts';
import { passagesOf } from '../corpus/passages.ts';
import { type QuotedTitle, quotedTitles, titleIndex } from '../corpus/titles.ts';
import type { PlacedStatement } from '../corpus/topicMatrix.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import type { RecordTree } from '../statement/tree.ts';
import { mappedOffset, sourceSpan } from '../text/sourceMap.ts';
import { covers, type Span, spanOf, touches } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { titleSpan } from './titleSpan.ts';

/** What a name means. Spans count from the start of a record: of the one that was asked from, or of `place`. */
interface NameDefinition {
  readonly origin: Span;
  readonly around: Span;
  readonly target: Span;
  /** The statement that has it, where that is another one. */
  readonly place?: PlacedStatement;
}

/**
 * The statement of a 《title》 or of what stands short for one, where the corpus has it; else where the text brings the
 * name in: 《公约》 leads to the whole title, 双方 to （以下称“双方”）.
 */
export function definitionOfName(
  { corpus }: Pick<FeatureContext, 'corpus'>,
  record: RecordTree,
  offset: number,
  vocabulary: Vocabulary,
): NameDefinition[] {
  const title = quotedTitles(record, vocabulary).find(({ span }) => touches(span, offset));
  const name = title
    ? { origin: title.span, title: longTitles(record, vocabulary).get(title) ?? title, first: firstOf(title) }
    : shortFormAt(record, offset, vocabulary);
  if (!name) return [];
  const { origin } = name;
  const statements = name.title ? titleIndex(corpus).find(name.title) : [];
  const others = statements.filter((place) => place.record !== record);
  if (others.length > 0) {
    return others.map((place) => {
      const target = titleSpan(place.record);
      return { origin, around: target, target, place };
    });
  }
  return covers(origin, name.first.target) ? [] : [{ origin, ...name.first }];

  function firstOf(title: QuotedTitle) {
    const long = longTitles(record, vocabulary).get(title);
    const { span } = long ?? quotedTitles(record, vocabulary).find(({ key }) => key === title.key) ?? title;
    return { around: span, target: span };
  }
}

interface Name {
  readonly origin: Span;
  /** The title that it is short for, where it is for one. */
  readonly title: QuotedTitle | undefined;
  /** Where it is brought in. */
  readonly first: { readonly around: Span; readonly target: Span };
}

/** Of several short forms at the caret the longest. */
function shortFormAt(record: RecordTree, offset: number, vocabulary: Vocabulary): Name | undefined {
  const passage = passagesOf(record, vocabulary).passages.find(({ span }) => touches(span, offset));
  if (!passage) return undefined;
  const { normal } = passage;
  const caret = mappedOffset(normal, offset);
  const byLength = [...introductions(record, vocabulary)].sort((a, b) => b.term.length - a.term.length);
  for (const { term, span, passage: around, title } of byLength) {
    // A caret stands behind the last character, too.
    for (let start = Math.max(0, caret - term.length); start <= caret; start++) {
      if (!normal.text.startsWith(term, start)) continue;
      const origin = sourceSpan(normal, spanOf(start, start + term.length));
      if (touches(origin, offset)) return { origin, title, first: { around: around.span, target: span } };
    }
  }
  return undefined;
}
