import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { diskFiles } from './host/files.node.ts';
import { resourceFiles } from './host/resources.node.ts';
import { clientFiles } from './protocol/clientFiles.ts';
import { startServer } from './protocol/server.ts';
import { provideResources } from './text/resources.ts';

provideResources(resourceFiles(__dirname));
startServer(createConnection(ProposedFeatures.all), (connection, { files }) =>
  files === 'client' ? clientFiles(connection) : diskFiles(),
);
