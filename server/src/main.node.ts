import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { diskFiles } from './host/files.node.ts';
import { indexFileIn } from './host/indexFile.node.ts';
import { resourceFiles } from './host/resources.node.ts';
import { NEWSPAPER_VOCABULARY } from './markup/vocabulary.ts';
import { clientFiles } from './protocol/clientFiles.ts';
import { startServer } from './protocol/server.ts';
import { provideResources } from './text/resources.ts';

provideResources(resourceFiles(__dirname));
if (isMainThread) {
  startServer(
    createConnection(ProposedFeatures.all),
    (connection, { files }) => (files === 'client' ? clientFiles(connection) : diskFiles()),
    {
      startThread: async () => (await import('./host/indexThread.node.ts')).startIndexThread(__filename),
      letGo: async () => (await import('./host/engine.node.ts')).collectGarbage(),
      storedIn: indexFileIn,
    },
  );
} else {
  const dictionaries = ['opencc', 'pinyin-damage'].map((name) => join(__dirname, 'dictionaries', `${name}.json`));
  void import('./host/indexService.node.ts').then(({ serveIndex }) =>
    serveIndex(NEWSPAPER_VOCABULARY, [__filename, ...dictionaries]),
  );
}
