import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Connect, startExtension } from './extension.ts';

/** Leaves it to us to tell of failures: the base class's own messages speak English only and say less. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown, show?: boolean | 'force'): void {
    super.error(message, data, show === 'force' ? false : show);
  }
}

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const connect: Connect = (options) => {
    const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
    return Promise.resolve({ client: new QuietClient('rmrb', '人民日报语料', server, options), release: () => {} });
  };
  stop = await startExtension(context, { connect, serverReadsDisk: true });
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
