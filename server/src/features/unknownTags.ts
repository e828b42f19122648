import { isTagName } from '../markup/vocabulary.ts';
import { tagUnknown } from '../rules/tagUnknown.ts';
import { type Document, recordAt } from '../statement/document.ts';
import type { FileProblem } from './diagnostics.ts';

/** A tag that a workspace may add to its vocabulary. */
export interface UnknownTag {
  readonly code: string;
  readonly name: string;
  /** Those that say that it is not known. */
  readonly problems: readonly FileProblem[];
}

/** The tags that these problems say are not known, each once. */
export function unknownTags(document: Document, problems: readonly FileProblem[]): UnknownTag[] {
  const tags = new Map<string, UnknownTag>();
  for (const problem of problems) {
    if (problem.code !== tagUnknown.code) continue;
    const { record, start } = recordAt(document, problem.span.start);
    const tag = record.markup.tags.find((one) => one.start === problem.span.start - start);
    if (!tag || !isTagName(tag.name)) continue;
    const { code, name } = tag;
    const key = `${code}/${name}`;
    tags.set(key, { code, name, problems: [...(tags.get(key)?.problems ?? []), problem] });
  }
  return [...tags.values()];
}
