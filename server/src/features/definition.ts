import { type Document, recordAt } from '../statement/document.ts';
import { type Span, shifted } from '../text/span.ts';
import { tagAt } from './tags.ts';

export interface Definition {
  /** What was pointed at. */
  readonly origin: Span;
  readonly target: Span;
}

/** From a tag to the other one of its pair. */
export function definition(document: Document, offset: number): Definition | undefined {
  const { record, start } = recordAt(document, offset);
  const pair = tagAt(record, offset - start);
  return pair?.partner && { origin: shifted(pair.tag, start), target: shifted(pair.partner, start) };
}
