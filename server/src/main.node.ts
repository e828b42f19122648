import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { diskFiles } from './host/files.node.ts';
import { clientFiles } from './protocol/clientFiles.ts';
import { startServer } from './protocol/server.ts';

startServer(createConnection(ProposedFeatures.all), (connection, { files }) =>
  files === 'client' ? clientFiles(connection) : diskFiles(),
);
