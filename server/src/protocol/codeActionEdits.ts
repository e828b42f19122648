import type { CancellationToken, ChangeAnnotation, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { IgnoredPlace } from '../corpus/configuration.ts';
import { addIgnored, addTag, switchOff } from '../corpus/configurationEdits.ts';
import type { FileChecks } from '../features/diagnostics.ts';
import { type ChooseFix, firstFixOf, fixAllEdits, safeFix } from '../features/fixAll.ts';
import type { Edit } from '../text/edits.ts';
import { message, type Say } from '../text/messages.ts';
import { throwIfCancelled } from './answering.ts';
import { plainPath } from './convert.ts';
import type { OpenDocument } from './textDocument.ts';
import type { ConversionTools } from './toRecord.ts';
import { breather } from './turns.ts';
import {
  type ClientEdits,
  type EditedFile,
  fileEdit,
  type OwnFile,
  ownFileEdit,
  textDocumentEdit,
} from './workspaceEdits.ts';

/** What an action says of itself, so that its edit can be made when it is chosen. It travels through the client. */
export type ActionData =
  | { readonly action: 'fixAll'; readonly uri: string }
  | { readonly action: 'fixKind'; readonly uri: string; readonly code: string }
  | { readonly action: 'fixKindEverywhere'; readonly code: string }
  | { readonly action: 'ignore'; readonly uri: string; readonly place: IgnoredPlace }
  | { readonly action: 'addTag'; readonly uri: string; readonly code: string; readonly name: string }
  | { readonly action: 'toRecord'; readonly uri: string }
  | { readonly action: 'switchOff'; readonly uri: string; readonly code: string };

export interface LazyEditTools {
  readonly say: Say;
  readonly edits: ClientEdits;
  readonly conversion: ConversionTools;
  open(uri: string): OpenDocument | undefined;
  checks(uri: string): FileChecks;
  /** Settles when it is known what holds for a file. */
  prepared(uri: string): Promise<void>;
  /** The configuration that what is said about a file belongs into, if it has one. */
  configurationFor(uri: string): string | undefined;
  /** `undefined` where it cannot be read. */
  configurationText(uri: string): Promise<OwnFile | undefined>;
  /** All files of the corpus; `isLegacy`: the editor does not know the encoding of one that is not open. */
  corpus(): Iterable<EditedFile & { readonly isLegacy: boolean }>;
  /** Tells the user something that an edit cannot say. */
  tell(text: string): void;
}

export function readActionData(data: unknown): ActionData | undefined {
  return typeof data === 'object' && data !== null && 'action' in data ? (data as ActionData) : undefined;
}

/** The edit of an action; `undefined` where there is nothing to edit any more. */
export async function lazyEdit(
  tools: LazyEditTools,
  data: ActionData,
  token: CancellationToken,
): Promise<WorkspaceEdit | undefined> {
  switch (data.action) {
    case 'fixAll':
      return fixFile(tools, data.uri, safeFix);
    case 'fixKind':
      return fixFile(tools, data.uri, firstFixOf(data.code));
    case 'fixKindEverywhere':
      return fixEverywhere(tools, data.code, token);
    case 'ignore':
      return configure(tools, data.uri, (text) => addIgnored(text, data.place));
    case 'addTag':
      return configure(tools, data.uri, (text) => addTag(text, data.code, data.name));
    case 'toRecord':
      return asRecord(tools, data.uri);
    case 'switchOff':
      return configure(tools, data.uri, (text) => switchOff(text, data.code));
  }
}

async function fixFile(tools: LazyEditTools, uri: string, choose: ChooseFix): Promise<WorkspaceEdit | undefined> {
  await tools.prepared(uri);
  const open = tools.open(uri);
  const edits = open ? fixAllEdits(open.content, tools.checks(uri), choose) : [];
  return open && edits.length > 0 ? fileEdit(tools.edits, open, edits) : undefined;
}

async function asRecord(tools: LazyEditTools, uri: string): Promise<WorkspaceEdit | undefined> {
  await tools.prepared(uri);
  const open = tools.open(uri);
  if (!open) return undefined;
  const { convertToRecord } = await import('./toRecord.ts');
  const { documentChanges, changeAnnotations } = convertToRecord(tools.conversion, open, {});
  const edits = documentChanges.flatMap((change) => change.edits);
  if (edits.length === 0) return undefined;
  if (tools.edits.annotated) {
    return { documentChanges: [{ textDocument: { uri: open.uri, version: open.version }, edits }], changeAnnotations };
  }
  const plain = edits.map(({ range, newText }) => ({ range, newText }));
  if (!tools.edits.versioned) return { changes: { [open.uri]: plain } };
  return { documentChanges: [{ textDocument: { uri: open.uri, version: open.version }, edits: plain }] };
}

/** Each file has an annotation of its own, so that the user can look through the edits and leave files out. */
async function fixEverywhere(
  tools: LazyEditTools,
  code: string,
  token: CancellationToken,
): Promise<WorkspaceEdit | undefined> {
  const { say } = tools;
  const documentChanges: TextDocumentEdit[] = [];
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const breathe = breather();
  let leftOut = 0;
  for (const file of tools.corpus()) {
    await breathe();
    throwIfCancelled(token);
    await tools.prepared(file.uri);
    const edits = fixAllEdits(file.content, tools.checks(file.uri), firstFixOf(code));
    if (edits.length === 0) continue;
    if (file.isLegacy) {
      leftOut++;
      continue;
    }
    const name = plainPath(file.uri).split('/').at(-1) ?? file.uri;
    const id = `${code} ${file.uri}`;
    changeAnnotations[id] = {
      label: say(message('action.fixKindEverywhere.label', { code, file: name })),
      description: say(message('action.fixKindEverywhere.description', { count: edits.length })),
      needsConfirmation: true,
    };
    documentChanges.push(textDocumentEdit(file, edits, id));
  }
  if (leftOut > 0) tools.tell(say(message('action.fixKindEverywhere.encodings', { count: leftOut })));
  return documentChanges.length > 0 ? { documentChanges, changeAnnotations } : undefined;
}

async function configure(
  tools: LazyEditTools,
  uri: string,
  edit: (text: string) => Edit[] | undefined,
): Promise<WorkspaceEdit | undefined> {
  await tools.prepared(uri);
  const home = tools.configurationFor(uri);
  const configuration = home === undefined ? undefined : await tools.configurationText(home);
  const edits = configuration && edit(configuration.text ?? '');
  if (!edits) return undefined;
  return ownFileEdit(tools.edits, configuration, edits);
}
