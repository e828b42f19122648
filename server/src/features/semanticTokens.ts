import type { ValueKind } from '../markup/vocabulary.ts';
import { type Document, type PlacedRecord, placedRecords } from '../statement/document.ts';
import type { RecordTree, StatementNode } from '../statement/tree.ts';
import { overlaps, type Span, shifted } from '../text/span.ts';
import { valueSpan } from './recordFields.ts';
import type { TokenModifier, TokenType } from './tokenTypes.ts';
import { descendants } from './treeWalk.ts';

export interface SemanticToken {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

const VALUE_TYPES: Partial<Record<ValueKind, TokenType>> = {
  issue: 'issueValue',
  date: 'dateValue',
  page: 'pageValue',
  item: 'itemValue',
  heading: 'statementTitle',
  people: 'peopleValue',
  word: 'wordValue',
};

/** The tokens that `within` reaches, or all, in order; none overlaps another. */
export function semanticTokens(document: Document, within?: Span): SemanticToken[] {
  const reached = placedRecords(document).filter(
    ({ record, start }) => !within || overlaps({ start, end: start + record.text.length }, within),
  );
  const tokens = reached.flatMap(placedTokens);
  return within ? tokens.filter(({ span }) => overlaps(span, within)) : tokens;
}

const tokensByRecord = new WeakMap<RecordTree, readonly SemanticToken[]>();

function placedTokens({ record, start }: PlacedRecord): SemanticToken[] {
  const tokens = tokensByRecord.get(record) ?? recordTokens(record);
  tokensByRecord.set(record, tokens);
  return tokens.map((token) => ({ ...token, span: shifted(token.span, start) }));
}

function recordTokens(record: RecordTree): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  let end = 0;
  for (const token of [...valueTokens(record), ...statementTokens(record)].sort(inOrder)) {
    if (token.span.start < end) continue;
    end = token.span.end;
    tokens.push(token);
  }
  return [...betweenTags(tokens, record.markup.tags)];
}

/** Tags inside a title or a signature keep the colour that the grammar gives them. Both lists are in order. */
function* betweenTags(tokens: readonly SemanticToken[], tags: readonly Span[]): Generator<SemanticToken> {
  let next = 0;
  for (const token of tokens) {
    let at = token.span.start;
    const { end } = token.span;
    for (let tag = tags[next]; tag && tag.start < end; tag = tags[next]) {
      if (tag.start > at) yield { ...token, span: { start: at, end: tag.start } };
      at = Math.max(at, tag.end);
      if (tag.end > end) break;
      next++;
    }
    if (end > at) yield { ...token, span: { start: at, end } };
  }
}

function* valueTokens(record: RecordTree): Generator<SemanticToken> {
  for (const field of record.markup.fields) {
    const type = field.definition && VALUE_TYPES[field.definition.value];
    if (type) yield token(valueSpan(record, field), type);
  }
}

function* statementTokens(record: RecordTree): Generator<SemanticToken> {
  for (const node of descendants(record.root)) {
    const mark = markToken(node);
    if (mark) yield mark;
    switch (node.kind) {
      case 'title':
        for (const piece of node.pieces) yield token(piece, 'statementTitle');
        break;
      case 'preamble':
        for (const term of definedTerms(record.text, node.span)) yield token(term, 'definedTerm');
        break;
      case 'signature':
      case 'credit':
      case 'boilerplate':
        yield token(node.span, node.kind);
        break;
    }
  }
}

function markToken({ kind, numeral, span, pieces }: StatementNode): SemanticToken | undefined {
  if (numeral) {
    const type = kind === 'section' ? 'sectionNumeral' : 'itemNumeral';
    return { ...token(numeral.span, type), modifiers: numeral.meant === undefined ? [] : ['lookalike'] };
  }
  const own = pieces[0];
  return kind === 'bullet' && own ? token({ start: span.start, end: own.start }, 'bulletMark') : undefined;
}

/** The short forms that a preamble introduces: 双方 in （以下称“双方”）. */
function* definedTerms(text: string, { start, end }: Span): Generator<Span> {
  const introduced =
    /(?:以下(?:简|簡)?(?:称|稱)(?:为|為)?|(?:简|簡)(?:称|稱)(?:为|為)?)[“「"]?([^”」"（）()，。\s]{1,20})/gu;
  for (const match of text.slice(start, end).matchAll(introduced)) {
    const [all, term = ''] = match;
    const at = start + match.index + all.length - term.length;
    yield { start: at, end: at + term.length };
  }
}

function token(span: Span, type: TokenType): SemanticToken {
  return { span, type, modifiers: [] };
}

function inOrder(a: SemanticToken, b: SemanticToken): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
