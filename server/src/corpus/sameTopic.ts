import { documentText } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import { sourceSpan } from '../text/sourceMap.ts';
import { shifted, type Span, spanOf } from '../text/span.ts';
import { bigramsOf } from './bigrams.ts';
import type { Corpus, CorpusDocument, SameTopicAnswer, TopicPassage } from './corpus.ts';
import type { CorpusIndex, PlacedPassage } from './corpusIndex.ts';
import { printed } from './normalise.ts';
import { type Passage, sectionPath } from './passages.ts';
import { pointedAt } from './pointedAt.ts';
import { rarity, similarity } from './similarity.ts';
import { candidateTerms } from './terms.ts';
import type { Topic } from './topic.ts';

/** What cross-references know. */
export interface TopicSources {
  readonly corpus: Corpus;
  /** Of the same corpus. */
  readonly index: CorpusIndex;
  /** The topics that are known beforehand; of two that share a name, the first. */
  readonly topics: readonly Topic[];
}

/**
 * What the other statements say on what is pointed at. An empty `asked` span is a caret and asks for what stands there:
 * a title, a term that the corpus repeats, the paragraph; on a section's numeral, for that section. A span of a sentence
 * or more asks for the paragraph. Offsets count from the start of the file. `undefined` where nothing stands there.
 */
export function sameTopic({ corpus, index }: TopicSources, uri: string, asked: Span): SameTopicAnswer | undefined {
  const file = corpus.get(uri);
  if (!file) return undefined;
  const place = pointedAt(file.document, asked, file.document.vocabulary);
  if (!place) return undefined;
  const { recordStart, pointed } = place;
  const others = otherStatements([...index.passages()], uri, recordStart);
  if (pointed.kind === 'words') {
    const term = repeatedTerm(others, pointed.passage, pointed.at);
    if (term) return answerTerm(file, recordStart, pointed.passage, term, others);
    // A selected word is asked for as it is: where nobody else has it, nothing is the answer.
    if (asked.end > asked.start) return emptyAnswer(file, asked);
    return answerPassages(file, shifted(pointed.passage.span, recordStart), [pointed.passage], others);
  }
  return answerPassages(file, shifted(pointed.span, recordStart), pointed.passages, others);
}

/** A passage this long that two records share to the letter is no standing phrase. */
const DISTINCTIVE = 20;
/** Records that share this much of their passages are one statement, printed or kept twice. */
const SAME_STATEMENT = 0.5;

/** All passages but those of the statement itself, whichever of its copies they stand in. */
function otherStatements(all: readonly PlacedPassage[], uri: string, recordStart: number): PlacedPassage[] {
  const isOwn = (one: PlacedPassage): boolean => one.uri === uri && one.recordStart === recordStart;
  const own = new Set(all.filter(isOwn).map((one) => one.passage.normal.text));
  const shared = new Map<RecordTree, { same: number; all: number }>();
  for (const { record, passage } of all) {
    const { text } = passage.normal;
    if (text.length < DISTINCTIVE) continue;
    const count = shared.get(record) ?? { same: 0, all: 0 };
    shared.set(record, { same: count.same + (own.has(text) ? 1 : 0), all: count.all + 1 });
  }
  return all.filter((one) => {
    const count = shared.get(one.record);
    return !isOwn(one) && !(count && count.same > count.all * SAME_STATEMENT);
  });
}

/** A term in more than this share of all passages tells nothing: 双方, 合作. */
const COMMON = 0.15;
/** Powers by which a term's length and the number of statements that have it count; found with the judged queries. */
const LENGTH_COUNTS = 0.7;
const SPREAD_COUNTS = 0.5;

/**
 * The best term at a place: one that another statement has too; of several, the one whose length, rarity and spread
 * over the statements together say most. A name that many statements have beats a longer phrase that one repeats.
 */
function repeatedTerm(others: readonly PlacedPassage[], passage: Passage, at: Span): Span | undefined {
  let best: Span | undefined;
  let bestWeight = 0;
  for (const candidate of candidateTerms(passage.normal.text, at)) {
    const term = passage.normal.text.slice(candidate.start, candidate.end);
    const found = others.filter((one) => one.passage.normal.text.includes(term));
    if (found.length === 0 || found.length > Math.max(3, others.length * COMMON)) continue;
    const statements = new Set(found.map((one) => one.record)).size;
    const weight =
      term.length ** LENGTH_COUNTS * Math.log((others.length + 1) / found.length) * statements ** SPREAD_COUNTS;
    if (weight > bestWeight) [best, bestWeight] = [candidate, weight];
  }
  return best;
}

