import {
  type CancellationToken,
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Range,
} from 'vscode-languageserver';
import { fixableKinds, problemsAt, quickFixes } from '../features/codeActions.ts';
import type { FileProblem } from '../features/diagnostics.ts';
import { safeFix } from '../features/fixAll.ts';
import { placesToIgnore } from '../features/ignore.ts';
import { unknownTags } from '../features/unknownTags.ts';
import { tagText } from '../rules/tags.ts';
import { recordAt, recordsOf } from '../statement/document.ts';
import { message } from '../text/messages.ts';
import { throwIfCancelled } from './answering.ts';
import { FIX_ALL } from './capabilities.ts';
import { type ActionData, type LazyEditTools, lazyEdit, readActionData } from './codeActionEdits.ts';
import { folderOf, plainPath, toRange, toSpan } from './convert.ts';
import { type DiagnosticContext, toDiagnostic } from './diagnostics.ts';
import type { OpenDocument } from './textDocument.ts';
import { fileEdit } from './workspaceEdits.ts';

export interface CodeActionTools extends LazyEditTools {
  /** Whether the client asks for an action's edit when it is chosen. */
  readonly lazy: boolean;
  /** The client's own command for a conversion, if it has one. */
  readonly toRecordCommand: string | undefined;
  /** Whether problems are shown, so that something can be said on them. */
  readonly shown: boolean;
  /** Whether the corpus has other files than this one. */
  hasOthers(uri: string): boolean;
  diagnosticContext(open: OpenDocument): DiagnosticContext;
}

export async function toCodeActions(
  tools: CodeActionTools,
  open: OpenDocument,
  { range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const wanted = (kind: string) => !context.only || context.only.some((only) => isKindOf(kind, only));
  await tools.prepared(open.uri);
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix) && tools.shown)
    actions.push(...quickFixActions(tools, open, toSpan(open.content, range)));
  if (wanted(FIX_ALL)) actions.push(...fixAllActions(tools, open));
  // Where its edit is asked for along with the action, converting is for those who ask for such actions only.
  const isAsked = tools.lazy || tools.toRecordCommand !== undefined || context.only !== undefined;
  if (isAsked && wanted(CodeActionKind.RefactorRewrite))
    actions.push(...conversionActions(tools, open, range, context));
  if (tools.lazy) return actions;
  const resolved: CodeAction[] = [];
  for (const action of actions) resolved.push(await resolveCodeAction(tools, action, token));
  return resolved.filter(({ edit, command }) => edit ?? command);
}

/** Adds the edit to an action that was offered without. */
export async function resolveCodeAction(
  tools: CodeActionTools,
  action: CodeAction,
  token: CancellationToken,
): Promise<CodeAction> {
  const data = readActionData(action.data);
  if (action.edit || !data) return action;
  const edit = await lazyEdit(tools, data, token);
  throwIfCancelled(token);
  const { data: _, ...resolved } = action;
  return edit ? { ...resolved, edit } : resolved;
}

