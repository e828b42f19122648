/** Where something stands in a file, for programs (`offset`, UTF-16 units) and for editors (`range`). */
export interface Place {
  readonly uri: string;
  /** The path below its workspace folder. */
  readonly file: string;
  readonly offset: readonly [start: number, end: number];
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

export interface PlainEdit {
  readonly range: Place['range'];
  readonly newText: string;
}
