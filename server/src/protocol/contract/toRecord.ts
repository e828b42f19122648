import type { Place } from './place.ts';

/**
 * Client → server. How an open text becomes records of the corpus: an LSP `WorkspaceEdit` whose edits each have an annotation, so
 * that the user may leave groups of them out, and what there is to say besides.
 */
export const ToRecord = 'rmrb/toRecord';
export interface ToRecordParams {
  readonly textDocument: { readonly uri: string };
  /** The day of the records, YYYYMMDD, where the user has said it. */
  readonly date?: string;
}
export interface ToRecordResult {
  /** Empty where there is nothing to do. */
  readonly documentChanges: readonly {
    readonly textDocument: { readonly uri: string; readonly version: number };
    readonly edits: readonly {
      readonly range: Place['range'];
      readonly newText: string;
      /** A key of `changeAnnotations`. */
      readonly annotationId: string;
    }[];
  }[];
  readonly changeAnnotations: Readonly<
    Record<string, { readonly label: string; readonly description?: string; readonly needsConfirmation?: boolean }>
  >;
  /** Where the text does not say its date: what else may have said it, YYYYMMDD. */
  readonly dateToAsk: { readonly proposal: string | null } | null;
  /** Codes of the fields that are left empty. */
  readonly missing: readonly string[];
  /** Sentences for the user: where the date comes from, what is left to fill in. */
  readonly notes: readonly string[];
}
