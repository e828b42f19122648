import { wordUnits } from '../corpus/bigrams.ts';
import type { CorpusIndex } from '../corpus/corpusIndex.ts';
import { normaliseTerm } from '../corpus/normalise.ts';
import { phraseAround } from '../corpus/terms.ts';
import { topicWords } from '../corpus/topicWords.ts';
import type { FeatureContext } from '../features/context.ts';
import { hover } from '../features/hover.ts';
import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { spanOf } from '../text/span.ts';

/** So many statements are asked from, each in the middle of a passage, or for so many milliseconds: by then, what answers is compiled. */
const STATEMENTS = 32;
const LONGEST = 500;
/** The first question weighs so many passages, each further one this share more: nothing is compiled yet, and typing goes on. */
const FIRST_WEIGHED = 12;
const MORE_WEIGHED = 1.15;
const SAMPLE = '双方声明';

/**
 * What the first question on a topic would otherwise pay for, in steps: dictionaries are read, tables made, and then some
 * questions asked as a reader would. `context` is asked anew for each step.
 */
export function* warmUp(context: () => FeatureContext): Generator<undefined> {
  const tables = [
    () => normaliseTerm(SAMPLE, NEWSPAPER_VOCABULARY),
    wordUnits,
    () => phraseAround(SAMPLE, spanOf(0, 0)),
    () => topicWords(context().topics, SAMPLE),
  ];
  for (const make of tables) {
    make();
    yield;
  }
  const asked = new Set<string>();
  let spent = 0;
  for (const { uri, recordStart, passage } of context().index.passages()) {
    if (asked.size === STATEMENTS || spent > LONGEST) return;
    if (asked.has(uri)) continue;
    asked.add(uri);
    const now = context();
    const document = now.corpus.get(uri)?.document;
    const { start, end } = passage.span;
    const index = showing(now.index, FIRST_WEIGHED * MORE_WEIGHED ** asked.size);
    const started = performance.now();
    if (document) hover({ ...now, index }, uri, document, recordStart + ((start + end) >> 1));
    spent += performance.now() - started;
    yield;
  }
}

/** An index that answers with `most` passages at most. */
function showing(index: CorpusIndex, most: number): CorpusIndex {
  return {
    size: () => index.size(),
    passages: () => index.passages(),
    count: (term) => index.count(term),
    containing: (term) => index.containing(term).slice(0, most),
    alike: (text, asked) => index.alike(text, Math.min(asked, most)),
  };
}
