import type { Span } from '../text/span.ts';
import type { Corpus, SameTopicAnswer } from './corpus.ts';

/**
 * What the other statements say on what is pointed at. An empty `asked` span is a caret and asks for what stands there:
 * a standing term, a title, a repeated term, the word; on a section's numeral, for that section. A span of a sentence or
 * more asks for the paragraph. Offsets count from the start of the file. `undefined` where nothing stands there.
 */
export function sameTopic(corpus: Corpus, uri: string, asked: Span): SameTopicAnswer | undefined {
  throw new Error('pending');
}
