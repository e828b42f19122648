import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { placedRecords } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Statement } from './corpus.ts';
import { byDate } from './byDate.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { TopicSources } from './sameTopic.ts';
import type { Topic } from './topic.ts';
import { namedTopics } from './topicWords.ts';

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

export interface MatrixCell {
  /** Which one of the statements, from 0. */
  readonly statement: number;
  /** Which of its passages name the topic, from 0, in the order of the text: {@link passagesIn} gives them. */
  readonly passages: Uint32Array;
}

/** Looks through each record once, however often it is asked: an edit costs the records that it reaches. */
export function topicMatrix({ corpus, topics }: Pick<TopicSources, 'corpus' | 'topics'>): TopicMatrix {
  const found: PlacedStatement[] = [];
  for (const { uri, document } of corpus.documents()) {
    for (const { record, start } of placedRecords(document)) {
      const { statement, passages } = passagesOf(record, NEWSPAPER_VOCABULARY);
      if (passages.length > 0) found.push({ uri, record, recordStart: start, statement });
    }
  }
  const statements = found.sort((a, b) => byDate(a.statement, b.statement));
  const cells = topics.map((): MatrixCell[] => []);
  statements.forEach(({ record }, statement) => {
    for (const [topic, passages] of topicsOf(record, topics)) cells[topic]?.push({ statement, passages });
  });
  const rows = topics.flatMap((topic, index): MatrixRow[] => {
    const own = cells[index] ?? [];
    return own.length > 0 ? [{ topic, cells: own }] : [];
  });
  return { statements, rows };
}

/** At most `most` of the passages of a cell. */
export function passagesIn({ record }: PlacedStatement, cell: MatrixCell, most = cell.passages.length): Passage[] {
  const { passages } = passagesOf(record, NEWSPAPER_VOCABULARY);
  return Array.from(cell.passages.subarray(0, most), (index) => passages[index]).filter(isThere);
}

/** For each topic that a record names, the passages that do, both as numbers from 0. */
type RecordTopics = ReadonlyMap<number, Uint32Array>;

const known = new WeakMap<readonly Topic[], WeakMap<RecordTree, RecordTopics>>();

function topicsOf(record: RecordTree, topics: readonly Topic[]): RecordTopics {
  let ofTopics = known.get(topics);
  if (!ofTopics) known.set(topics, (ofTopics = new WeakMap()));
  let found = ofTopics.get(record);
  if (!found) ofTopics.set(record, (found = findTopics(passagesOf(record, NEWSPAPER_VOCABULARY).passages, topics)));
  return found;
}

function findTopics(passages: readonly Passage[], topics: readonly Topic[]): RecordTopics {
  const found = new Map<number, number[]>();
  passages.forEach(({ normal }, index) => {
    for (const topic of namedTopics(topics, normal.text)) {
      const naming = found.get(topic);
      if (naming) naming.push(index);
      else found.set(topic, [index]);
    }
  });
  return new Map(Array.from(found, ([topic, naming]) => [topic, Uint32Array.from(naming)]));
}

function isThere(passage: Passage | undefined): passage is Passage {
  return passage !== undefined;
}
