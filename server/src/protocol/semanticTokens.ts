import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import { type SemanticToken, semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semanticTokens.ts';
import { type Document, documentText, positionAt } from '../statement/document.ts';
import { lineBreaks } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };

/** Encodes tokens, and remembers the last answer for each open file so that the next can be told as a difference. */
export class SemanticTokensEncoder {
  readonly #builders = new Map<string, SemanticTokensBuilder>();

  full(uri: string, document: Document): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    this.#builders.set(uri, builder);
    fill(builder, document, semanticTokens(document));
    return builder.build();
  }

  delta(uri: string, document: Document, previous: string): SemanticTokens | SemanticTokensDelta {
    const builder = this.#builders.get(uri);
    if (!builder) return this.full(uri, document);
    builder.previousResult(previous);
    fill(builder, document, semanticTokens(document));
    return builder.buildEdits();
  }

  range(document: Document, within: Span): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    fill(builder, document, semanticTokens(document, within));
    return builder.build();
  }

  forget(uri: string): void {
    this.#builders.delete(uri);
  }
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
