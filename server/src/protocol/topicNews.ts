import type { Corpus } from '../corpus/corpus.ts';

/** Milliseconds without a change after which views on topics are told of the last ones. */
const REST = 300;

/** Tells that statements or topics have changed, once for many changes that follow upon each other. */
export class TopicNews {
  readonly #tell: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#tell, REST);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  /** A corpus whose changes are told of. */
  following(corpus: Corpus): Corpus {
    return {
      get: (uri) => corpus.get(uri),
      documents: () => corpus.documents(),
      set: (file) => {
        corpus.set(file);
        this.changed();
      },
      delete: (uri) => {
        corpus.delete(uri);
        this.changed();
      },
    };
  }
}
