import type { ExtensionContext } from 'vscode';
import { type Connect, startExtension } from './extension.ts';
import { quiet } from './quiet.ts';

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const connect: Connect = async (options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
    return { client: quiet(new LanguageClient('rmrb', '人民日报语料', server, options)), release: () => {} };
  };
  stop = await startExtension(context, { connect, serverReadsDisk: true });
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
