import type { Place, PlainEdit } from './place.ts';

/** Client → server. What belongs around the caret once the opening tag before it is complete: its closing tag. */
export const AutoInsert = 'rmrb/autoInsert';
export interface AutoInsertParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Place['range']['start'];
}
/** The caret stays between the two; `null` where nothing is missing. */
export type AutoInsertResult = { readonly before: string; readonly after: string } | null;

/** Client → server. Where the next or previous record, section or item begins; `null` where there is none. */
export const Neighbour = 'rmrb/neighbour';
export interface NeighbourParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Place['range']['start'];
  readonly kind: 'record' | 'section' | 'item';
  readonly direction: 'next' | 'previous';
}
export type NeighbourResult = Place['range']['start'] | null;

/** Client → server. The edits that change the places of two neighbouring members of a numbered list. */
export const MoveSection = 'rmrb/moveSection';
export interface MoveSectionParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Place['range']['start'];
  readonly direction: 'up' | 'down';
}
/** `caret` counts in UTF-16 units from the start of the edited text; `null` where there is nothing to change places with. */
export type MoveSectionResult = { readonly edits: readonly PlainEdit[]; readonly caret: number } | null;
