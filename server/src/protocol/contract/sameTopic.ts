import type { Place } from './place.ts';

/** Client → server. The same topic in the other statements; the answer is that of `rmrb xref --format json` with `uri` and `range` added. */
export const SameTopic = 'rmrb/sameTopic';
export interface SameTopicParams extends PassageForms {
  readonly textDocument: { readonly uri: string };
  readonly position: Place['range']['start'];
}
export interface SameTopicResult {
  readonly query: (Place & PassageTexts) & {
    readonly text: string;
    readonly topic: { readonly id: string; readonly label: string; readonly names: readonly string[] } | null;
  };
  /** Best first; never from the query's own statement. */
  readonly passages: readonly SameTopicPassage[];
}
export interface SameTopicPassage extends Place, PassageTexts {
  readonly section: string;
  readonly statement: { readonly title: string; readonly date: string };
  readonly score: number;
  readonly excerpt: string;
}
/** A whole passage on one line; of a section, one line for each of its passages. */
export interface PassageTexts {
  /** As the newspaper printed it: without what a mirror put in, torn characters restored. */
  readonly printed: MarkedText;
  /** The same in one script, where it was asked for. */
  readonly simplified?: MarkedText;
  readonly traditional?: MarkedText;
}
/** What a request for passages may ask for beside them. */
export interface PassageForms {
  /** Whether each passage also comes in simplified and in traditional script. */
  readonly scripts?: boolean;
}
/** A text and where the topic is named in it, in order: UTF-16 units from the start of `text`, half-open. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}
