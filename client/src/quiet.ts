import type { BaseLanguageClient } from 'vscode-languageclient';

/** Leaves it to us to tell of failures: the library's own messages speak English only and say less. */
export function quiet<Client extends BaseLanguageClient>(client: Client): Client {
  const tell = client.error.bind(client);
  client.error = (message, data, show) => tell(message, data, show === 'force' ? false : show);
  return client;
}
