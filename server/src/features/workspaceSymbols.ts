import { type Document, placedRecords } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Say } from '../text/messages.ts';
import { type Span, shifted } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { type OutlineKind, outlineNodes, recordOutline } from './outline.ts';

export interface WorkspaceSymbol {
  readonly uri: string;
  readonly kind: OutlineKind;
  readonly name: string;
  /** The statement that it belongs to. */
  readonly container: string;
  readonly span: Span;
}

const MOST = 256;
/** A record bears its title's name. */
const SOUGHT = new Set<OutlineKind>(['record', 'section', 'item']);

/** Titles and numbered parts that the query stands in, or whose characters it gives in order; the nearest first. */
export function workspaceSymbols({ corpus, say }: FeatureContext, query: string): WorkspaceSymbol[] {
  const wanted = query.trim().toLowerCase();
  const found: { readonly symbol: WorkspaceSymbol; readonly rank: number }[] = [];
  for (const { uri, document } of corpus.documents()) {
    for (const { record, start } of placedRecords(document)) {
      for (const { name, ...symbol } of symbolsOf(record, document, say)) {
        const rank = rankOf(name.toLowerCase(), wanted);
        if (rank === undefined) continue;
        found.push({
          symbol: { ...symbol, uri, name, span: shifted(symbol.span, start) },
          rank,
        });
      }
    }
  }
  found.sort((a, b) => a.rank - b.rank);
  return found.slice(0, MOST).map(({ symbol }) => symbol);
}

type RecordSymbol = Omit<WorkspaceSymbol, 'uri'>;

const symbolsByRecord = new WeakMap<RecordTree, readonly RecordSymbol[]>();

/** Spans count from the record's start. */
function symbolsOf(record: RecordTree, { vocabulary }: Document, say: Say): readonly RecordSymbol[] {
  let symbols = symbolsByRecord.get(record);
  if (!symbols) {
    const statement = recordOutline({ record, start: 0, vocabulary, say });
    symbols = [...outlineNodes([statement])]
      .filter(({ kind }) => SOUGHT.has(kind))
      .map(({ kind, label, detail, selection }) => ({
        kind,
        name: label,
        container: kind === 'record' ? detail : statement.label,
        span: selection,
      }));
    symbolsByRecord.set(record, symbols);
  }
  return symbols;
}

/** Lower is nearer; `undefined` where the query is not in the name. */
function rankOf(name: string, wanted: string): number | undefined {
  const at = name.indexOf(wanted);
  if (at >= 0) return at + name.length / 1000;
  let next = 0;
  for (let index = 0; index < name.length; index++) if (name[index] === wanted[next]) next++;
  return next >= wanted.length ? 1000 + name.length : undefined;
}
