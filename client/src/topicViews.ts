import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type TreeView,
  type WebviewPanel,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { TopicsChanged } from '../../server/src/protocol/protocol.ts';
import type { Server } from './server.ts';
import type { TopicNode } from './topics/treeModel.ts';
import type { TopicViews } from './topics/views.ts';

const TREE = 'rmrb.sameTopic';
const PANELS = ['rmrb.compare', 'rmrb.matrix'];
const COMMANDS = [
  'rmrb.showSameTopic',
  'rmrb.compareTopic',
  'rmrb.topicMatrix',
  'rmrb.filterTopics',
  'rmrb.clearTopicFilter',
  'rmrb.followCaret',
  'rmrb.stopFollowingCaret',
  'rmrb.showAllPlaces',
  'rmrb.copyCitation',
  // What a click in the tree does; the manifest does not offer it.
  'rmrb.openPassage',
];

/** What the views on topics share with the part of them that is loaded late. */
export interface TopicTree {
  readonly view: TreeView<TopicNode>;
  /** Has VS Code ask again for a node, or for all. */
  readonly refresh: (node?: TopicNode) => void;
}

export interface TopicViewsHandle extends Disposable {
  /** Listens to a server that is about to start. */
  follow(client: BaseLanguageClient): void;
}

/** Registers tree, panels and commands on topics. All that they do is loaded when one of them is first used. */
export function registerTopicViews(context: ExtensionContext, server: Server): TopicViewsHandle {
  let loading: Promise<TopicViews> | undefined;
  const load = async (): Promise<TopicViews> => {
    const { createTopicViews } = await import('./topics/views.ts');
    return createTopicViews(context, server, { view, refresh: (node) => changed.fire(node) });
  };
  const views = (): Promise<TopicViews> => {
    loading ??= load();
    return loading;
  };

  const changed = new EventEmitter<TopicNode | undefined>();
  const view = window.createTreeView<TopicNode>(TREE, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => (await views()).children(node),
      getTreeItem: async (node) => (await views()).item(node),
      getParent: async (node) => (await views()).parent(node),
    },
    canSelectMany: true,
    showCollapseAll: true,
  });
  const registered = [
    view,
    changed,
    ...COMMANDS.map((name) =>
      commands.registerCommand(name, async (...args: unknown[]) => (await views()).run(name, args)),
    ),
    ...PANELS.map((type) =>
      window.registerWebviewPanelSerializer(type, {
        deserializeWebviewPanel: async (panel: WebviewPanel, state: unknown) => (await views()).restore(panel, state),
      }),
    ),
  ];
  return {
    follow: (client) => {
      const tell = async (): Promise<void> => (await loading)?.changed();
      client.onNotification(TopicsChanged, tell);
      // What another server answered may not be so any more.
      void tell();
    },
    dispose: async () => {
      for (const one of registered) one.dispose();
      (await loading)?.dispose();
    },
  };
}
