import { type Span, spanOf } from '../text/span.ts';
import type { TagDefinition } from './vocabulary.ts';

/** Why a tag is readable but not well-formed; `cut-off`: its closing bracket is missing. */
export type TagDefect = 'bracket' | 'separator' | 'cut-off' | 'closing-mark' | 'letter-case' | 'width' | 'space';

/** One 〖CC/名〗 or 〖-CC/名〗. Its span includes the brackets. */
export interface Tag extends Span {
  readonly role: 'open' | 'close';
  /** Two capital ASCII letters: what is printed, with case and width undone. */
  readonly code: string;
  /** As printed, without the space around it and in a known one; empty only where the tag is cut off before it. */
  readonly name: string;
  readonly codeStart: number;
  readonly nameStart: number;
  readonly defects: readonly TagDefect[];
}

export function codeSpan({ codeStart }: Tag): Span {
  return spanOf(codeStart, codeStart + 2);
}

export function nameSpan({ nameStart, name }: Tag): Span {
  return spanOf(nameStart, nameStart + name.length);
}

/** How the tags of a record fail to pair. Numbers are indexes into the record's tags. */
export type PairFault =
  | { readonly kind: 'unclosed'; readonly tag: number /** Where the closing tag belongs. */; readonly at: number }
  | { readonly kind: 'unopened'; readonly tag: number /** Where the opening tag belongs. */; readonly at: number }
  | { readonly kind: 'mismatched'; readonly open: number; readonly close: number }
  | { readonly kind: 'misnested'; readonly outer: number; readonly inner: number };

/** A field (著录项) of a record: at least one of its two tags is there. */
export interface Field extends Span {
  readonly code: string;
  readonly definition: TagDefinition | undefined;
  /** Index of the tag in the record's tags, or -1. */
  readonly open: number;
  readonly close: number;
  /** What stands between the tags, untrimmed. */
  readonly value: Span;
}

/** The markup of one record. All offsets count from the start of the record's text. */
export interface RecordMarkup {
  /** Whether every tag is written as the vocabulary has it, and each is closed before the one around it. */
  readonly isPlain: boolean;
  readonly tagCount: number;
  readonly tags: readonly Tag[];
  /** `partner[i]` is the index of the tag that `tags[i]` pairs with, or -1. */
  readonly partner: readonly number[];
  readonly faults: readonly PairFault[];
  readonly fields: readonly Field[];
  /** Runs of text outside every field, trimmed; empty where the record has no tag at all. */
  readonly stray: readonly Span[];
  /** Where the statement stands: the value of 正文, or all of a record without tags; `null` where there is none. */
  readonly body: Span | null;
}
