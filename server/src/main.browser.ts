import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { isIndexThread, serveIndex, startIndexThread, type WorkerScope } from './host/indexThread.browser.ts';
import { NEWSPAPER_VOCABULARY } from './markup/vocabulary.ts';
import { clientFiles } from './protocol/clientFiles.ts';
import type { InitializationOptions } from './protocol/protocol.ts';
import { startServer } from './protocol/server.ts';
import { provideResources } from './text/resources.ts';

/** The worker that this runs in; the types of the DOM are not those of a worker. */
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const worker = globalThis as unknown as WorkerScope & {
  importScripts(address: string): void;
  /** What the script of a resource leaves behind. */
  rmrbResource?: unknown;
};

type Addresses = NonNullable<InitializationOptions['resources']>;
let addresses: Addresses = {};
provideResources((name) => imported(name, addresses[name]));

if (isIndexThread(worker)) {
  serveIndex(worker, NEWSPAPER_VOCABULARY, (setting) => (addresses = setting as Addresses));
} else {
  startServer(
    createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)),
    (connection, { resources = {} }) => {
      addresses = resources;
      return clientFiles(connection);
    },
    // Nothing is kept between sessions: a worker has no disk, and reading the index through the client would cost more than building it.
    { startThread: async () => startIndexThread(worker, addresses) },
  );
}

/** A worker can do nothing else at once with an address than run what stands there. */
function imported(name: string, address: string | undefined): unknown {
  if (address === undefined) throw new Error(`The client did not say where ${name} is.`);
  worker.importScripts(address);
  const { rmrbResource } = worker;
  delete worker.rmrbResource;
  return rmrbResource;
}
