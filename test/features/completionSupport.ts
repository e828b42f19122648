import { completion } from '../../server/src/features/completion.ts';
import type { CompletionItem } from '../../server/src/features/completion/item.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { marked } from '../support/marks.ts';
import { contextOf, documentOf } from './support.ts';

export interface Setting {
  /** Other files of the workspace by their URIs. */
  readonly files?: Readonly<Record<string, string>>;
  readonly uri?: string;
  readonly isTriggered?: boolean;
}

/** What is offered at the caret of a fixture. */
export function itemsAt(
  fixture: string,
  { files = {}, uri = 'a', isTriggered }: Setting = {},
): readonly CompletionItem[] {
  const { text, cursor: offset } = marked(fixture);
  const context = contextOf({ ...files, [uri]: text });
  const document = context.corpus.get(uri)?.document ?? documentOf(text);
  return completion(context, { uri, document, offset, ...(isTriggered !== undefined && { isTriggered }) });
}

export function labelsAt(fixture: string, setting?: Setting): string[] {
  return itemsAt(fixture, setting).map(({ label }) => label);
}

/** What the text becomes when an item is taken: the one of that label, or the first. ‸ is the caret, ⟦ ⟧ what is selected. */
export function takenAt(fixture: string, label?: string, setting?: Setting): string {
  const item = itemsAt(fixture, setting).find((one) => label === undefined || one.label === label);
  if (!item) throw new Error(`${label ?? 'nothing'} is not offered`);
  const { span, insertion, more } = item;
  const [value] = insertion.values ?? [];
  const middle = value === undefined ? '‸' : `⟦${value}⟧`;
  const newText = insertion.before + middle + insertion.after;
  return applyEdits(marked(fixture).text, [{ span, newText }, ...(more ? [more] : [])]);
}
