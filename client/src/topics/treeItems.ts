import { l10n, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { fieldName } from './fields.ts';
import {
  beginning,
  type CaretNode,
  excerptOf,
  idOf,
  type PassageNode,
  type StatementNode,
  titleOf,
  type TopicBranch,
  type TopicNode,
} from './treeModel.ts';

/** How a node looks in the tree. */
export function treeItem(node: TopicNode): TreeItem {
  const item = itemOf(node);
  item.id = idOf(node);
  item.contextValue = node.kind;
  return item;
}

function itemOf(node: TopicNode): TreeItem {
  switch (node.kind) {
    case 'caret':
      return caretItem(node);
    case 'topic':
      return topicItem(node);
    case 'statement':
      return statementItem(node);
    case 'passage':
      return passageItem(node);
  }
}

const SHORT = 18;

function caretItem({ result: { query, passages } }: CaretNode): TreeItem {
  const label = l10n.t('Here: {0}', query.topic?.label ?? beginning(query.printed.text, SHORT));
  const { None, Expanded } = TreeItemCollapsibleState;
  const item = new TreeItem(label, passages.length === 0 ? None : Expanded);
  item.iconPath = new ThemeIcon('target');
  item.description = passages.length === 0 ? l10n.t('nowhere else') : l10n.t('elsewhere: {0}', passages.length);
  item.tooltip = plain(query.topic?.names.join('\n') ?? query.printed.text);
  return item;
}

function topicItem({ topic, passages }: TopicBranch): TreeItem {
  const item = new TreeItem(topic.label, TreeItemCollapsibleState.Collapsed);
  item.iconPath = new ThemeIcon(topic.source === 'workspace' ? 'account' : 'tag');
  item.description = l10n.t('statements: {0}, passages: {1}', topic.cells.length, passages);
  const field = topic.field === '' ? [] : [l10n.t('Field: {0}', fieldName(topic.field))];
  item.tooltip = plain([...field, ...topic.names].join('\n'));
  return item;
}

function statementItem({ statement, count, parent }: StatementNode): TreeItem {
  const { date } = statement;
  const title = titleOf(statement);
  const state = parent.kind === 'caret' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(date === '' ? title : date, state);
  item.iconPath = new ThemeIcon('file');
  item.description = [date === '' ? '' : title, count > 1 ? l10n.t('passages: {0}', count) : '']
    .filter((part) => part !== '')
    .join(' · ');
  item.tooltip = plain(`${title}\n${statement.file}`);
  return item;
}

function passageItem(node: PassageNode): TreeItem {
  const { passage } = node;
  const { text, marks } = excerptOf(passage.printed);
  const item = new TreeItem({ label: text, highlights: marks });
  item.description = passage.section;
  item.tooltip = plain(passage.printed.text);
  const { statement, section } = passage;
  const told = [statement.date, statement.title, section, passage.printed.text].filter((part) => part !== '');
  item.accessibilityInformation = { label: told.join('，') };
  item.command = { command: 'rmrb.openPassage', title: l10n.t('Open at this place'), arguments: [node] };
  return item;
}

/** Texts are no Markdown: nothing in them may become a link or a picture. */
function plain(text: string): MarkdownString {
  return new MarkdownString().appendText(text);
}
