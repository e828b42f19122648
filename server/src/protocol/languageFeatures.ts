import type { CodeAction, Connection, FoldingRange, SelectionRange } from 'vscode-languageserver';
import type { FeatureContext } from '../features/context.ts';
import type { CappedOutline } from '../features/cappedOutline.ts';
import { type Document, offsetAt } from '../statement/document.ts';
import type { Answering } from './answering.ts';
import type { CodeActionTools } from './codeActions.ts';
import { registerCorpusFeatures } from './corpusFeatures.ts';
import { type OnOpen, registerEditingFeatures } from './editingFeatures.ts';
import { toRange, toSpan } from './convert.ts';
import { registerScriptFeatures } from './scriptFeatures.ts';
import type { SemanticTokensEncoder } from './semanticTokens.ts';
import type { OpenDocument } from './textDocument.ts';

export interface LanguageServices {
  readonly answering: Answering;
  readonly tokens: SemanticTokensEncoder;
  /** An open file in its present state. */
  open(uri: string): OpenDocument | undefined;
  /** Any file of the corpus. */
  content(uri: string): Document | undefined;
  /** The URI that the client itself uses for a file. */
  clientUri(uri: string): string;
  context(): FeatureContext;
  /** The same, once what is asked of the corpus is answered quickly. */
  topicContext(): Promise<FeatureContext>;
  codeActionTools(): CodeActionTools;
  /** A file is so large that its outline cannot be shown in full. */
  outlineCapped(uri: string, capped: CappedOutline): void;
  /** Whether the client takes a link with its origin for a definition. */
  readonly linkSupport: () => boolean;
  /** Whether the user wants to see of each section who else speaks of its topic. */
  readonly codeLens: () => boolean;
  /** Whether the client takes a completion with places for the caret. */
  readonly snippetSupport: () => boolean;
}

/** Registers a handler for every language feature: offsets in, feature, positions out. */
export function registerLanguageFeatures(connection: Connection, services: LanguageServices): void {
  const { answering, tokens, context } = services;

  /**
   * The answer is for the file as it was when the request came, whatever is typed until it is worked on: offsets of one
   * state mean nothing in another. Nothing is known of a file that is not open, which a client asks about by mistake.
   */
  const onOpen: OnOpen = (method, work) => (params, token) => {
    const open = services.open(params.textDocument.uri);
    return answering(method, (asked: typeof params) => (open ? work(open, asked, token) : null))(params, token);
  };

  connection.onDocumentSymbol(
    onOpen('textDocument/documentSymbol', async ({ uri, content }) => {
      const { outline } = await import('../features/outline.ts');
      const { toDocumentSymbols } = await import('./symbols.ts');
      const tell = (capped: CappedOutline): void => services.outlineCapped(uri, capped);
      return toDocumentSymbols(content, outline(content, context().say), tell);
    }),
  );

  connection.onFoldingRanges(
    onOpen('textDocument/foldingRange', async ({ content }) => {
      const { foldingRanges } = await import('../features/foldingRanges.ts');
      return foldingRanges(content).flatMap(({ span, kind }): FoldingRange[] => {
        const { start, end } = toRange(content, span);
        return end.line > start.line ? [{ startLine: start.line, endLine: end.line, kind }] : [];
      });
    }),
  );

  connection.onSelectionRanges(
    onOpen('textDocument/selectionRange', async ({ content }, { positions }) => {
      const { selectionRanges } = await import('../features/selectionRanges.ts');
      return positions.map(
        (position) =>
          selectionRanges(content, offsetAt(content, position))
            .map((span) => toRange(content, span))
            .reduceRight<SelectionRange | undefined>(
              (parent, range) => (parent ? { range, parent } : { range }),
              undefined,
            ) ?? { range: { start: position, end: position } },
      );
    }),
  );

  connection.onDocumentHighlight(
    onOpen('textDocument/documentHighlight', async ({ content }, { position }) => {
      const { documentHighlight } = await import('../features/documentHighlight.ts');
      const found = documentHighlight(content, offsetAt(content, position));
      return found.length > 0 ? found.map((span) => ({ range: toRange(content, span) })) : null;
    }),
  );

  connection.onCodeAction(
    onOpen('textDocument/codeAction', async (open, params, token) => {
      const { toCodeActions } = await import('./codeActions.ts');
      return toCodeActions(services.codeActionTools(), open, params, token);
    }),
  );
  connection.onCodeActionResolve(
    answering('codeAction/resolve', async (action: CodeAction, token) => {
      const { resolveCodeAction } = await import('./codeActions.ts');
      return resolveCodeAction(services.codeActionTools(), action, token);
    }),
  );

  connection.languages.semanticTokens.on(
    onOpen('textDocument/semanticTokens/full', ({ uri, content }) => tokens.full(uri, content)),
  );
  connection.languages.semanticTokens.onDelta(
    onOpen('textDocument/semanticTokens/full/delta', ({ uri, content }, { previousResultId }) =>
      tokens.delta(uri, content, previousResultId),
    ),
  );
  connection.languages.semanticTokens.onRange(
    onOpen('textDocument/semanticTokens/range', ({ content }, { range }) =>
      tokens.range(content, toSpan(content, range)),
    ),
  );

  registerCorpusFeatures(connection, services, onOpen);
  registerEditingFeatures(connection, services, onOpen);
  registerScriptFeatures(connection, services, onOpen);
}
