/** Client → server. Is this text (its first {@link DETECT_LENGTH} UTF-16 units are enough) one that the product is for? */
export const Detect = 'rmrb/detect';
export interface DetectParams {
  readonly text: string;
  /** The last part of the file's path, which may say it already: `.rmrb`. */
  readonly fileName?: string;
}
export interface DetectResult {
  readonly recognised: boolean;
}
/** UTF-16 units from the start of a document that {@link Detect} looks at. */
export const DETECT_LENGTH = 65_536;
