import type { Place } from './place.ts';
import type { PassageForms, SameTopicPassage } from './sameTopic.ts';
import type { TopicName } from './topics.ts';

/** A statement of the corpus; `offset` and `range` are those of its record in the file. */
export interface StatementPlace extends Place {
  /** Empty where the text has none. */
  readonly title: string;
  /** YYYY-MM-DD, or empty where the text does not say. */
  readonly date: string;
}

/** Client → server. Topics × statements: which statements name which topics, how often and where. */
export const TopicMatrix = 'rmrb/topicMatrix';
export interface TopicMatrixParams {
  /** How many places each cell gives; three where it is not said. */
  readonly places?: number;
}
export interface TopicMatrixResult {
  /** In the order of their dates, those without one last. */
  readonly statements: readonly StatementPlace[];
  /** Those that some statement names, in the order in which they are known. */
  readonly topics: readonly MatrixTopic[];
  /** Whether files of the workspace are still being read, so that some may be missing. */
  readonly indexing: boolean;
}
interface MatrixTopic extends TopicName {
  /** One for each statement that names the topic, in the order of the statements. */
  readonly cells: readonly MatrixCell[];
}
interface MatrixCell {
  /** Which one of the answer's statements, from 0. */
  readonly statement: number;
  /** How many of its passages name the topic. */
  readonly count: number;
  /** The first of these passages, in the order of the text. */
  readonly places: readonly MatrixPlace[];
}
export interface MatrixPlace extends Place {
  /** Numerals from the outermost section inwards as printed: 三/五; empty outside every section. */
  readonly section: string;
}

/** Client → server. All passages of all statements that name a topic or, where no topic is meant, a term. */
export const TopicPassages = 'rmrb/topicPassages';
export type TopicPassagesParams = PassageForms & ({ readonly topic: string } | { readonly term: string });
export interface TopicPassagesResult {
  /** `null` where there is no topic of that id any more; for a term that no topic has, one of that name alone. */
  readonly topic: TopicName | null;
  /** In the order of their dates, those without one last. */
  readonly statements: readonly TopicStatement[];
}
export interface TopicStatement {
  readonly statement: StatementPlace;
  /** In the order of the text. */
  readonly passages: readonly SameTopicPassage[];
}
