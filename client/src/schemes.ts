import { workspace } from 'vscode';

const ALWAYS = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/**
 * The URI schemes whose documents are served: files, new files, and whatever the workspace's folders consist of. Not `git:` and the
 * like: the older version of a file, shown beside it in a comparison, would have its problems listed and its passages found twice.
 */
export function servedSchemes(): readonly string[] {
  const schemes = new Set(ALWAYS);
  for (const folder of workspace.workspaceFolders ?? []) schemes.add(folder.uri.scheme);
  return [...schemes];
}
