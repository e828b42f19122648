import type { Document } from '../statement/document.ts';
import type { CompletionItem } from './completion/item.ts';
import { expectedNumeral, numeralItems } from './completion/numerals.ts';
import { type Place, placeAt } from './completion/place.ts';
import { fieldItems, tagItems, typedTag } from './completion/tags.ts';
import { termItems, titleItems } from './completion/terms.ts';
import { valueItems } from './completion/values.ts';
import type { FeatureContext } from './context.ts';

export interface CompletionRequest {
  readonly uri: string;
  readonly document: Document;
  readonly offset: number;
  /** Whether a sign has asked by being typed, and not the user. */
  readonly isTriggered?: boolean;
}

/**
 * What may be meant at a caret, the likeliest first. Items are those for what has been typed until now: a client asks again when more is
 * typed. Where a sign has asked by itself there is nothing unless it begins something.
 */
export function completion(context: FeatureContext, request: CompletionRequest): readonly CompletionItem[] {
  const place = placeAt(context, request.uri, request.document, request.offset);
  const typed = typedTag(place);
  if (typed) return tagItems(place, typed);
  if (isInTag(place)) return [];
  const titles = titleItems(place);
  if (titles) return titles;
  if (request.isTriggered) return [];
  return valueItems(place) ?? [...numeralItems(place), ...fieldItems(place), ...termItems(place)];
}

/** The numeral that goes on with a list in the empty line at the caret. */
export function inlineCompletion(
  context: FeatureContext,
  { uri, document, offset }: CompletionRequest,
): string | undefined {
  return expectedNumeral(placeAt(context, uri, document, offset));
}

function isInTag({ record, at }: Place): boolean {
  return record.markup.tags.some((tag) => tag.start < at && at < tag.end);
}
