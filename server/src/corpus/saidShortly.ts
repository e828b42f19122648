import type { Span } from '../text/span.ts';
import { isSameName } from './abbreviations.ts';
import type { PlacedPassage } from './corpusIndex.ts';
import { passagesOf } from './passages.ts';
import { keyOf, type Search, statementOf } from './search.ts';
import { hasHead, isDefining, type ShortForm, shortFormPlaces, shortFormsOf } from './shortForms.ts';
import type { Subject } from './subject.ts';

/** So many statements are read for their short forms at most. */
const MOST_READ = 200;

export interface SaidShortly {
  readonly placed: PlacedPassage;
  readonly places: readonly Span[];
}

/**
 * The passages that name the subject by the short form which their own statement has for it, by their keys. Looked for
 * in the statements of `found`, for who says 条约 has said before which.
 */
export function saidShortly(
  { vocabulary }: Search,
  { names, topic }: Subject,
  found: Iterable<PlacedPassage>,
): Map<string, SaidShortly> {
  const all = [...new Set([...names, ...(topic?.names ?? [])])];
  const isOurs = ({ short, long }: ShortForm): boolean =>
    !all.includes(short) && all.some((name) => isSameName(name, long));
  const mayBeImplied = all.some(hasHead);
  const statements = new Map<string, PlacedPassage>();
  for (const placed of found) {
    if (mayBeImplied || isDefining(placed.text)) statements.set(statementOf(placed), placed);
  }
  const said = new Map<string, SaidShortly>();
  for (const { uri, record, recordStart } of [...statements.values()].slice(0, MOST_READ)) {
    const { passages, statement } = passagesOf(record, vocabulary);
    for (const form of shortFormsOf(passages).filter(isOurs)) {
      for (const [nth, passage] of passages.entries()) {
        const { text } = passage.normal;
        const places = shortFormPlaces(text, form);
        const placed = { uri, record, recordStart, statement, passage, nth, text };
        if (places.length > 0) said.set(keyOf(placed), { placed, places });
      }
    }
  }
  return said;
}
