import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from './protocol/clientFiles.ts';
import { startServer } from './protocol/server.ts';
import { provideResources } from './text/resources.ts';

/** The worker that this runs in; the types of the DOM are not those of a worker. */
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const worker = globalThis as unknown as {
  importScripts(address: string): void;
  /** What the script of a resource leaves behind. */
  rmrbResource?: unknown;
};

startServer(
  createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)),
  (connection, { resources = {} }) => {
    provideResources((name) => imported(name, resources[name]));
    return clientFiles(connection);
  },
);

/** A worker can do nothing else at once with an address than run what stands there. */
function imported(name: string, address: string | undefined): unknown {
  if (address === undefined) throw new Error(`The client did not say where ${name} is.`);
  worker.importScripts(address);
  const { rmrbResource } = worker;
  delete worker.rmrbResource;
  return rmrbResource;
}
