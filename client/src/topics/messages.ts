import type { MarkedText } from '../../../server/src/protocol/protocol.ts';

/**
 * What the panels and the extension tell each other. Plain JSON; a panel names statements by keys that the extension gave it, never a
 * file, so that it can have nothing opened but what it was shown.
 */

/** In which script passages are shown. */
export type Script = 'printed' | 'simplified' | 'traditional';

/** What is compared, as a panel remembers it. */
export type Subject =
  | { readonly topic: string }
  | { readonly term: string }
  /** What stands at a place of a text: a paragraph of no topic. */
  | { readonly uri: string; readonly line: number; readonly character: number };

/** The texts of a panel in the user's language; `{0}` stands for what is put in. */
export type Words<Key extends string> = Readonly<Record<Key, string>>;

export interface ShownStatement {
  readonly key: string;
  /** Never empty: the name of the file where the text has no title. */
  readonly title: string;
  /** YYYY-MM-DD, or empty. */
  readonly date: string;
  /** How many of its passages there are. */
  readonly passages: number;
}

export interface ShownPassage {
  /** 三/五; empty outside every section. */
  readonly section: string;
  readonly printed: MarkedText;
  readonly simplified?: MarkedText;
  readonly traditional?: MarkedText;
}

/** A statement that is compared. */
export interface Column extends ShownStatement {
  readonly texts: readonly ShownPassage[];
}

export type CompareWord =
  | 'statements'
  | 'all'
  | 'none'
  | 'script'
  | 'printed'
  | 'simplified'
  | 'traditional'
  | 'base'
  | 'previous'
  | 'first'
  | 'showDropped'
  | 'legend'
  | 'added'
  | 'dropped'
  | 'everywhere'
  | 'addedBegin'
  | 'addedEnd'
  | 'droppedBegin'
  | 'droppedEnd'
  | 'open'
  | 'copy'
  | 'passages'
  | 'columns'
  | 'noDate'
  | 'nothing'
  | 'chooseSome'
  | 'shown'
  | 'many'
  | 'oldest';

/** What the panel keeps while it is hidden or VS Code is closed. */
export interface CompareState {
  readonly subject: Subject;
  /** The keys of the statements that are chosen; absent until the user chooses. */
  readonly chosen?: readonly string[];
  readonly script: Script;
  readonly base: 'previous' | 'first';
  readonly showDropped: boolean;
}

export type ToCompare =
  | {
      readonly type: 'show';
      readonly words: Words<CompareWord>;
      readonly title: string;
      readonly state: CompareState;
      /** In the order of their dates. */
      readonly statements: readonly ShownStatement[];
      /** Those that are chosen, in the same order. */
      readonly columns: readonly Column[];
    }
  | Notice;

export type FromCompare =
  | { readonly type: 'ready' }
  /** The user has changed what is to be seen. */
  | { readonly type: 'change'; readonly state: CompareState }
  | { readonly type: 'open'; readonly statement: string; readonly passage: number }
  | { readonly type: 'copy'; readonly statement: string; readonly passage: number; readonly script: Script }
  /** All of it stands in the panel. */
  | Shown;

/** All that passes between the panel and the extension, and what the panel keeps. */
export interface CompareDialogue {
  readonly from: FromCompare;
  readonly to: ToCompare;
  readonly state: CompareState;
}

export type MatrixWord =
  | 'filter'
  | 'filterHint'
  | 'field'
  | 'allFields'
  | 'by'
  | 'byYear'
  | 'byStatement'
  | 'tooMany'
  | 'topic'
  | 'total'
  | 'statementsTotal'
  | 'firstYear'
  | 'noYear'
  | 'exportCsv'
  | 'exportSvg'
  | 'count'
  | 'noCount'
  | 'grid'
  | 'summary'
  | 'indexing'
  | 'nothing'
  | 'noMatch'
  | 'passages'
  | 'loading'
  | 'more'
  | 'compare'
  | 'close'
  | 'scale'
  | 'sort'
  | 'own';

/** What the panel keeps for itself. */
export interface MatrixState {
  readonly sort: { readonly key: SortKey; readonly descending: boolean };
  readonly filter: string;
  /** A field's identifier, or empty for all. */
  readonly field: string;
  readonly by: 'year' | 'statement';
}

/** `known` is the order in which topics are known. */
export type SortKey = 'known' | 'label' | 'field' | 'total' | 'statements' | 'first';

export interface ShownTopic {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly field: string;
  /** Whether it is one of the workspace's own. */
  readonly own: boolean;
  /** Which statement, from 0, and how many of its passages; one after the other, in the order of the statements. */
  readonly cells: readonly (readonly [statement: number, count: number])[];
}

export interface MatrixData {
  /** In the order of their dates, those without one last. */
  readonly statements: readonly Pick<ShownStatement, 'title' | 'date'>[];
  readonly topics: readonly ShownTopic[];
  /** What the fields are called. */
  readonly fields: Readonly<Record<string, string>>;
  readonly indexing: boolean;
}

export interface CellPassage {
  readonly title: string;
  readonly date: string;
  readonly section: string;
  readonly text: MarkedText;
}

export type ToMatrix =
  | {
      readonly type: 'show';
      readonly words: Words<MatrixWord>;
      readonly data: MatrixData;
    }
  /** The passages of the cell that was asked for last. */
  | { readonly type: 'passages'; readonly passages: readonly CellPassage[]; readonly all: number }
  | Notice;

type FromMatrix =
  | { readonly type: 'ready' }
  | { readonly type: 'cell'; readonly topic: string; readonly statements: readonly number[] }
  /** One of the passages that were sent last. */
  | { readonly type: 'open'; readonly passage: number }
  | { readonly type: 'compare'; readonly topic: string; readonly statements: readonly number[] }
  | { readonly type: 'export'; readonly format: 'csv' | 'svg'; readonly text: string }
  | Shown;

/** All that passes between the panel and the extension, and what the panel keeps. */
export interface MatrixDialogue {
  readonly from: FromMatrix;
  readonly to: ToMatrix;
  readonly state: MatrixState;
}

/** Is read out. */
interface Notice {
  readonly type: 'notice';
  readonly text: string;
}

interface Shown {
  readonly type: 'shown';
  /** How many statements or topics, and how many passages or columns. */
  readonly rows: number;
  readonly columns: number;
}
