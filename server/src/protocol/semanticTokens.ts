import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import type { SemanticToken } from '../features/semanticTokens.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/tokenTypes.ts';
import { type Document, documentText, positionAt } from '../statement/document.ts';
import { lineBreaks } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };

/** Encodes tokens, and remembers the last answer for each open file so that the next can be told as a difference. */
export class SemanticTokensEncoder {
  readonly #builders = new Map<string, SemanticTokensBuilder>();

  async full(uri: string, document: Document): Promise<SemanticTokens> {
    const tokens = await tokensOf(document);
    const builder = new SemanticTokensBuilder();
    this.#builders.set(uri, builder);
    fill(builder, document, tokens);
    return builder.build();
  }

  async delta(uri: string, document: Document, previous: string): Promise<SemanticTokens | SemanticTokensDelta> {
    const tokens = await tokensOf(document);
    const builder = this.#builders.get(uri);
    if (!builder) return this.full(uri, document);
    builder.previousResult(previous);
    fill(builder, document, tokens);
    return builder.buildEdits();
  }

  async range(document: Document, within: Span): Promise<SemanticTokens> {
    const tokens = await tokensOf(document, within);
    const builder = new SemanticTokensBuilder();
    fill(builder, document, tokens);
    return builder.build();
  }

  forget(uri: string): void {
    this.#builders.delete(uri);
  }
}

async function tokensOf(document: Document, within?: Span): Promise<readonly SemanticToken[]> {
  const { semanticTokens } = await import('../features/semanticTokens.ts');
  return semanticTokens(document, within);
}

function fill(builder: SemanticTokensBuilder, document: Document, tokens: readonly SemanticToken[]): void {
  for (const { span, type, modifiers } of tokens) {
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    for (const { start, end } of lines(document, span)) {
      const { line, character } = positionAt(document, start);
      builder.push(line, character, end - start, TOKEN_TYPES.indexOf(type), bits);
    }
  }
}

/** A token may not go beyond its line: one for each, less the break and the indent. */
function lines(document: Document, span: Span): Span[] {
  const text = documentText(document, span);
  const starts = [0, ...lineBreaks(text)];
  return starts.flatMap((start, index) => {
    const line = text.slice(start, starts[index + 1] ?? text.length);
    const from = span.start + start + (line.length - line.trimStart().length);
    const to = span.start + start + line.trimEnd().length;
    return to > from ? [{ start: from, end: to }] : [];
  });
}
