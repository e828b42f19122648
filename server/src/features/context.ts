import type { TopicSources } from '../corpus/sameTopic.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import type { Locale, Say } from '../text/messages.ts';

/** What a feature may know beside the document it is asked about. */
export interface FeatureContext extends TopicSources {
  readonly say: Say;
  readonly locale: Locale;
  /** Whether files of the workspace are still being read, so that an answer may lack some. */
  readonly indexing: boolean;
  /** The tags that are known in a file: those of the newspaper, and what the workspace has added. */
  vocabularyOf(uri: string): Vocabulary;
}

/** A place in some file of the corpus. */
export interface Location {
  readonly uri: string;
  readonly span: { readonly start: number; readonly end: number };
}
