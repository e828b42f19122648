import { commands, l10n, Location, Position, Uri, window } from 'vscode';
import type { SameTopicPassage } from '../../../server/src/protocol/protocol.ts';
import { type ComparePanels, copyCitation } from './comparePanel.ts';
import { statementKey } from './compared.ts';
import { fieldName } from './fields.ts';
import type { Subject } from './messages.ts';
import { openPlace, rangeOf } from './places.ts';
import type { TopicRequests } from './requests.ts';
import type { SameTopicTree } from './tree.ts';
import { type CaretNode, idOf, type StatementNode, titleOf, type TopicBranch, type TopicNode } from './treeModel.ts';

/** Compares what stands at the caret; where there is no text of ours, a topic that the user picks. */
export async function compareAtCaret(panels: ComparePanels, requests: TopicRequests): Promise<unknown> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'rmrb') return comparePicked(panels, requests);
  const { line, character } = editor.selection.active;
  const position = { line, character };
  const uri = editor.document.uri.toString();
  const result = await requests.sameTopic({ textDocument: { uri }, position });
  if (result === undefined) return undefined;
  if (result.passages.length === 0) {
    void window.showInformationMessage(l10n.t('No other statement in the corpus speaks of this.'));
    return undefined;
  }
  return panels.open(await subjectOf({ kind: 'caret', position, result }, requests), uri);
}

async function comparePicked(panels: ComparePanels, requests: TopicRequests): Promise<unknown> {
  const topics = (await requests.matrix())?.topics ?? [];
  const items = topics.map(({ id, label, names, field, cells }) => ({
    label,
    description: [l10n.t('statements: {0}', cells.length), field === '' ? '' : fieldName(field)]
      .filter(Boolean)
      .join(' · '),
    detail: names.filter((name) => name !== label).join(' · '),
    id,
  }));
  const placeHolder = l10n.t('Topic whose passages are to be compared');
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDetail: true, matchOnDescription: true });
  return picked && panels.open({ topic: picked.id });
}

/** @param all what is selected in the tree; of the topic of `node`, the selected statements are compared */
export async function compareNodes(
  panels: ComparePanels,
  requests: TopicRequests,
  node: TopicNode,
  all: readonly TopicNode[],
): Promise<unknown> {
  const root = rootOf(node);
  const subject = await subjectOf(root, requests);
  const from = root.kind === 'caret' ? root.result.query.uri : undefined;
  const statements = all.filter((one) => idOf(rootOf(one)) === idOf(root)).flatMap((one) => statementOf(one) ?? []);
  const keys = statements.map(({ statement }) => statementKey({ ...statement, title: titleOf(statement) }));
  const chosen = [...new Set(keys)];
  return panels.open(subject, from, chosen.length > 1 ? chosen : undefined);
}

function rootOf(node: TopicNode): CaretNode | TopicBranch {
  return 'parent' in node ? rootOf(node.parent) : node;
}

function statementOf(node: TopicNode): StatementNode | undefined {
  if (node.kind === 'passage') return node.parent;
  return node.kind === 'statement' ? node : undefined;
}

async function subjectOf(root: CaretNode | TopicBranch, requests: TopicRequests): Promise<Subject> {
  if (root.kind === 'topic') return { topic: root.topic.id };
  const { topic, uri } = root.result.query;
  if (topic === null) return { uri, ...root.position };
  const isKnown = (await requests.matrix())?.topics.some(({ id }) => id === topic.id) === true;
  return isKnown ? { topic: topic.id } : { term: topic.label };
}

/** Lists all passages of a node in a peek view. */
export async function showPlaces(requests: TopicRequests, node: TopicNode): Promise<void> {
  const passages = await passagesIn(requests, node);
  const at = node.kind === 'caret' ? node.result.query : passages[0];
  if (at === undefined) return;
  const { start } = at.range;
  const locations = passages.map((one) => new Location(Uri.parse(one.uri, true), rangeOf(one)));
  const position = new Position(start.line, start.character);
  await openPlace({ uri: at.uri, range: { start, end: start } });
  await commands.executeCommand('editor.action.showReferences', Uri.parse(at.uri, true), position, locations);
}

async function passagesIn(requests: TopicRequests, node: TopicNode): Promise<readonly SameTopicPassage[]> {
  if (node.kind === 'passage') return [node.passage];
  const root = rootOf(node);
  if (root.kind === 'caret') return node.kind === 'statement' ? (node.passages ?? []) : root.result.passages;
  const all = (await requests.passages({ topic: root.topic.id }))?.statements ?? [];
  return all
    .filter(({ statement }) => node.kind !== 'statement' || statement.uri === node.statement.uri)
    .flatMap(({ passages }) => passages);
}

export async function copyPassage({ statement, file, section, printed }: SameTopicPassage): Promise<void> {
  const title = titleOf({ title: statement.title, file });
  await copyCitation({ title, date: statement.date }, section, printed.text);
  window.setStatusBarMessage(l10n.t('Copied as a citation.'), 3000);
}

export async function askForFilter(tree: SameTopicTree): Promise<void> {
  const wanted = await window.showInputBox({
    title: l10n.t('Filter Topics'),
    prompt: l10n.t('Words of a topic’s names, or of its field; empty shows all.'),
    value: tree.filter,
  });
  if (wanted !== undefined) await tree.setFilter(wanted);
}
