import { normaliseTerm } from '../corpus/normalise.ts';
import { passagesIn, topicMatrix } from '../corpus/topicMatrix.ts';
import { NEWSPAPER_VOCABULARY, type Vocabulary } from '../markup/vocabulary.ts';
import { type Document, placedRecords } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import { message, type Say } from '../text/messages.ts';
import { type Span, shifted } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { type OutlineKind, outlineNodes, recordOutline } from './outline.ts';

export interface WorkspaceSymbol {
  readonly uri: string;
  readonly kind: OutlineKind | 'topic';
  readonly name: string;
  /** The statement that it belongs to; of a topic, what it is. */
  readonly container: string;
  readonly span: Span;
}

const MOST = 256;
/** A record bears its title's name. */
const SOUGHT = new Set<OutlineKind>(['record', 'section', 'item']);

/** Titles, numbered parts and topics that the query stands in, or whose characters it gives in order; the nearest first. */
export function workspaceSymbols(context: FeatureContext, query: string): WorkspaceSymbol[] {
  const { corpus, say } = context;
  const found = topicSymbols(context, query);
  for (const { uri, document } of corpus.documents()) {
    const wanted = folded(query, document.vocabulary);
    for (const { record, start } of placedRecords(document)) {
      for (const { symbol, sought } of symbolsOf(record, document, say)) {
        const rank = rankOf(sought, wanted);
        if (rank !== undefined) found.push({ symbol: { ...symbol, uri, span: shifted(symbol.span, start) }, rank });
      }
    }
  }
  found.sort((a, b) => a.rank - b.rank);
  return found.slice(0, MOST).map(({ symbol }) => symbol);
}

interface RankedSymbol {
  readonly symbol: WorkspaceSymbol;
  readonly rank: number;
}

/** The topics that some statement names, each where the first one does. */
function topicSymbols({ corpus, topics, say }: FeatureContext, query: string): RankedSymbol[] {
  const wanted = folded(query, NEWSPAPER_VOCABULARY);
  const { statements, rows } = topicMatrix({ corpus, topics });
  return rows.flatMap(({ topic, cells }): RankedSymbol[] => {
    const ranks = [topic.label, ...topic.names].flatMap((name) => rankOf(name.toLowerCase(), wanted) ?? []);
    const [first] = cells;
    const statement = first && statements[first.statement];
    const [passage] = ranks.length > 0 && statement ? passagesIn(statement, first, 1) : [];
    if (!statement || !passage) return [];
    const { uri, recordStart } = statement;
    const container = say(message('symbol.topic', { count: cells.length }));
    const span = shifted(passage.span, recordStart);
    return [{ symbol: { uri, kind: 'topic', name: topic.label, container, span }, rank: Math.min(...ranks) }];
  });
}

interface RecordSymbol {
  /** Its span counts from the record's start. */
  readonly symbol: Omit<WorkspaceSymbol, 'uri'>;
  readonly sought: string;
}

const symbolsByRecord = new WeakMap<RecordTree, readonly RecordSymbol[]>();

function symbolsOf(record: RecordTree, { vocabulary }: Document, say: Say): readonly RecordSymbol[] {
  let symbols = symbolsByRecord.get(record);
  if (!symbols) {
    const statement = recordOutline(record, vocabulary, say);
    symbols = [...outlineNodes([statement])]
      .filter(({ kind }) => SOUGHT.has(kind))
      .map(({ kind, label, detail, selection }) => {
        const container = kind === 'record' ? detail : statement.label;
        return { symbol: { kind, name: label, container, span: selection }, sought: folded(label, vocabulary) };
      });
    symbolsByRecord.set(record, symbols);
  }
  return symbols;
}

/** As texts are compared: whoever types 朝鲜 means 朝鮮 too. */
function folded(text: string, vocabulary: Vocabulary): string {
  return normaliseTerm(text.trim(), vocabulary).toLowerCase();
}

/** Lower is nearer; `undefined` where the query is not in the name. */
function rankOf(name: string, wanted: string): number | undefined {
  const at = name.indexOf(wanted);
  if (at >= 0) return at + name.length / 1000;
  let next = 0;
  for (let index = 0; index < name.length; index++) if (name[index] === wanted[next]) next++;
  return next >= wanted.length ? 1000 + name.length : undefined;
}
