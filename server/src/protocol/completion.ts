import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  CompletionTriggerKind,
  type CompletionParams,
  type InlineCompletionItem,
  InsertTextFormat,
  MarkupKind,
  type Position,
} from 'vscode-languageserver';
import { completion, inlineCompletion } from '../features/completion.ts';
import type { CompletionKind, CompletionItem as Offered, Insertion } from '../features/completion/item.ts';
import type { FeatureContext } from '../features/context.ts';
import { describeTag } from '../features/hoverMarkup.ts';
import { type Document, offsetAt } from '../statement/document.ts';
import { normalUri, toRange } from './convert.ts';
import type { OpenDocument } from './textDocument.ts';

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  'inline-tag': CompletionItemKind.Keyword,
  'closing-tag': CompletionItemKind.Keyword,
  value: CompletionItemKind.Value,
  numeral: CompletionItemKind.Enum,
  title: CompletionItemKind.Reference,
  term: CompletionItemKind.Constant,
  person: CompletionItemKind.Variable,
};

/** What a resolved item is about. */
interface CompletionData {
  readonly uri: string;
  readonly code: string;
}

export interface CompletionTools {
  readonly context: FeatureContext;
  readonly snippets: boolean;
}

export function toCompletionList(
  { context, snippets }: CompletionTools,
  { uri: clientUri, content }: OpenDocument,
  offset: number,
  trigger: CompletionParams['context'],
): CompletionList | null {
  const uri = normalUri(clientUri);
  const isTriggered = trigger?.triggerKind === CompletionTriggerKind.TriggerCharacter;
  const offered = completion(context, { uri, document: content, offset, isTriggered });
  if (offered.length === 0) return null;
  const digits = String(offered.length).length;
  // What agrees with what is typed next is not always among the items for what has been typed.
  return {
    isIncomplete: true,
    items: offered.map((item, index) => ({
      ...toItem(content, item, snippets),
      sortText: String(index).padStart(digits, '0'),
      ...(item.code && { data: { uri, code: item.code } satisfies CompletionData }),
    })),
  };
}

function toItem(content: Document, item: Offered, snippets: boolean): CompletionItem {
  const { kind, label, detail, filterText, span, insertion, more } = item;
  const newText = snippets ? snippetOf(insertion) : plainTextOf(insertion);
  return {
    label,
    kind: KINDS[kind],
    ...(detail !== undefined && { detail }),
    filterText,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(content, span), newText },
    ...(more && { additionalTextEdits: [{ range: toRange(content, more.span), newText: more.newText }] }),
  };
}

/** Adds what a reader of the list may want to know of the item. */
export function resolveCompletion(context: FeatureContext, item: CompletionItem): CompletionItem {
  const { uri, code } = (item.data ?? {}) as Partial<CompletionData>;
  if (uri === undefined || code === undefined) return item;
  const value = describeTag(context, context.vocabularyOf(uri), code);
  return { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

export function toInlineCompletion(
  context: FeatureContext,
  { uri, content }: OpenDocument,
  position: Position,
): InlineCompletionItem[] | null {
  const offset = offsetAt(content, position);
  const insertText = inlineCompletion(context, { uri: normalUri(uri), document: content, offset });
  return insertText === undefined ? null : [{ insertText, range: { start: position, end: position } }];
}

function plainTextOf({ before, values = [], after }: Insertion): string {
  return before + (values[0] ?? '') + after;
}

function snippetOf({ before, values = [], after, leavable = false }: Insertion): string {
  const [only] = values;
  const middle =
    values.length > 1
      ? `\${1|${values.map((value) => value.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`
      : only !== undefined
        ? `\${1:${escaped(only)}}`
        : leavable
          ? '$1'
          : '$0';
  return escaped(before) + middle + escaped(after) + (middle === '$0' ? '' : '$0');
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
