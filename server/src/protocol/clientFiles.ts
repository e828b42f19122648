import type { Connection } from 'vscode-languageserver';
import { type FileFailure, type FileSource, isFailure } from '../corpus/fileSource.ts';
import {
  IGNORE_FILE_NAME,
  type IgnoreFile,
  ignoredBelow,
  NEVER_ENTERED,
  parseIgnoreFile,
} from '../corpus/ignoreFiles.ts';
import { folderOf, isInside, normalUri, plainPath } from './convert.ts';
import {
  ListFiles,
  type ListFilesParams,
  type ListFilesResult,
  ReadFile,
  type ReadFileParams,
  type ReadFileResult,
} from './protocol.ts';

/** Files that the editor reads for the server, which has no disk in a browser or in a virtual workspace. */
export function clientFiles(connection: Pick<Connection, 'sendRequest'>): FileSource {
  const list = async (params: ListFilesParams): Promise<string[]> => {
    const { uris } = await connection.sendRequest<ListFilesResult>(ListFiles, params);
    return uris.map(normalUri);
  };
  const read: FileSource['read'] = async (uri) => {
    try {
      const params: ReadFileParams = { uri };
      const { base64 } = await connection.sendRequest<ReadFileResult>(ReadFile, params);
      return base64 === null ? failure('missing', '') : bytesOf(base64);
    } catch (error) {
      return failure('unreadable', String(error));
    }
  };
  /** The editor's own list heeds no `.gitignore`. Those above the folders are out of its reach. */
  const ignoreFiles = async (exclude: readonly string[]): Promise<IgnoreFile[]> => {
    const uris = await list({ include: `**/${IGNORE_FILE_NAME}`, exclude });
    const found = await Promise.all(
      uris
        .filter((uri) => uri.endsWith(`/${IGNORE_FILE_NAME}`))
        .map(async (uri) => {
          const bytes = await read(uri);
          return isFailure(bytes) ? [] : [await parseIgnoreFile(plainPath(folderOf(uri)), bytes)];
        }),
    );
    return found.flat();
  };
  return {
    async *list({ folders, include, exclude: asked, heedIgnoreFiles }, signal) {
      const exclude = [...asked, ...[...NEVER_ENTERED].map((folder) => `**/${folder}/**`)];
      const uris = await list({ include, exclude });
      const patterns = heedIgnoreFiles ? await ignoreFiles(exclude) : [];
      const tops = folders.map((folder) => {
        const isIgnored = ignoredBelow(plainPath(folder).replace(/\/$/, ''), patterns);
        return (uri: string) => isInside(folder, uri) && !isIgnored(plainPath(uri));
      });
      for (const uri of uris) {
        if (signal.aborted) return;
        if (tops.some((holds) => holds(uri))) yield uri;
      }
    },
    read,
  };
}

function failure(kind: FileFailure['failure'], detail: string): FileFailure {
  return { failure: kind, detail };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
