import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from './protocol/clientFiles.ts';
import { startServer } from './protocol/server.ts';

/** The worker that this runs in; the types of the DOM are not those of a worker. */
const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

startServer(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)), clientFiles);
