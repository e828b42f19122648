import { type Document, recordAt } from '../statement/document.ts';
import { tagText } from '../rules/tags.ts';
import { lineBreakOf } from '../rules/lines.ts';

/** What belongs around the caret once the tag before it is complete; the caret stays between the two. */
export interface AutoInsertion {
  readonly before: string;
  readonly after: string;
}

/**
 * The closing tag that an opening one wants whose last bracket stands right before `offset`. `undefined` where there is one already, for
 * tags that need none, and in front of text, which nobody can tell to be inside or outside.
 */
export function autoInsert(document: Document, offset: number): AutoInsertion | undefined {
  const { record, start } = recordAt(document, offset - 1);
  const at = offset - start;
  const { tags, partner } = record.markup;
  const index = tags.findIndex((tag) => tag.end === at);
  const tag = tags[index];
  if (!tag || tag.role === 'close' || partner[index] !== -1 || tag.defects.length > 0) return undefined;
  const definition = document.vocabulary.byCode.get(tag.code);
  if (!definition || definition.name !== tag.name) return undefined;
  if (definition.use === 'alone' || definition.use === 'inline-or-alone') return undefined;
  if (!/^[^\S\r\n]*(?:[\r\n]|$)/.test(record.text.slice(at, at + LONGEST_BLANK))) return undefined;
  const closing = tagText('close', tag.code, tag.name);
  if (definition.use !== 'body') return { before: '', after: closing };
  const lineBreak = lineBreakOf(record);
  return { before: lineBreak, after: lineBreak + closing };
}

/** White space between the caret and the end of its line that is looked through. */
const LONGEST_BLANK = 80;
