import { type ExtensionContext, Uri, workspace } from 'vscode';
import { SERVER_RESOURCES } from '../../server/src/protocol/protocol.ts';
import { type Connect, startExtension } from './extension.ts';
import { quiet } from './quiet.ts';

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const connect: Connect = async (options, broke) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const dist = Uri.joinPath(context.extensionUri, 'dist');
    const [script, resources] = await Promise.all([
      addressOf(Uri.joinPath(dist, 'web/server.js')),
      addressesOfResources(dist),
    ]);
    const worker = new Worker(script);
    worker.addEventListener('error', (event) => broke(event.message), { once: true });
    // The Worker itself: the host's is patched, so that a function returning one would not be seen to return a Worker.
    const initializationOptions = { ...options.initializationOptions, resources };
    const client = new LanguageClient('rmrb', '人民日报语料', worker, { ...options, initializationOptions });
    const release = (): void => {
      worker.terminate();
      for (const address of [script, ...Object.values(resources)]) URL.revokeObjectURL(address);
    };
    return { client: quiet(client), release };
  };
  stop = await startExtension(context, { connect, serverReadsDisk: false });
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}

/**
 * An address under which a worker can run a file of the extension. The extension may lie on another machine, of whose
 * addresses a worker may run none; of bytes it always may.
 * @param before what makes a program of the file: JSON is one once it is assigned to something
 */
async function addressOf(file: Uri, before = ''): Promise<string> {
  const bytes = await workspace.fs.readFile(file);
  return URL.createObjectURL(new Blob([before, new Uint8Array(bytes)], { type: 'text/javascript' }));
}

/** Read along with the server, which runs them when it needs them: it cannot wait for a file then. */
async function addressesOfResources(dist: Uri): Promise<Readonly<Record<string, string>>> {
  const entries = SERVER_RESOURCES.map(async (name): Promise<[string, string]> => {
    return [name, await addressOf(Uri.joinPath(dist, `${name}.json`), 'self.rmrbResource=')];
  });
  return Object.fromEntries(await Promise.all(entries));
}
