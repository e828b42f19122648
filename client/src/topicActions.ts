import {
  commands,
  type Disposable,
  Hover as EditorHover,
  l10n,
  type Location,
  MarkdownString,
  Position,
  Selection,
  type TextDocument,
  Uri,
  window,
} from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { SHOW_PLACES, type ShowPlacesArguments, type TopicHover } from '../../server/src/protocol/protocol.ts';
import type { Server } from './server.ts';

const COMPARE = 'rmrb.compareAt';

/** What can be done with the topic at a place, from a hover or a code lens. */
export function registerTopicActions(): readonly Disposable[] {
  return [
    commands.registerCommand(SHOW_PLACES, (...place: ShowPlacesArguments) => showPlaces(placeIn(place))),
    commands.registerCommand(COMPARE, (...place: ShowPlacesArguments) => compare(placeIn(place))),
  ];
}

interface EditorPlace {
  readonly uri: Uri;
  readonly position: Position;
}

function placeIn([uri, line, character]: ShowPlacesArguments): EditorPlace {
  return { uri: Uri.parse(uri, true), position: new Position(line, character) };
}

async function showPlaces({ uri, position }: EditorPlace): Promise<void> {
  const places = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', uri, position);
  await commands.executeCommand('editor.action.showReferences', uri, position, places);
}

/** What is compared is what stands at the caret. */
async function compare({ uri, position }: EditorPlace): Promise<void> {
  const editor = await window.showTextDocument(uri);
  editor.selection = new Selection(position, position);
  await commands.executeCommand('rmrb.compareTopic');
}

/**
 * Adds what can be done to a hover that tells of a topic. The words of the texts stay in Markdown that is not trusted; the
 * actions stand in a part of their own, in which there is nothing but our words and a place, and which may run these two
 * commands alone.
 */
export function offerActions(server: () => Server): NonNullable<Middleware['provideHover']> {
  return async (document, position, token, next) => {
    const client = await server().client();
    if (client === undefined) return next(document, position, token);
    const params = client.code2ProtocolConverter.asTextDocumentPositionParams(document, position);
    try {
      const told = await client.sendRequest<TopicHover | null>('textDocument/hover', params, token);
      const hover = client.protocol2CodeConverter.asHover(told);
      if (token.isCancellationRequested || !hover || !told?.statements) return hover;
      return new EditorHover([...hover.contents, actionsAt(document, position)], hover.range);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  };
}

function actionsAt({ uri }: TextDocument, { line, character }: Position): MarkdownString {
  const place: ShowPlacesArguments = [uri.toString(), line, character];
  const link = (words: string, command: string) =>
    `[${words}](command:${command}?${encodeURIComponent(JSON.stringify(place)).replace(/[()]/g, escapeBracket)})`;
  const actions = new MarkdownString(
    `${link(l10n.t('All places'), SHOW_PLACES)} · ${link(l10n.t('Compare'), COMPARE)}`,
  );
  actions.isTrusted = { enabledCommands: [SHOW_PLACES, COMPARE] };
  return actions;
}

/** A bracket would end the link's target. */
function escapeBracket(bracket: string): string {
  return `%${bracket.charCodeAt(0).toString(16)}`;
}