function quickFixActions(
  tools: CodeActionTools,
  open: OpenDocument,
  range: { start: number; end: number },
): CodeAction[] {
  const { say } = tools;
  const { check } = tools.checks(open.uri);
  const problems = problemsAt(open.content, range, check);
  const context = tools.diagnosticContext(open);
  const about = (of: readonly FileProblem[]) => of.map((problem) => toDiagnostic(problem, context));
  const fixes = quickFixes(problems).map((fix) => ({
    title: say(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: about([fix.problem]),
    ...(fix.preferred && { isPreferred: true }),
    edit: fileEdit(tools.edits, open, fix.edits),
  }));
  const kinds = [...fixableKinds(open.content, problems, check)].flatMap(([code, count]) => {
    const diagnostics = about(problems.filter((problem) => problem.code === code));
    const inFile = lazy(say(message('action.fixKind', { code, count })), { action: 'fixKind', uri: open.uri, code });
    const everywhere = lazy(say(message('action.fixKindEverywhere', { code })), { action: 'fixKindEverywhere', code });
    const offered = [...(count > 1 ? [inFile] : []), ...(tools.hasOthers(open.uri) ? [everywhere] : [])];
    return offered.map((action) => ({ ...action, diagnostics }));
  });
  return [
    ...fixes,
    ...kinds,
    ...vocabularyActions(tools, open, problems, about),
    ...silencingActions(tools, open, problems, about),
  ];
}

type About = (problems: readonly FileProblem[]) => CodeAction['diagnostics'] & object;

/** A tag that is not known may be one that this archive has. */
function vocabularyActions(
  tools: CodeActionTools,
  open: OpenDocument,
  problems: readonly FileProblem[],
  about: About,
): CodeAction[] {
  if (tools.configurationFor(open.uri) === undefined) return [];
  return unknownTags(open.content, problems).map(({ code, name, problems: concerned }) => {
    const title = tools.say(message('action.addTag', { tag: tagText('open', code, name) }));
    return { ...lazy(title, { action: 'addTag', uri: open.uri, code, name }), diagnostics: about(concerned) };
  });
}

/** Ways to hear no more of problems; none of them writes into the text. */
function silencingActions(
  tools: CodeActionTools,
  open: OpenDocument,
  problems: readonly FileProblem[],
  about: About,
): CodeAction[] {
  const { say } = tools;
  const home = tools.configurationFor(open.uri);
  if (home === undefined) return [];
  const folder = plainPath(folderOf(home)).split('/').at(-1) ?? '';
  const file = plainPath(open.uri).slice(plainPath(folderOf(home)).length + 1);
  const places = placesToIgnore(open.content, problems, tools.checks(open.uri).all);
  const ignoring = places.map((place, index) => ({
    ...lazy(say(message('action.ignore', { code: place.code })), {
      action: 'ignore',
      uri: open.uri,
      place: { ...place, file },
    }),
    diagnostics: about(problems.slice(index, index + 1)),
  }));
  const switching = [...new Set(problems.map(({ code }) => code))].map((code) => ({
    ...lazy(say(message('action.switchOff', { code, folder })), { action: 'switchOff', uri: open.uri, code }),
    diagnostics: about(problems.filter((problem) => problem.code === code)),
  }));
  return [...ignoring, ...switching];
}

function fixAllActions(tools: CodeActionTools, open: OpenDocument): CodeAction[] {
  if (!tools.checks(open.uri).check(open.content).some(safeFix)) return [];
  const title = tools.say(message('action.fixAll'));
  return [{ ...lazy(title, { action: 'fixAll', uri: open.uri }), kind: FIX_ALL }];
}

/** Of a text without tags: wherever the user asks what can be done, and of itself only on the first line. */
function conversionActions(
  tools: CodeActionTools,
  { uri, content }: OpenDocument,
  range: Range,
  { triggerKind }: CodeActionContext,
): CodeAction[] {
  const isUntagged = recordsOf(content).every(({ markup }) => markup.tags.length === 0);
  const [first] = recordAt(content, 0).record.root.children;
  const isAtTop = !first || range.start.line <= toRange(content, first.span).start.line;
  if (!isUntagged || (triggerKind === CodeActionTriggerKind.Automatic && !isAtTop)) return [];
  const title = tools.say(message('toRecord.title'));
  const kind = CodeActionKind.RefactorRewrite;
  if (tools.toRecordCommand === undefined) return [{ ...lazy(title, { action: 'toRecord', uri }), kind }];
  return [{ title, kind, command: { title, command: tools.toRecordCommand, arguments: [uri] } }];
}

function lazy(title: string, data: ActionData): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, data };
}

/** `source.fixAll.rmrb` is a kind of `source.fixAll` and of `source`. */
function isKindOf(kind: string, wider: string): boolean {
  return wider === '' || kind === wider || kind.startsWith(`${wider}.`);
}
