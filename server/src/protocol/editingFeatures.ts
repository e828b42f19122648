import type { CancellationToken, CompletionItem, Connection, TextEdit } from 'vscode-languageserver';
import type { Numbered } from '../features/numerals.ts';
import { type Document, offsetAt, positionAt } from '../statement/document.ts';
import type { Edit } from '../text/edits.ts';
import { normalUri, toRange, toSpan } from './convert.ts';
import type { LanguageServices } from './languageFeatures.ts';
import {
  AutoInsert,
  type AutoInsertParams,
  type AutoInsertResult,
  ChangeNumerals,
  type ChangeNumeralsParams,
  MoveSection,
  type MoveSectionParams,
  type MoveSectionResult,
  Neighbour,
  type NeighbourParams,
  type NeighbourResult,
  type NumberingResult,
  NumberParagraphs,
  type NumberParagraphsParams,
} from './protocol.ts';
import type { OpenDocument } from './textDocument.ts';

/** Makes a handler for requests on an open file; it answers `null` for one that is not. */
export type OnOpen = <Params extends { readonly textDocument: { readonly uri: string } }, Result>(
  method: string,
  work: (open: OpenDocument, params: Params, token: CancellationToken) => Result | null | Promise<Result | null>,
) => (params: Params, token: CancellationToken) => Promise<Result | null>;

/** Registers what helps with writing: pairs of tags, renaming, formatting, going from part to part and moving parts. */
export function registerEditingFeatures(connection: Connection, services: LanguageServices, onOpen: OnOpen): void {
  connection.languages.onLinkedEditingRange(
    onOpen('textDocument/linkedEditingRange', async ({ content }, { position }) => {
      const { linkedEditingRanges } = await import('../features/linkedEditingRanges.ts');
      const ranges = linkedEditingRanges(content, offsetAt(content, position));
      return ranges ? { ranges: ranges.map((span) => toRange(content, span)), wordPattern: '[^\\s〖〗]*' } : null;
    }),
  );

  connection.onRequest(
    AutoInsert,
    onOpen<AutoInsertParams, NonNullable<AutoInsertResult>>(AutoInsert, async ({ content }, { position }) => {
      const { autoInsert } = await import('../features/autoInsert.ts');
      return autoInsert(content, offsetAt(content, position)) ?? null;
    }),
  );

  connection.onPrepareRename(
    onOpen('textDocument/prepareRename', async ({ uri, content }, { position }) => {
      const { prepareRename } = await import('../features/rename.ts');
      const found = prepareRename(await services.topicContext(), normalUri(uri), content, offsetAt(content, position));
      return found ? { range: toRange(content, found.span), placeholder: found.text } : null;
    }),
  );
  connection.onRenameRequest(
    onOpen('textDocument/rename', async (open, { position, newName }, token) => {
      const { toRenameEdit } = await import('./rename.ts');
      const tools = { context: await services.topicContext(), tools: services.codeActionTools() };
      return toRenameEdit(tools, open, { offset: offsetAt(open.content, position), newName }, token);
    }),
  );

  connection.onDocumentFormatting(
    onOpen('textDocument/formatting', async ({ content }) => {
      const { formatting } = await import('../features/formatting.ts');
      return toTextEdits(content, formatting(content));
    }),
  );
  connection.onDocumentRangeFormatting(
    onOpen('textDocument/rangeFormatting', async ({ content }, { range }) => {
      const { formatting } = await import('../features/formatting.ts');
      return toTextEdits(content, formatting(content, toSpan(content, range)));
    }),
  );

  connection.onRequest(
    Neighbour,
    onOpen<NeighbourParams, NonNullable<NeighbourResult>>(Neighbour, async ({ content }, { position, ...sought }) => {
      const { neighbour } = await import('../features/neighbour.ts');
      const found = neighbour(content, offsetAt(content, position), sought);
      return found === undefined ? null : positionAt(content, found);
    }),
  );
  connection.onRequest(
    MoveSection,
    onOpen<MoveSectionParams, NonNullable<MoveSectionResult>>(
      MoveSection,
      async ({ content }, { position, direction }) => {
        const { moveSection } = await import('../features/moveSection.ts');
        const moved = moveSection(content, offsetAt(content, position), direction);
        return moved ? { edits: toTextEdits(content, moved.edits), caret: moved.caret } : null;
      },
    ),
  );

  const toNumbering = (content: Document, numbered: Numbered): NumberingResult =>
    numbered.ok
      ? { edits: toTextEdits(content, numbered.edits) }
      : { edits: [], refused: services.context().say(numbered.why) };
  connection.onRequest(
    NumberParagraphs,
    onOpen<NumberParagraphsParams, NumberingResult>(NumberParagraphs, async ({ content }, { range, mark }) => {
      const { numberParagraphs } = await import('../features/numerals.ts');
      return toNumbering(content, numberParagraphs(content, toSpan(content, range), mark));
    }),
  );
  connection.onRequest(
    ChangeNumerals,
    onOpen<ChangeNumeralsParams, NumberingResult>(ChangeNumerals, async ({ content }, { position, mark }) => {
      const { changeNumerals } = await import('../features/numerals.ts');
      return toNumbering(content, changeNumerals(content, offsetAt(content, position), mark));
    }),
  );

  connection.onCompletion(
    onOpen('textDocument/completion', async (open, { position, context: trigger }) => {
      const { toCompletionList } = await import('./completion.ts');
      const tools = { context: services.context(), snippets: services.snippetSupport() };
      return toCompletionList(tools, open, offsetAt(open.content, position), trigger);
    }),
  );
  connection.onCompletionResolve(
    services.answering('completionItem/resolve', async (item: CompletionItem) => {
      const { resolveCompletion } = await import('./completion.ts');
      return resolveCompletion(services.context(), item);
    }),
  );
  connection.languages.inlineCompletion.on(
    onOpen('textDocument/inlineCompletion', async (open, { position }) => {
      const { toInlineCompletion } = await import('./completion.ts');
      return toInlineCompletion(services.context(), open, position);
    }),
  );
}

function toTextEdits(content: Document, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(content, span), newText }));
}
