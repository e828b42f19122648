import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Connect, startExtension } from './extension.ts';

/** Leaves it to us to tell of failures: the base class's own messages speak English only and say less. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown, show?: boolean | 'force'): void {
    super.error(message, data, show === 'force' ? false : show);
  }
}

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const connect: Connect = async (options, broke) => {
    const worker = await startWorker(Uri.joinPath(context.extensionUri, 'dist/web/server.js'));
    worker.addEventListener('error', (event) => broke(event.message), { once: true });
    // The Worker itself: the host's is patched, so that a function returning one would not be seen to return a Worker.
    const client = new QuietClient('rmrb', '人民日报语料', worker, options);
    return { client, release: () => worker.terminate() };
  };
  stop = await startExtension(context, { connect, serverReadsDisk: false });
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}

/** A worker may not be started from the address of an extension on another machine; from its bytes it always may. */
async function startWorker(script: Uri): Promise<Worker> {
  const bytes = await workspace.fs.readFile(script);
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'text/javascript' }));
  return new Worker(address);
}
