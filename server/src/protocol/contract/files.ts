/** Server → client. The files of the workspace folders that `include` names, less what `exclude` and the editor exclude. */
export const ListFiles = 'rmrb/listFiles';
export interface ListFilesParams {
  readonly include: string;
  readonly exclude: readonly string[];
}
export interface ListFilesResult {
  readonly uris: readonly string[];
}

/** Server → client. A file's bytes in Base64, or `null` where there is no such file or it may not be read. */
export const ReadFile = 'rmrb/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export interface ReadFileResult {
  readonly base64: string | null;
}
