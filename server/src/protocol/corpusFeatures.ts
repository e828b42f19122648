import type { CodeLens, Connection, LocationLink } from 'vscode-languageserver';
import type { Location } from '../features/context.ts';
import type { Definition } from '../features/definition.ts';
import { offsetAt, positionAt } from '../statement/document.ts';
import { message } from '../text/messages.ts';
import { normalUri, toRange } from './convert.ts';
import type { OnOpen } from './editingFeatures.ts';
import type { LanguageServices } from './languageFeatures.ts';
import { SHOW_PLACES, type ShowPlacesArguments, type TopicHover } from './protocol.ts';
import type { OpenDocument } from './textDocument.ts';

/** Registers what looks into the other files of the corpus. It is loaded when it is first asked for. */
export function registerCorpusFeatures(connection: Connection, services: LanguageServices, onOpen: OnOpen): void {
  const { answering, context, topicContext } = services;

  const toLocations = (found: readonly Location[]) =>
    found.flatMap(({ uri, span }) => {
      const content = services.content(uri);
      return content ? [{ uri: services.clientUri(uri), range: toRange(content, span) }] : [];
    });

  const toDefinition = ({ uri: own, content: document }: OpenDocument, found: readonly Definition[]) => {
    if (found.length === 0) return null;
    if (!services.linkSupport()) return toLocations(found.map(({ uri, target }) => ({ uri, span: target })));
    return found.flatMap(({ uri, origin, around, target }): LocationLink[] => {
      const content = uri === normalUri(own) ? document : services.content(uri);
      if (!content) return [];
      const [targetRange, targetSelectionRange] = [toRange(content, around), toRange(content, target)];
      const originSelectionRange = toRange(document, origin);
      return [{ targetUri: services.clientUri(uri), targetRange, targetSelectionRange, originSelectionRange }];
    });
  };

  connection.onDefinition(
    onOpen('textDocument/definition', async (open, { position }) => {
      const { uri, content } = open;
      const { definition } = await import('../features/definition.ts');
      return toDefinition(open, definition(await topicContext(), normalUri(uri), content, offsetAt(content, position)));
    }),
  );

  connection.onHover(
    onOpen('textDocument/hover', async ({ uri, content }, { position }) => {
      const { hover } = await import('../features/hover.ts');
      const found = hover(await topicContext(), normalUri(uri), content, offsetAt(content, position));
      if (!found) return null;
      const { markdown, span, statements } = found;
      const told: TopicHover = { contents: { kind: 'markdown', value: markdown }, range: toRange(content, span) };
      return statements === undefined ? told : { ...told, statements };
    }),
  );

  connection.onReferences(
    onOpen('textDocument/references', async ({ uri, content }, { position, context: { includeDeclaration } }) => {
      const { references } = await import('../features/references.ts');
      return toLocations(
        references(await topicContext(), {
          uri: normalUri(uri),
          document: content,
          offset: offsetAt(content, position),
          includeOwn: includeDeclaration,
        }),
      );
    }),
  );

  connection.onDocumentLinks(
    onOpen('textDocument/documentLink', async ({ content }) => {
      const { documentLinks } = await import('../features/documentLink.ts');
      const { say } = context();
      return documentLinks(context(), content).flatMap(({ span, statement: { uri, target: at, statement } }) => {
        const other = services.content(uri);
        if (!other) return [];
        const { line, character } = positionAt(other, at);
        const { title, date } = statement;
        const tooltip = say(date ? message('link.statement', { title, date }) : message('link.undated', { title }));
        const target = `${services.clientUri(uri)}#L${line + 1},${character + 1}`;
        return [{ range: toRange(content, span), target, tooltip }];
      });
    }),
  );

  connection.onCodeLens(
    onOpen('textDocument/codeLens', async ({ uri, content }) => {
      if (!services.codeLens()) return null;
      const { codeLenses } = await import('../features/codeLens.ts');
      return codeLenses(content).map((span) => {
        const range = toRange(content, span);
        const place: ShowPlacesArguments = [uri, range.start.line, range.start.character];
        return { range, data: place };
      });
    }),
  );
  connection.onCodeLensResolve(
    answering('codeLens/resolve', async ({ range, data }: CodeLens) => {
      const { codeLensTitle } = await import('../features/codeLens.ts');
      const [uri, line, character] = data as ShowPlacesArguments;
      const content = services.content(normalUri(uri));
      const told = content
        ? codeLensTitle(await topicContext(), normalUri(uri), offsetAt(content, { line, character }))
        : message('lens.none');
      return {
        range,
        command: { title: context().say(told), command: SHOW_PLACES, arguments: [uri, line, character] },
      };
    }),
  );

  connection.onWorkspaceSymbol(
    answering('workspace/symbol', async ({ query }: { readonly query: string }) => {
      const { workspaceSymbols } = await import('../features/workspaceSymbols.ts');
      const { toWorkspaceSymbol } = await import('./symbols.ts');
      return workspaceSymbols(context(), query).flatMap((symbol) => {
        const content = services.content(symbol.uri);
        return content ? [toWorkspaceSymbol(content, { ...symbol, uri: services.clientUri(symbol.uri) })] : [];
      });
    }),
  );
}
