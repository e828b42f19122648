import type { Document } from '../statement/document.ts';
import type { Span } from '../text/span.ts';

/** A file of the corpus, parsed. */
export interface CorpusDocument {
  readonly uri: string;
  readonly document: Document;
}

/** The files that cross-references look through. */
export interface Corpus {
  get(uri: string): CorpusDocument | undefined;
  documents(): Iterable<CorpusDocument>;
  /** Adds a file or replaces it by its new state. */
  set(document: CorpusDocument): void;
  delete(uri: string): void;
}

/** A record as a statement: what a reader calls it. */
export interface Statement {
  readonly title: string;
  /** YYYY-MM-DD, or empty where the text does not say. */
  readonly date: string;
}

/** A logical paragraph of another statement that answers a query. Spans count from the start of its file. */
export interface TopicPassage {
  readonly uri: string;
  /** Where the record starts in its file: the same for all passages of a statement. */
  readonly recordStart: number;
  readonly span: Span;
  /** Numerals from the outermost section inwards as printed: 三/五; empty outside every section. */
  readonly section: string;
  readonly statement: Statement;
  /** 0 to 1, the best first. */
  readonly score: number;
  /** The words around the first match, on one line, as printed. */
  readonly excerpt: string;
  /** Where the topic is named, in order. */
  readonly marks: readonly Span[];
}

export interface TopicQuery {
  readonly uri: string;
  /** What was found to be pointed at. */
  readonly span: Span;
  readonly text: string;
  readonly topic: { readonly id: string; readonly label: string; readonly names: readonly string[] } | null;
}

export interface SameTopicAnswer {
  readonly query: TopicQuery;
  /** Best first; never from the query's own statement. */
  readonly passages: readonly TopicPassage[];
}
