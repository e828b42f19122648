import type { Utf8Reader } from '../text/decode.ts';

/** Where the files of a corpus come from: the disk, or the editor on the server's behalf. URIs are in normal form. */
export interface FileSource {
  /**
   * The files under `folders` that `include` names, less ignored and excluded ones, in a stable order and each once.
   * Ends with the signal's reason where it aborts.
   */
  list(query: FileQuery, signal: AbortSignal): AsyncIterable<string>;
  /** The bytes of a file; a {@link FileFailure} where it cannot be read. Never throws. */
  read(uri: string): Promise<Uint8Array | FileFailure>;
  /** Where the host reads UTF-8 faster than `decode` does by itself. */
  readonly readUtf8?: Utf8Reader;
}

export interface FileQuery {
  /** URIs of the workspace folders. */
  readonly folders: readonly string[];
  /** A glob relative to each folder, with `{a,b}` and `**`. */
  readonly include: string;
  readonly exclude: readonly string[];
  /** Whether `.gitignore` files are heeded. */
  readonly heedIgnoreFiles: boolean;
  /** URI of the folder above all `folders` that the globs are relative to, in place of each folder itself. */
  readonly base?: string;
  /** Told of every folder that cannot be read; the listing goes on without it. */
  readonly failed?: (uri: string, failure: FileFailure) => void;
}

export interface FileFailure {
  /** `folder`: a folder where a file was expected. */
  readonly failure: 'missing' | 'forbidden' | 'folder' | 'unreadable';
  /** What the system said, for the log. */
  readonly detail: string;
}

export function isFailure(result: Uint8Array | FileFailure): result is FileFailure {
  return 'failure' in result;
}
