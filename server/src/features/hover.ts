import type { Document } from '../statement/document.ts';
import type { Span } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { hoverMarkup } from './hoverMarkup.ts';
import { hoverTopic } from './hoverTopic.ts';

export interface Hover {
  readonly markdown: string;
  readonly span: Span;
  /** Where it tells of a topic: how many statements speak of it. */
  readonly statements?: number;
}

/** What a tag or field means; elsewhere, what the other statements say on the same topic. */
export function hover(context: FeatureContext, uri: string, document: Document, offset: number): Hover | undefined {
  return hoverMarkup(context, uri, document, offset) ?? hoverTopic(context, uri, offset);
}
