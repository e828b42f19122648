import type { Vocabulary } from '../markup/vocabulary.ts';
import { placedRecords } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Statement } from './corpus.ts';
import { byDate } from './byDate.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { TopicSources } from './sameTopic.ts';
import type { Topic } from './topic.ts';
import { type TopicMatcher, topicMatcher } from './topicMatcher.ts';

/** A record that says something, and where it stands. */
export interface PlacedStatement {
  readonly uri: string;
  readonly record: RecordTree;
  /** Where the record starts in its file. */
  readonly recordStart: number;
  readonly statement: Statement;
}

/** Which statements name which topics. */
export interface TopicMatrix {
  /** In the order of their dates, those without one last. */
  readonly statements: readonly PlacedStatement[];
  /** The topics that some statement names, in the order in which they are known. */
  readonly rows: readonly MatrixRow[];
}

interface MatrixRow {
  readonly topic: Topic;
  /** In the order of the statements, and none for a statement that does not name the topic. */
  readonly cells: readonly MatrixCell[];
}

interface MatrixCell {
  /** Which one of the statements, from 0. */
  readonly statement: number;
  /** The passages that name the topic, in the order of the text. */
  readonly passages: readonly Passage[];
}

/** Looks through each record once, however often it is asked: an edit costs the records that it reaches. */
export function topicMatrix({ corpus, topics }: Pick<TopicSources, 'corpus' | 'topics'>): TopicMatrix {
  const matcher = topicMatcher(topics);
  const found: (PlacedStatement & { readonly vocabulary: Vocabulary })[] = [];
  for (const { uri, document } of corpus.documents()) {
    for (const { record, start } of placedRecords(document)) {
      const { statement, passages } = passagesOf(record, document.vocabulary);
      if (passages.length === 0) continue;
      found.push({ uri, record, recordStart: start, statement, vocabulary: document.vocabulary });
    }
  }
  const statements = found.sort((a, b) => byDate(a.statement, b.statement));
  const cells = topics.map((): MatrixCell[] => []);
  statements.forEach(({ record, vocabulary }, statement) => {
    const { passages } = passagesOf(record, vocabulary);
    for (const [topic, naming] of topicsOf(record, passages, matcher)) {
      cells[topic]?.push({ statement, passages: Array.from(naming, (index) => passages[index]).filter(isThere) });
    }
  });
  const rows = topics.flatMap((topic, index): MatrixRow[] => {
    const own = cells[index] ?? [];
    return own.length > 0 ? [{ topic, cells: own }] : [];
  });
  return { statements, rows };
}

/** For each topic that a record names, the passages that do, both as numbers from 0. */
type RecordTopics = ReadonlyMap<number, Uint32Array>;

const known = new WeakMap<TopicMatcher, WeakMap<RecordTree, RecordTopics>>();

function topicsOf(record: RecordTree, passages: readonly Passage[], matcher: TopicMatcher): RecordTopics {
  let ofMatcher = known.get(matcher);
  if (!ofMatcher) known.set(matcher, (ofMatcher = new WeakMap()));
  let found = ofMatcher.get(record);
  if (!found) ofMatcher.set(record, (found = findTopics(passages, matcher)));
  return found;
}

function findTopics(passages: readonly Passage[], matcher: TopicMatcher): RecordTopics {
  const found = new Map<number, number[]>();
  passages.forEach(({ normal }, index) => {
    for (const { topic } of matcher(normal.text)) {
      const naming = found.get(topic);
      if (!naming) found.set(topic, [index]);
      else if (naming.at(-1) !== index) naming.push(index);
    }
  });
  return new Map(Array.from(found, ([topic, naming]) => [topic, Uint32Array.from(naming)]));
}

function isThere(passage: Passage | undefined): passage is Passage {
  return passage !== undefined;
}
