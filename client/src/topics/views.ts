import type { Disposable, ExtensionContext, TreeItem, WebviewPanel } from 'vscode';
import type { Server } from '../server.ts';
import type { TopicTree } from '../topicViews.ts';
import { askForFilter, compareAtCaret, compareNodes, copyPassage, showPlaces } from './actions.ts';
import { COMPARE, comparePanels } from './comparePanel.ts';
import { MATRIX, matrixPanel } from './matrixPanel.ts';
import type { CompareState } from './messages.ts';
import { topicRequests } from './requests.ts';
import { sameTopicTree } from './tree.ts';
import { treeItem } from './treeItems.ts';
import type { TopicNode } from './treeModel.ts';

/** Milliseconds without a change after which views ask again: in a large corpus the answer is long, and who types waits for it too. */
const REST = 1500;

/** Tree, panels and commands on topics. */
export interface TopicViews extends Disposable {
  children(node?: TopicNode): Promise<TopicNode[]>;
  item(node: TopicNode): TreeItem;
  parent(node: TopicNode): TopicNode | undefined;
  /** @param args what VS Code hands a command: from the tree the node, and all that are selected */
  run(command: string, args: readonly unknown[]): Promise<unknown>;
  /** Fills a panel again that was open when VS Code was closed. */
  restore(panel: WebviewPanel, state: unknown): void;
  /** Statements or topics have changed. */
  changed(): void;
}

export function createTopicViews(context: ExtensionContext, server: Server, treeView: TopicTree): TopicViews {
  const requests = topicRequests(server);
  const tree = sameTopicTree(treeView, requests, context.workspaceState);
  const compare = comparePanels(context.extensionUri, requests);
  const matrix = matrixPanel(context.extensionUri, requests, (subject, chosen) => {
    void compare.open(subject, undefined, chosen);
  });

  let timer: ReturnType<typeof setTimeout> | undefined;

  const runs: Readonly<Record<string, (node: TopicNode | undefined, all: readonly TopicNode[]) => Promise<unknown>>> = {
    'rmrb.showSameTopic': () => tree.showCaret(),
    'rmrb.compareTopic': (node, all) =>
      node === undefined ? compareAtCaret(compare, requests) : compareNodes(compare, requests, node, all),
    'rmrb.topicMatrix': () => matrix.open(),
    'rmrb.filterTopics': () => askForFilter(tree),
    'rmrb.clearTopicFilter': () => tree.setFilter(''),
    'rmrb.followCaret': () => tree.setFollowing(true),
    'rmrb.stopFollowingCaret': () => tree.setFollowing(false),
    'rmrb.showAllPlaces': async (node) => node && showPlaces(requests, node),
    'rmrb.openPassage': async (node) => node?.kind === 'passage' && tree.open(node),
    'rmrb.copyCitation': async (node) => node?.kind === 'passage' && copyPassage(node.passage),
  };
  return {
    children: tree.children,
    item: treeItem,
    parent: (node) => ('parent' in node ? node.parent : undefined),
    run: async (command, [node, all]) => runs[command]?.(isNode(node) ? node : undefined, nodesIn(all)),
    restore: (panel, state) => {
      if (panel.viewType === MATRIX) matrix.restore(panel);
      else if (panel.viewType === COMPARE && isCompareState(state)) compare.restore(panel, state);
      // One that an older version left tells nothing any more.
      else panel.dispose();
    },
    changed: () => {
      requests.forget();
      clearTimeout(timer);
      timer = setTimeout(() => {
        tree.refresh();
        compare.refresh();
        matrix.refresh();
      }, REST);
    },
    dispose: () => {
      clearTimeout(timer);
      tree.dispose();
    },
  };
}

/** A command may be called by anyone, with anything; what has a kind comes from our tree. */
function isNode(value: unknown): value is TopicNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function nodesIn(value: unknown): TopicNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isCompareState(value: unknown): value is CompareState {
  return typeof value === 'object' && value !== null && 'subject' in value && 'script' in value && 'base' in value;
}
