import type { Corpus } from '../corpus/corpus.ts';
import type { FileProblem } from '../features/diagnostics.ts';
import type { Severities } from '../rules/check.ts';
import type { Document } from '../statement/document.ts';

/** What is wrong among files: it is told of in a file though a change of another may have brought it about, or mended it. */
export interface ComparedProblems {
  /** Adds a file or replaces it by its new state. Answers whose problems may read otherwise now. */
  set(uri: string, document: Document): readonly string[];
  delete(uri: string): readonly string[];
  problemsOf(uri: string, severities: Severities): readonly FileProblem[];
}

/** A corpus whose files are compared as they come and change. */
export function comparing(
  corpus: Corpus,
  compared: ComparedProblems,
  changed: (uris: readonly string[]) => void,
): Corpus {
  return {
    get: (uri) => corpus.get(uri),
    documents: () => corpus.documents(),
    set(file) {
      corpus.set(file);
      changed(compared.set(file.uri, file.document));
    },
    delete(uri) {
      corpus.delete(uri);
      changed(compared.delete(uri));
    },
  };
}