function answerTerm(
  file: CorpusDocument,
  recordStart: number,
  passage: Passage,
  at: Span,
  others: readonly PlacedPassage[],
): SameTopicAnswer {
  const term = passage.normal.text.slice(at.start, at.end);
  const span = shifted(sourceSpan(passage.normal, at), recordStart);
  const passages = others
    .filter((one) => one.passage.normal.text.includes(term))
    .map((one) =>
      topicPassage({
        placed: one,
        score: aboutness(one.passage, term),
        marks: occurrences(one.passage.normal.text, term),
      }),
    )
    .sort(byScore);
  const text = documentText(file.document, span);
  return { query: { uri: file.uri, span, text, topic: { id: term, label: term, names: [term] } }, passages };
}

/** How much a passage is about a term rather than naming it by the way: how often, how early, in how little else. */
function aboutness({ normal: { text } }: Passage, term: string): number {
  const places = occurrences(text, term);
  const first = places[0]?.start ?? text.length;
  const early = 1 - first / Math.max(1, text.length);
  const often = 1 - 1 / (1 + places.length);
  const share = Math.min(1, (places.length * term.length * 12) / Math.max(1, text.length));
  return 0.4 * early + 0.3 * often + 0.3 * share;
}

/** Passages less alike than this are on another subject. */
const ALIKE = 0.14;
/** And so are those that fall this far behind the best. */
const BEHIND_BEST = 0.5;
const MOST_ALIKE = 12;

function answerPassages(
  file: CorpusDocument,
  span: Span,
  asked: readonly Passage[],
  others: readonly PlacedPassage[],
): SameTopicAnswer {
  const query = { uri: file.uri, span, text: documentText(file.document, span), topic: null };
  const wanted = bigramsOf(asked.map((passage) => passage.normal.text).join('\n'));
  const bigrams = others.map((one) => bigramsOf(one.passage.normal.text));
  const weight = rarity(bigrams);
  const scored = others
    .map((one, position) => ({ one, score: similarity(wanted, bigrams[position] ?? new Map(), weight) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  const alike = scored.filter(({ score }) => score >= Math.max(ALIKE, best * BEHIND_BEST)).slice(0, MOST_ALIKE);
  return { query, passages: alike.map(({ one, score }) => topicPassage({ placed: one, score, marks: [] })) };
}

function emptyAnswer(file: CorpusDocument, span: Span): SameTopicAnswer {
  return { query: { uri: file.uri, span, text: documentText(file.document, span), topic: null }, passages: [] };
}

interface ScoredPassage {
  readonly placed: PlacedPassage;
  readonly score: number;
  readonly marks: readonly Span[];
}

/** A passage as an answer tells of it; `marks` count in its normalised text. */
export function topicPassage({ placed, score, marks }: ScoredPassage): TopicPassage {
  const { passage, recordStart, uri, statement } = placed;
  return {
    uri,
    span: shifted(passage.span, recordStart),
    section: sectionPath(passage.path),
    statement,
    score: Math.round(score * 1000) / 1000,
    excerpt: excerpt(placed, marks[0]?.start ?? 0),
    marks: marks.map((mark) => shifted(sourceSpan(passage.normal, mark), recordStart)),
  };
}

const BEFORE_MATCH = 24;
const EXCERPT_LENGTH = 90;

function excerpt({ record, passage: { normal } }: PlacedPassage, match: number): string {
  const start = match <= BEFORE_MATCH ? 0 : match - BEFORE_MATCH;
  const end = Math.min(normal.text.length, start + EXCERPT_LENGTH);
  const words = printed(record.text, normal, spanOf(start, end));
  return `${start > 0 ? '…' : ''}${words}${end < normal.text.length ? '…' : ''}`;
}

function occurrences(text: string, term: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + term.length)) {
    found.push(spanOf(at, at + term.length));
  }
  return found;
}

function byScore(a: TopicPassage, b: TopicPassage): number {
  return b.score - a.score || (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) || a.span.start - b.span.start;
}
