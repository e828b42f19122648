import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver';
import { fixAll, quickFixes } from '../features/codeActions.ts';
import type { Check } from '../features/diagnostics.ts';
import type { Edit } from '../text/edits.ts';
import { message, type Say } from '../text/messages.ts';
import { toRange, toSpan } from './convert.ts';
import { SOURCE, toDiagnostic } from './diagnostics.ts';
import type { OpenDocument } from './textDocument.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`;

export interface CodeActionTools {
  readonly check: Check;
  readonly say: Say;
  /** Whether the client takes edits for one version of a file. */
  readonly versioned: boolean;
}

export function toCodeActions(
  tools: CodeActionTools,
  open: OpenDocument,
  { range, context }: CodeActionParams,
): CodeAction[] {
  const wanted = (kind: string) => !context.only || context.only.some((only) => isKindOf(kind, only));
  return [
    ...(wanted(CodeActionKind.QuickFix) ? quickFixActions(tools, open, toSpan(open.content, range)) : []),
    ...(wanted(FIX_ALL) ? fixAllActions(tools, open) : []),
  ];
}

function quickFixActions(
  tools: CodeActionTools,
  open: OpenDocument,
  range: { start: number; end: number },
): CodeAction[] {
  const { check, say } = tools;
  return quickFixes(open.content, range, check).map((fix) => ({
    title: say(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(open.uri, open.content, fix.problem, say)],
    ...(fix.preferred && { isPreferred: true }),
    edit: toWorkspaceEdit(tools, open, fix.edits),
  }));
}

function fixAllActions(tools: CodeActionTools, open: OpenDocument): CodeAction[] {
  const edits = fixAll(open.content, tools.check);
  if (edits.length === 0) return [];
  return [{ title: tools.say(message('action.fixAll')), kind: FIX_ALL, edit: toWorkspaceEdit(tools, open, edits) }];
}

function toWorkspaceEdit(
  { versioned }: CodeActionTools,
  { uri, version, content }: OpenDocument,
  edits: readonly Edit[],
): WorkspaceEdit {
  const changes = edits.map(({ span, newText }) => ({ range: toRange(content, span), newText }));
  if (!versioned) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}

/** `source.fixAll.rmrb` is a kind of `source.fixAll` and of `source`. */
function isKindOf(kind: string, wider: string): boolean {
  return wider === '' || kind === wider || kind.startsWith(`${wider}.`);
}
