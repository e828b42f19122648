import type { Connection } from 'vscode-languageserver';
import type { FileFailure, FileSource } from '../corpus/fileSource.ts';
import { isInside, normalUri } from './convert.ts';
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
  return {
    async *list({ folders, include, exclude }, signal) {
      const params: ListFilesParams = { include, exclude };
      const { uris } = await connection.sendRequest<ListFilesResult>(ListFiles, params);
      for (const uri of uris) {
        if (signal.aborted) return;
        const normal = normalUri(uri);
        if (folders.some((folder) => isInside(folder, normal))) yield normal;
      }
    },
    async read(uri) {
      try {
        const params: ReadFileParams = { uri };
        const { base64 } = await connection.sendRequest<ReadFileResult>(ReadFile, params);
        return base64 === null ? failure('missing', '') : bytesOf(base64);
      } catch (error) {
        return failure('unreadable', String(error));
      }
    },
  };
}

function failure(kind: FileFailure['failure'], detail: string): FileFailure {
  return { failure: kind, detail };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
