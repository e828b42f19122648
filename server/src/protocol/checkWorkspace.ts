import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Corpus } from '../corpus/corpus.ts';
import { message, type Say } from '../text/messages.ts';
import { throwIfCancelled } from './answering.ts';
import { isWithin } from './convert.ts';
import type { ProblemLists } from './problemLists.ts';
import type { CheckWorkspaceResult } from './protocol.ts';
import { breather } from './turns.ts';
import type { Workspace } from './workspace.ts';

export interface WorkspaceCheck {
  readonly workspace: Workspace;
  readonly corpus: Corpus;
  readonly problems: Pick<ProblemLists, 'prepared' | 'publish' | 'watch'>;
  readonly say: Say;
  /** Settles when the corpus is what the disk and the editor hold. */
  refreshed(): Promise<void>;
}

/**
 * Checks the files of the corpus as they are now on disk or in the editor, and shows what it finds.
 * @param within URIs of folders and files beyond which nothing is checked
 */
export async function checkWorkspace(
  session: WorkspaceCheck,
  progress: WorkDoneProgressReporter,
  token: CancellationToken,
  within?: readonly string[],
): Promise<CheckWorkspaceResult> {
  const { workspace, corpus, problems: lists, say } = session;
  lists.watch(within);
  progress.begin(say(message('progress.checking')), 0, '', true);
  try {
    await session.refreshed();
    const all = [...[...corpus.documents()].map(({ uri }) => uri), ...workspace.troubles.keys()];
    const uris = within === undefined ? all : all.filter((uri) => isWithin(within, uri));
    const breathe = breather();
    let problems = 0;
    for (const [done, uri] of uris.entries()) {
      throwIfCancelled(token);
      await lists.prepared(uri);
      problems += lists.publish(uri);
      if (done % 16 === 0) {
        const args = { done, total: uris.length };
        progress.report(Math.floor((100 * done) / uris.length), say(message('progress.files', args)));
      }
      await breathe();
    }
    return { files: uris.length, problems };
  } finally {
    progress.done();
  }
}
