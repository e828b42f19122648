import type { Place, PlainEdit } from './place.ts';

/** Client → server. The edits that number the paragraphs of `range`. */
export const NumberParagraphs = 'rmrb/numberParagraphs';
export interface NumberParagraphsParams {
  readonly textDocument: { readonly uri: string };
  readonly range: Place['range'];
  readonly mark: NumberMark;
}

/** Client → server. The edits that give the numbers of the list at a place another form. */
export const ChangeNumerals = 'rmrb/changeNumerals';
export interface ChangeNumeralsParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Place['range']['start'];
  readonly mark: NumberMark;
}

/** Kinds of numbers, each by its first one. Those of the last two stand on lines of their own. */
export const NUMBER_MARKS = ['一、', '（一）', '1.', '1）', '（1）', '①', '第一条　', '第一，', '一', '1'] as const;
export type NumberMark = (typeof NUMBER_MARKS)[number];
export interface NumberingResult {
  readonly edits: readonly PlainEdit[];
  /** Why there are none, for the user. */
  readonly refused?: string;
}
