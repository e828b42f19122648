import type { Edit } from '../../text/edits.ts';
import type { Span } from '../../text/span.ts';

export type CompletionKind = 'field' | 'inline-tag' | 'closing-tag' | 'value' | 'numeral' | 'title' | 'term' | 'person';

/** What an editor offers at a caret. All offsets count in the file, before anything is changed. */
export interface CompletionItem {
  readonly kind: CompletionKind;
  readonly label: string;
  /** A few words beside the label, in the user's language. */
  readonly detail?: string;
  /** Begins with what has been typed, which is what clients compare it with. */
  readonly filterText: string;
  /** What has been typed of it, and the bracket behind the caret that the editor has put there by itself. */
  readonly span: Span;
  readonly insertion: Insertion;
  /** What is inserted elsewhere at the same time. */
  readonly more?: Edit;
  /** The tag that it is about. */
  readonly code?: string;
}

/** What takes the place of the span. The caret goes between `before` and `after`, over the first of `values` if there are any. */
export interface Insertion {
  readonly before: string;
  /** What may stand between the two, the likeliest first. */
  readonly values?: readonly string[];
  readonly after: string;
  /** Whether one may want to go on behind `after` when what is in between is done. */
  readonly leavable?: boolean;
}

/** How well what has been typed agrees with a word, by one of its writings: lower is better, `undefined` where it does not. */
export function agreement(typed: string, writings: readonly string[]): number | undefined {
  // An input method may be set to wide letters.
  const sought = typed.normalize('NFKC').toLowerCase();
  if (writings.some((writing) => writing.toLowerCase().startsWith(sought))) return 0;
  return sought.length > 0 && writings.some((writing) => writing.toLowerCase().includes(sought)) ? 1 : undefined;
}

/** A text for filtering that begins with what has been typed, in whatever way that agrees with the word. */
export function filterTextOf(typed: string, word: string): string {
  return word.startsWith(typed) ? word : typed + word;
}
