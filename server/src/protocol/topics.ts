import type { TopicSources } from '../corpus/sameTopic.ts';
import type { Topic } from '../corpus/topic.ts';
import { type MatrixCell, passagesIn, type PlacedStatement, topicMatrix } from '../corpus/topicMatrix.ts';
import { topicOf, topicPassages } from '../corpus/topicPassages.ts';
import { sectionPath } from '../corpus/passages.ts';
import type { Document } from '../statement/document.ts';
import { shifted, spanOf } from '../text/span.ts';
import { placesOf, type ToPlace } from './places.ts';
import { toSameTopicPassage } from './passages.ts';
import type {
  MatrixPlace,
  StatementPlace,
  TopicMatrixResult,
  TopicName,
  TopicPassagesParams,
  TopicPassagesResult,
  TopicStatement,
} from './protocol.ts';

const MOST_PLACES = 3;

export function answerTopicMatrix(
  sources: TopicSources & { readonly indexing: boolean },
  folders: readonly string[],
  { places = MOST_PLACES }: { readonly places?: number },
): TopicMatrixResult {
  const place = placesOf(folders);
  const { statements, rows } = topicMatrix(sources);
  const placesIn = (placed: PlacedStatement, document: Document, cell: MatrixCell) =>
    passagesIn(placed, cell, places).map(({ span, path }): MatrixPlace => {
      const at = place(placed.uri, document, shifted(span, placed.recordStart));
      return { ...at, section: sectionPath(path) };
    });
  return {
    statements: statements.flatMap((statement) => toStatement(sources, place, statement) ?? []),
    topics: rows.map(({ topic, cells }) => ({
      ...toTopicName(topic),
      cells: cells.map((cell) => {
        const placed = statements[cell.statement];
        const document = placed && places > 0 ? sources.corpus.get(placed.uri)?.document : undefined;
        return {
          statement: cell.statement,
          count: cell.passages.length,
          places: placed && document ? placesIn(placed, document, cell) : [],
        };
      }),
    })),
    indexing: sources.indexing,
  };
}

export function answerTopicPassages(
  sources: TopicSources,
  folders: readonly string[],
  params: TopicPassagesParams,
): TopicPassagesResult {
  const place = placesOf(folders);
  const topic = topicOf(sources.topics, 'topic' in params ? { id: params.topic } : params);
  if (!topic) return { topic: null, statements: [] };
  return {
    topic: toTopicName(topic),
    statements: topicPassages(sources, topic).flatMap((found): TopicStatement[] => {
      const document = sources.corpus.get(found.uri)?.document;
      const statement = toStatement(sources, place, found);
      if (!document || !statement) return [];
      const passages = found.passages.map((one) => toSameTopicPassage(place, document, one, params.scripts === true));
      return [{ statement, passages }];
    }),
  };
}

export function toTopicName({ id, label, names, field, source }: Topic): TopicName {
  return { id, label, names, field, source };
}

function toStatement(
  { corpus }: TopicSources,
  place: ToPlace,
  { uri, record, recordStart, statement }: PlacedStatement,
): StatementPlace | undefined {
  const document = corpus.get(uri)?.document;
  const span = spanOf(recordStart, recordStart + record.text.length);
  return document && { ...place(uri, document, span), title: statement.title, date: statement.date };
}
