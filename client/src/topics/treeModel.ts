import type {
  SameTopicPassage,
  SameTopicResult,
  StatementPlace,
  TopicMatrixResult,
} from '../../../server/src/protocol/protocol.ts';

type MatrixTopic = TopicMatrixResult['topics'][number];

/** What the tree is made of: what stands at the caret, topics, statements that name them, passages of these. */
export type TopicNode = CaretNode | TopicBranch | StatementNode | PassageNode;

/** What stands at the caret, and who else speaks of it. */
export interface CaretNode {
  readonly kind: 'caret';
  readonly position: { readonly line: number; readonly character: number };
  readonly result: SameTopicResult;
}

export interface TopicBranch {
  readonly kind: 'topic';
  readonly topic: MatrixTopic;
  /** How many passages of all statements name it. */
  readonly passages: number;
}

export interface StatementNode {
  readonly kind: 'statement';
  readonly parent: CaretNode | TopicBranch;
  readonly statement: NamedStatement;
  readonly count: number;
  /** Where they are known already. */
  readonly passages?: readonly SameTopicPassage[];
}

/** A statement by what a reader calls it. */
export interface NamedStatement {
  readonly uri: string;
  /** The path below its workspace folder. */
  readonly file: string;
  readonly title: string;
  readonly date: string;
}

export interface PassageNode {
  readonly kind: 'passage';
  readonly parent: StatementNode;
  readonly passage: SameTopicPassage;
}

/**
 * The topics that a filter leaves: each of its words stands in a name of the topic, or of its field. The workspace's own come first, then those
 * that most statements name.
 */
export function topicBranches(
  { topics }: TopicMatrixResult,
  filter: string,
  fieldName: (field: string) => string,
): TopicBranch[] {
  const words = filter.toLowerCase().split(/\s+/);
  const wanted = ({ label, names, field }: MatrixTopic): boolean => {
    const text = [label, ...names, field === '' ? '' : fieldName(field)].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const branches = topics.filter(wanted).map((topic): TopicBranch => {
    return { kind: 'topic', topic, passages: topic.cells.reduce((sum, { count }) => sum + count, 0) };
  });
  const isOwn = ({ topic }: TopicBranch): number => Number(topic.source === 'workspace');
  const statements = ({ topic }: TopicBranch): number => topic.cells.length;
  return branches.sort((a, b) => isOwn(b) - isOwn(a) || statements(b) - statements(a) || b.passages - a.passages);
}

/** The statements that name a topic, in the order of their dates. */
export function statementsOfTopic(parent: TopicBranch, statements: readonly StatementPlace[]): StatementNode[] {
  return parent.topic.cells.flatMap(({ statement: index, count }): StatementNode[] => {
    const statement = statements[index];
    return statement === undefined ? [] : [{ kind: 'statement', parent, statement, count }];
  });
}

/** The statements that speak of what stands at the caret, that with the best passage first. */
export function statementsOfCaret(parent: CaretNode): StatementNode[] {
  const found = new Map<string, { statement: NamedStatement; passages: SameTopicPassage[] }>();
  for (const passage of parent.result.passages) {
    const { uri, file, statement } = passage;
    const key = [uri, statement.title, statement.date].join('\n');
    const known = found.get(key);
    if (known !== undefined) known.passages.push(passage);
    else found.set(key, { statement: { uri, file, ...statement }, passages: [passage] });
  }
  return [...found.values()].map(({ statement, passages }) => {
    return { kind: 'statement', parent, statement, count: passages.length, passages };
  });
}

/** Tells nodes apart, and knows them again after a change. */
export function idOf(node: TopicNode): string {
  if (node.kind === 'caret') return 'caret';
  if (node.kind === 'topic') return `topic\n${node.topic.id}`;
  if (node.kind === 'statement') {
    const { uri, title, date } = node.statement;
    return [idOf(node.parent), uri, title, date].join('\n');
  }
  return `${idOf(node.parent)}\n${node.passage.offset.join('-')}`;
}

/** What a reader calls a statement that may lack a title. */
export function titleOf({ title, file }: Pick<NamedStatement, 'title' | 'file'>): string {
  return title === '' ? file.slice(file.lastIndexOf('/') + 1) : title;
}

/** A piece of a text on one line, and where words stand in it. */
export interface Excerpt {
  readonly text: string;
  readonly marks: [start: number, end: number][];
}

const BEFORE_MARK = 12;
const EXCERPT = 120;

/** The words around the first mark; no character beyond the first plane is torn. */
export function excerptOf({ text, marks }: SameTopicPassage['printed']): Excerpt {
  const first = marks[0]?.[0] ?? 0;
  const start = whole(text, first <= BEFORE_MARK + 1 ? 0 : first - BEFORE_MARK);
  const end = whole(text, Math.min(text.length, start + EXCERPT));
  const shift = start > 0 ? 1 - start : 0;
  return {
    text: `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): [number, number] => [from + shift, to + shift]),
  };
}

/** So many characters of a text, on one line. */
export function beginning(text: string, length: number): string {
  const line = Array.from(text.replaceAll('\n', ''));
  return line.length <= length ? line.join('') : `${line.slice(0, length).join('')}…`;
}

/** Not between the halves of a character. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
