import { commands, type Disposable, l10n, type Memento } from 'vscode';
import type { SameTopicResult, TopicPassagesResult } from '../../../server/src/protocol/protocol.ts';
import type { TopicTree } from '../topicViews.ts';
import { caretFollower, type CaretFollower } from './caret.ts';
import { fieldName } from './fields.ts';
import { openPlace } from './places.ts';
import type { TopicRequests } from './requests.ts';
import {
  type CaretNode,
  type PassageNode,
  type StatementNode,
  statementsOfCaret,
  statementsOfTopic,
  topicBranches,
  type TopicBranch,
  type TopicNode,
} from './treeModel.ts';

const FOLLOWS = 'topicsFollowCaret';

/** 同题: topic › statement › passage, what stands at the caret first. */
export interface SameTopicTree extends Disposable {
  readonly filter: string;
  children(node?: TopicNode): Promise<TopicNode[]>;
  setFilter(filter: string): Promise<void>;
  /** Whether the tree follows the caret, now and when the workspace is opened again. */
  setFollowing(on: boolean): Promise<void>;
  /** Shows what stands at the caret, whether or not the tree follows it. */
  showCaret(): Promise<SameTopicResult | undefined>;
  /** Opens a passage, and leaves the tree as it is. */
  open(node: PassageNode): Promise<void>;
  /** Statements or topics have changed. */
  refresh(): void;
}

const ATTEMPTS = 5;
/** Milliseconds that VS Code takes to draw a tree, and more. */
const DRAWING = 200;

/** @param memory keeps for the workspace whether the tree follows the caret */
export function sameTopicTree({ view, refresh }: TopicTree, requests: TopicRequests, memory: Memento): SameTopicTree {
  let filter = '';
  let following = memory.get(FOLLOWS, true);
  let caret: CaretNode | undefined;
  let passages = new Map<string, Promise<TopicPassagesResult | undefined>>();

  /** VS Code finds nothing in a tree that is being drawn anew, which a text that has just been read may cause at any time. */
  const revealCaret = async (attempt = 1): Promise<void> => {
    if (caret === undefined) return;
    try {
      await view.reveal(caret, { select: true, focus: true, expand: true });
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await new Promise((resume) => setTimeout(resume, DRAWING));
      await revealCaret(attempt + 1);
    }
  };
  const found = (now: CaretNode): void => {
    const before = JSON.stringify(caret?.result);
    // Where no word and no paragraph stands there is nothing to show.
    caret = now.result.query.text === '' ? undefined : now;
    if (JSON.stringify(caret?.result) !== before) refresh();
  };
  const follower: CaretFollower = caretFollower(requests, found);
  const follow = (): void => follower.follow(following && view.visible);
  /** Whether the texts have changed since the tree was last seen. */
  let stale = false;
  const visibility = view.onDidChangeVisibility(() => {
    if (view.visible && stale) refreshAll();
    follow();
  });

  const roots = async (): Promise<TopicNode[]> => {
    const matrix = await requests.matrix();
    const topics = matrix === undefined ? [] : topicBranches(matrix, filter, fieldName);
    view.message = messageOf(matrix?.indexing === true, filter, topics.length);
    // The caret's own node is no match of a filter; it stays, for it is what the tree is opened for.
    return caret === undefined ? topics : [caret, ...topics];
  };
  const statements = async (node: TopicBranch): Promise<StatementNode[]> => {
    const matrix = await requests.matrix();
    return matrix === undefined ? [] : statementsOfTopic(node, matrix.statements);
  };
  const passagesOf = async (node: StatementNode): Promise<PassageNode[]> => {
    const { parent, statement } = node;
    if (node.passages !== undefined || parent.kind === 'caret') return passageNodes(node, node.passages ?? []);
    const { id } = parent.topic;
    const asked = passages.get(id) ?? requests.passages({ topic: id });
    passages.set(id, asked);
    const all = (await asked)?.statements ?? [];
    const own = all.find(({ statement: one }) => one.uri === statement.uri && sameName(one, statement));
    return passageNodes(node, own?.passages ?? []);
  };

  const refreshAll = (): void => {
    stale = false;
    passages = new Map();
    refresh();
    follower.again();
  };

  void setContext('rmrb.followsCaret', following);
  follow();
  return {
    get filter() {
      return filter;
    },
    children: async (node) => {
      if (node === undefined) return roots();
      if (node.kind === 'caret') return statementsOfCaret(node);
      if (node.kind === 'topic') return statements(node);
      return node.kind === 'statement' ? passagesOf(node) : [];
    },
    setFilter: async (wanted) => {
      filter = wanted.trim();
      await setContext('rmrb.topicsFiltered', filter !== '');
      refresh();
    },
    setFollowing: async (on) => {
      following = on;
      if (!on) {
        caret = undefined;
        refresh();
      }
      await memory.update(FOLLOWS, on);
      await setContext('rmrb.followsCaret', on);
      follow();
    },
    showCaret: async () => {
      await follower.lookUp();
      await commands.executeCommand('rmrb.sameTopic.focus');
      await revealCaret();
      return caret?.result;
    },
    open: async ({ passage }) => {
      // Else the tree would show what is said elsewhere on the passage, and the next one in the list would be gone.
      follower.passOver(passage);
      await openPlace(passage);
    },
    refresh: () => {
      if (view.visible) refreshAll();
      else stale = true;
    },
    dispose: () => {
      visibility.dispose();
      follower.dispose();
    },
  };
}

function passageNodes(parent: StatementNode, passages: readonly PassageNode['passage'][]): PassageNode[] {
  return passages.map((passage) => ({ kind: 'passage', parent, passage }));
}

function sameName(a: { title: string; date: string }, b: { title: string; date: string }): boolean {
  return a.title === b.title && a.date === b.date;
}

function messageOf(indexing: boolean, filter: string, topics: number): string {
  if (indexing) return l10n.t('The corpus is still being read.');
  // Where there are none, the tree says so itself.
  if (filter !== '' && topics > 0) return l10n.t('Filtered by “{0}”: {1} topics', filter, topics);
  return '';
}

async function setContext(key: string, value: boolean): Promise<void> {
  await commands.executeCommand('setContext', key, value);
}
