import { type Document, recordAt } from '../statement/document.ts';
import { type Span, shifted } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { definitionOfName } from './definitionOfName.ts';
import { tagPairAt } from './tagPair.ts';

/** Spans count from the start of their file. */
export interface Definition {
  /** What was pointed at. */
  readonly origin: Span;
  readonly uri: string;
  /** What is shown around the target. */
  readonly around: Span;
  readonly target: Span;
}

/** From a tag to the other one of its pair; from a 《title》 or a short form to what it means. */
export function definition(context: FeatureContext, uri: string, document: Document, offset: number): Definition[] {
  const pair = tagPairAt(document, offset);
  if (pair) return [{ origin: pair.tag, uri, around: pair.partner, target: pair.partner }];
  const { record, start } = recordAt(document, offset);
  return definitionOfName(context, record, offset - start, document.vocabulary).map((found) => {
    const from = found.place?.recordStart ?? start;
    return {
      origin: shifted(found.origin, start),
      uri: found.place?.uri ?? uri,
      around: shifted(found.around, from),
      target: shifted(found.target, from),
    };
  });
}
