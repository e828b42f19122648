import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  AddToTopic,
  type AddToTopicParams,
  type AddToTopicResult,
  Topics,
  type TopicsResult,
} from '../../server/src/protocol/protocol.ts';
import type { Server } from './server.ts';

type ChosenTopic = AddToTopicParams['topic'];

/** Has the workspace's own topics name one by what is selected; the server says how. */
export async function addToTopic(server: Server): Promise<void> {
  const client = await server.client();
  const editor = window.activeTextEditor;
  if (client === undefined || editor === undefined) return;
  const { document, selection } = editor;
  if (selection.isEmpty) {
    void window.showInformationMessage(l10n.t('First select the words to add in a text of the corpus.'));
    return;
  }
  const words = document.getText(selection).trim();
  const topic = await chooseTopic(client, words);
  if (topic === undefined) return;
  const params: AddToTopicParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: client.code2ProtocolConverter.asRange(selection),
    topic: topic.chosen,
  };
  const answer = await client.sendRequest<AddToTopicResult>(AddToTopic, params);
  if ('refused' in answer) {
    void window.showWarningMessage(answer.refused);
    return;
  }
  await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit));
  const file = Uri.parse(answer.file, true);
  await (await workspace.openTextDocument(file)).save();
  void tell(answer.name, topic.label, file);
}

interface Choice extends QuickPickItem {
  readonly topic?: { readonly chosen: ChosenTopic; readonly label: string };
}

async function chooseTopic(client: BaseLanguageClient, words: string): Promise<Choice['topic']> {
  const { topics } = await client.sendRequest<TopicsResult>(Topics, null);
  const choices: Choice[] = [
    { label: `$(add) ${l10n.t('New topic…')}`, alwaysShow: true },
    ...topics.map(({ id, label, names }) => ({
      label,
      description: names.filter((name) => name !== label).join('、'),
      topic: { chosen: { id }, label },
    })),
  ];
  const choice = await window.showQuickPick(choices, {
    title: l10n.t('Which topic does “{0}” belong to?', words),
    matchOnDescription: true,
  });
  if (choice === undefined) return undefined;
  if (choice.topic) return choice.topic;
  const label = (await window.showInputBox({ title: l10n.t('Label of the new topic'), value: words }))?.trim();
  return label ? { chosen: { label }, label } : undefined;
}

/** Not awaited: the message stays until it is closed. */
async function tell(name: string, label: string, file: Uri): Promise<void> {
  const open = l10n.t('Open {0}', file.path.slice(file.path.lastIndexOf('/') + 1));
  const choice = await window.showInformationMessage(l10n.t('“{0}” was added to the topic “{1}”.', name, label), open);
  if (choice === open) await window.showTextDocument(file);
}
