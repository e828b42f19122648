import type {
  Place,
  SameTopicPassage,
  SameTopicResult,
  StatementPlace,
  TopicMatrixResult,
  TopicPassagesResult,
} from '../../../server/src/protocol/protocol.ts';
import type { Column, Script, ShownPassage, ShownStatement } from './messages.ts';
import { beginning, titleOf } from './treeModel.ts';

/** What is compared: everything that could be chosen. */
export interface Compared {
  readonly title: string;
  /** In the order of their dates. */
  readonly statements: readonly ComparedStatement[];
}

export interface ComparedStatement extends ShownStatement {
  readonly uri: string;
  readonly texts: readonly (ShownPassage & Pick<Place, 'range'>)[];
  /** That of the best passage. */
  readonly score: number;
}

/** All passages on a topic. */
export function comparedTopic({ topic, statements }: TopicPassagesResult, fallback: string): Compared {
  const compared = statements.map(({ statement, passages }) => comparedStatement(statement, passages));
  return { title: topic?.label ?? fallback, statements: withKeys(compared) };
}

const TITLE_LENGTH = 12;

/**
 * A paragraph and those in other statements that are like it.
 * @param matrix knows the statement in which the paragraph stands
 */
export function comparedParagraph(
  { query, passages }: SameTopicResult,
  matrix: TopicMatrixResult | undefined,
): Compared {
  const isOwn = ({ uri, offset }: StatementPlace): boolean =>
    uri === query.uri && offset[0] <= query.offset[0] && query.offset[1] <= offset[1];
  const { title, date } = matrix?.statements.find(isOwn) ?? { title: '', date: '' };
  const own: SameTopicPassage = {
    ...query,
    section: '',
    statement: { title, date },
    score: 1,
    excerpt: '',
  };
  const groups = new Map<string, SameTopicPassage[]>();
  for (const passage of [own, ...passages]) {
    const key = [passage.uri, passage.statement.title, passage.statement.date].join('\n');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [passage]);
    else known.push(passage);
  }
  const compared = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const inOrder = group.toSorted((a, b) => a.offset[0] - b.offset[0]);
    return [comparedStatement({ uri: first.uri, file: first.file, ...first.statement }, inOrder)];
  });
  // Those without a date come last.
  compared.sort((a, b) => Number(a.date === '') - Number(b.date === '') || a.date.localeCompare(b.date));
  return { title: beginning(query.printed.text, TITLE_LENGTH), statements: withKeys(compared) };
}

type Named = Pick<StatementPlace, 'uri' | 'file' | 'title' | 'date'>;

function comparedStatement(statement: Named, passages: readonly SameTopicPassage[]): Omit<ComparedStatement, 'key'> {
  return {
    uri: statement.uri,
    title: titleOf(statement),
    date: statement.date,
    passages: passages.length,
    texts: passages.map((passage) => ({ ...shownPassage(passage), range: passage.range })),
    score: Math.max(0, ...passages.map(({ score }) => score)),
  };
}

/** A key stays the same as long as the file, title and date of a statement do. */
function withKeys(statements: readonly Omit<ComparedStatement, 'key'>[]): ComparedStatement[] {
  const seen = new Map<string, number>();
  return statements.map((statement) => {
    const name = statementKey(statement);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return { ...statement, key: times === 1 ? name : `${name}#${times}` };
  });
}

export function statementKey({ uri, title, date }: Pick<Named, 'uri' | 'title' | 'date'>): string {
  return `${uri}#${date}#${title}`;
}

/** More than these stand too narrow side by side. */
const FEW = 4;

/** What is shown until the user chooses: all if they are few, else those that say most, among them that of the text he is in. */
export function firstChoice({ statements }: Compared, from?: string): string[] {
  if (statements.length <= FEW) return statements.map(({ key }) => key);
  const rank = ({ uri, score }: ComparedStatement): number => score + (uri === from ? 2 : 0);
  const best = new Set(statements.toSorted((a, b) => rank(b) - rank(a)).slice(0, FEW));
  return statements.filter((one) => best.has(one)).map(({ key }) => key);
}

/** More than these are chosen one by one only. */
const MANY = 8;

/** Of many that were chosen at once, such as all of a year, those that say most. */
export function withinReason(compared: Compared, chosen: readonly string[]): readonly string[] {
  if (chosen.length <= MANY) return chosen;
  const wanted = new Set(chosen);
  return firstChoice({ ...compared, statements: compared.statements.filter(({ key }) => wanted.has(key)) });
}

/** What the panel gets of the chosen ones. */
export function columnsOf({ statements }: Compared, chosen: readonly string[]): Column[] {
  const wanted = new Set(chosen);
  return statements
    .filter(({ key }) => wanted.has(key))
    .map(({ key, title, date, passages, texts }) => ({ key, title, date, passages, texts: texts.map(shownPassage) }));
}

function shownPassage({ section, printed, simplified, traditional }: ShownPassage): ShownPassage {
  return { section, printed, ...(simplified && { simplified }), ...(traditional && { traditional }) };
}

/** A passage in a script; as printed where it was not given in that one. */
export function textIn(passage: ShownPassage, script: Script): ShownPassage['printed'] {
  return passage[script] ?? passage.printed;
}
