import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ListFiles,
  type ListFilesParams,
  type ListFilesResult,
  ReadFile,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/protocol/protocol.ts';
import { toBase64 } from './base64.ts';
import { joinGlobs } from './globs.ts';

/** Lists and reads the workspace's files for a server that cannot, and no file outside the workspace. */
export function answerFileRequests(client: BaseLanguageClient): void {
  let known = new Map<string, Promise<boolean>>();

  client.onRequest(ListFiles, async ({ include, exclude }: ListFilesParams, token): Promise<ListFilesResult> => {
    // The folders may have changed since the last listing.
    known = new Map();
    // An exclusion that is given is added to those of `files.exclude`; `undefined` leaves those alone in force.
    const uris = await workspace.findFiles(include, joinGlobs(exclude), undefined, token);
    return { uris: uris.map((uri) => uri.toString()).sort() };
  });

  client.onRequest(ReadFile, async ({ uri: name }: ReadFileParams): Promise<ReadFileResult> => {
    const uri = Uri.parse(name, true);
    try {
      if (!(await isInside(uri, known))) return { base64: null };
      return { base64: toBase64(await workspace.fs.readFile(uri)) };
    } catch {
      // Deleted, or not readable: for the server it is one and the same, and for the protocol it is `null`.
      return { base64: null };
    }
  });
}

/**
 * Whether a file lies in a folder of the workspace, and on no way through a symbolic link: where a link leads, VS Code does not tell.
 * @param known answers for folders, which many files share
 */
async function isInside(uri: Uri, known: Map<string, Promise<boolean>>): Promise<boolean> {
  const folder = workspace.getWorkspaceFolder(uri);
  if (folder === undefined || uri.path.split('/').includes('..')) return false;
  if (!(await isPlain(uri))) return false;
  const root = folder.uri.path.replace(/\/$/, '');
  for (let path = parentOf(uri.path); path.length > root.length; path = parentOf(path)) {
    const key = uri.with({ path }).toString();
    const plain = known.get(key) ?? isPlain(uri.with({ path }));
    known.set(key, plain);
    if (!(await plain)) return false;
  }
  return true;
}

async function isPlain(uri: Uri): Promise<boolean> {
  const { type } = await workspace.fs.stat(uri);
  return (type & FileType.SymbolicLink) === 0;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
