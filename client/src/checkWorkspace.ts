import { type CancellationToken, commands, l10n, type Progress, ProgressLocation, type Uri, window } from 'vscode';
import type { BaseLanguageClient, WorkDoneProgressReport } from 'vscode-languageclient';
import {
  CheckWorkspace,
  type CheckWorkspaceParams,
  type CheckWorkspaceResult,
} from '../../server/src/protocol/protocol.ts';
import type { Server } from './server.ts';

/**
 * Has the corpus checked, shows how it goes, and says what was found.
 * @param within folders and files beyond which nothing is checked
 */
export async function checkWorkspace(
  server: Server,
  within?: readonly Uri[],
): Promise<CheckWorkspaceResult | undefined> {
  const client = await server.client();
  if (client === undefined) {
    void window.showErrorMessage(l10n.t('The language server is not running; see the output for the reason.'));
    return undefined;
  }
  const result = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Checking the corpus'), cancellable: true },
    (progress, token) => request(client, within, progress, token),
  );
  if (result === undefined) return undefined;
  if (result.problems > 0) await commands.executeCommand('workbench.actions.view.problems');
  // Not awaited: the message stays until it is closed.
  void window.showInformationMessage(
    result.files === 0
      ? l10n.t('No file of the corpus is here.')
      : result.problems === 0
        ? l10n.t('No problems; files checked: {0}.', result.files)
        : l10n.t('Problems: {0}; files checked: {1}.', result.problems, result.files),
  );
  return result;
}

let requests = 0;

/** `undefined` where the user cancelled. */
async function request(
  client: BaseLanguageClient,
  within: readonly Uri[] | undefined,
  progress: Progress<{ message?: string; increment?: number }>,
  token: CancellationToken,
): Promise<CheckWorkspaceResult | undefined> {
  const { WorkDoneProgress } = await import('vscode-languageclient');
  const workDoneToken = `rmrb.checkWorkspace.${++requests}`;
  let done = 0;
  const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind === 'end') return;
    const { message, percentage = done }: WorkDoneProgressReport = { ...value, kind: 'report' };
    progress.report({ ...(message === undefined ? {} : { message }), increment: percentage - done });
    done = percentage;
  });
  try {
    const uris = within?.map((uri) => client.code2ProtocolConverter.asUri(uri));
    const params: CheckWorkspaceParams = { workDoneToken, ...(uris && { within: uris }) };
    return await client.sendRequest<CheckWorkspaceResult>(CheckWorkspace, params, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    listener.dispose();
  }
}
