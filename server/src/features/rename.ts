import { type Vocabulary, isTagCode, isTagName } from '../markup/vocabulary.ts';
import { occurrences } from '../corpus/occurrences.ts';
import { sameTopic } from '../corpus/sameTopic.ts';
import { type Document, documentText, placedRecords, recordAt } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Edit } from '../text/edits.ts';
import { type Message, message } from '../text/messages.ts';
import { type Span, shifted, spanOf, touches } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { innerSpan } from './linkedEditingRanges.ts';
import { tagAt } from './tags.ts';
import { wordAt } from './wordAt.ts';

/** What a rename would change, and what it is called now. */
export interface Renamable {
  readonly kind: 'tag' | 'term';
  readonly span: Span;
  readonly text: string;
}

export type Renaming =
  | { readonly ok: false; readonly why: Message }
  /** In the file that is asked from alone. */
  | { readonly ok: true; readonly kind: 'tag'; readonly edits: readonly Edit[] }
  /** In every file, this one included. */
  | { readonly ok: true; readonly kind: 'term'; readonly term: string; editsIn(document: Document): Edit[] };

/** The pair of tags under the caret, else the term that is pointed at, else the word. */
export function prepareRename(
  context: FeatureContext,
  uri: string,
  document: Document,
  offset: number,
): Renamable | undefined {
  const { record, start } = recordAt(document, offset);
  const tag = tagAt(record, offset - start)?.tag;
  if (tag) {
    const inner = innerSpan(tag);
    return inner && renamable('tag', document, shifted(inner, start));
  }
  const query = sameTopic(context, uri, spanOf(offset, offset))?.query;
  if (query?.topic && touches(query.span, offset)) return renamable('term', document, query.span);
  const word = wordAt(record.text, offset - start);
  return word && renamable('term', document, shifted(word, start));
}

function renamable(kind: Renamable['kind'], document: Document, span: Span): Renamable {
  return { kind, span, text: documentText(document, span) };
}

/**
 * A pair of tags is renamed in its record; a term wherever it is printed in just these characters. Tags are no place of a term, and none
 * can come into being by it.
 */
export function rename(
  context: FeatureContext,
  { uri, document, offset, newName }: { uri: string; document: Document; offset: number; newName: string },
): Renaming {
  const asked = prepareRename(context, uri, document, offset);
  if (!asked) return { ok: false, why: message('rename.nothing') };
  if (asked.kind === 'tag') return renameTag(document, offset, { newName, vocabulary: context.vocabularyOf(uri) });
  if (/[\r\n\u3016\u3017]/.test(newName) || newName.trim() === '') return { ok: false, why: message('rename.badTerm') };
  const { text: term } = asked;
  return {
    ok: true,
    kind: 'term',
    term,
    editsIn: (content) => placesIn(content, term).map((span) => ({ span, newText: newName })),
  };
}

function renameTag(
  document: Document,
  offset: number,
  { newName, vocabulary }: { newName: string; vocabulary: Vocabulary },
): Renaming {
  const wanted = readTagName(newName, vocabulary);
  if (!wanted) return { ok: false, why: message('rename.badTag', { name: newName }) };
  const { record, start } = recordAt(document, offset);
  const pair = tagAt(record, offset - start);
  const edits = [pair?.tag, pair?.partner].flatMap((tag): Edit[] => {
    const span = tag && innerSpan(tag);
    return span ? [{ span: shifted(span, start), newText: wanted }] : [];
  });
  return { ok: true, kind: 'tag', edits };
}

/** `BM/版名`, or one half of it where the vocabulary knows the other. */
function readTagName(typed: string, { byCode, byName }: Vocabulary): string | undefined {
  const text = typed.trim().replace(/^〖-?|〗$/g, '');
  const known = byCode.get(text.toUpperCase()) ?? byName.get(text);
  if (known) return `${known.code}/${known.name}`;
  const [code = '', name = '', ...rest] = text.split('/');
  return isTagCode(code) && isTagName(name) && rest.length === 0 ? text : undefined;
}

function placesIn(document: Document, term: string): Span[] {
  return [...placedRecords(document)].flatMap(({ record, start }) =>
    occurrencesIn(record, term).map((span) => shifted(span, start)),
  );
}

/** Where `term` stands outside tags. Only of records that have it is the tree asked for. */
function occurrencesIn(record: RecordTree, term: string): Span[] {
  let next = 0;
  return occurrences(record.text, term).filter(({ start, end }) => {
    const { tags } = record.markup;
    while ((tags[next]?.end ?? Infinity) <= start) next++;
    return (tags[next]?.start ?? Infinity) >= end;
  });
}
