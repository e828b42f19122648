import type { Corpus, CorpusDocument } from './corpus.ts';

/** A corpus of parsed files held in memory, in the order of their URIs. */
export function memoryCorpus(): Corpus {
  const documents = new Map<string, CorpusDocument>();
  return {
    get: (uri) => documents.get(uri),
    documents: () => [...documents.values()].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0)),
    set: (document) => void documents.set(document.uri, document),
    delete: (uri) => void documents.delete(uri),
  };
}
