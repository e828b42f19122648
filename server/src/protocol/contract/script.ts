import type { TargetScript } from '../../text/scripts.ts';
import type { Place, PlainEdit } from './place.ts';

/** Client → server. The edits that put a file, or a part of it, into another script, and what had to be chosen. */
export const ConvertScript = 'rmrb/convertScript';
export interface ConvertScriptParams {
  readonly textDocument: { readonly uri: string };
  /** All of the file where it is missing. */
  readonly range?: Place['range'];
  readonly to: TargetScript;
}
export interface ConvertScriptResult {
  readonly edits: readonly PlainEdit[];
  /** How many things had to be chosen: characters with several counterparts, words of a region. */
  readonly choices: number;
  /** They, with their places, as a page of Markdown. */
  readonly report: string;
}

/** Client → server. A file in simplified script, for reading, and where each part of that text comes from. */
export const ReadingView = 'rmrb/readingView';
export interface ReadingViewParams {
  readonly textDocument: { readonly uri: string };
}
export interface ReadingViewResult {
  readonly text: string;
  /** Start and length in the view, start and length in the file, one after another, in UTF-16 units. */
  readonly runs: readonly number[];
}
