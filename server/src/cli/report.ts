import type { FileProblem as FoundProblem } from '../features/diagnostics.ts';
import type { Severity } from '../rules/rule.ts';
import { type Document, documentText, offsetAt, positionAt } from '../statement/document.ts';
import type { Encoding } from '../text/decode.ts';
import type { Edit } from '../text/edits.ts';
import type { LinePosition } from '../text/lines.ts';
import type { Message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';

/** What there is to say about a file. Plain data, so that it travels between threads and into the cache. */
export interface FileReport {
  /** As the user knows it. */
  readonly file: string;
  /** `null` where the bytes are in no encoding that is known. */
  readonly encoding: Encoding | null;
  readonly problems: readonly FileProblem[];
}

interface Range {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** A stretch of a file in both ways of counting. */
export interface Place {
  readonly span: Span;
  readonly range: Range;
}

export interface FileProblem extends Place {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly excerpt: Excerpt;
  /** The first choice of its fixes. */
  readonly fix?: FileFix;
  readonly related: readonly RelatedPlace[];
}

export interface RelatedPlace extends Place {
  /** As the user knows it, where it is another file. */
  readonly file?: string;
  readonly message: Message;
}

export interface FileFix {
  readonly title: Message;
  readonly safe: boolean;
  readonly edits: readonly (Place & { readonly newText: string })[];
}

/** The part of a line around a problem; `mark` counts in `text`. */
export interface Excerpt {
  readonly text: string;
  readonly mark: Span;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** `elsewhere` knows the places of other files, of which there is no document here. */
export function fileProblem(
  document: Document,
  problem: FoundProblem,
  elsewhere: (related: object) => RelatedPlace | undefined,
): FileProblem {
  const place = (span: Span) => placeOf(document, span);
  const placedEdit = ({ span, newText }: Edit) => ({ ...place(span), newText });
  const fix = problem.fixes?.[0];
  return {
    code: problem.code,
    severity: problem.severity,
    message: problem.message,
    ...place(problem.span),
    excerpt: excerptOf(document, problem.span),
    ...(fix && { fix: { title: fix.title, safe: fix.safe, edits: fix.edits.map(placedEdit) } }),
    related: (problem.related ?? []).map(
      (other) => elsewhere(other) ?? { ...place(other.span), message: other.message },
    ),
  };
}

function placeOf(document: Document, span: Span): Place {
  return { span, range: { start: positionAt(document, span.start), end: positionAt(document, span.end) } };
}

const SHOWN_BEFORE = 24;
const SHOWN_BEHIND = 36;

function excerptOf(document: Document, span: Span): Excerpt {
  const { line } = positionAt(document, span.start);
  const lineStart = offsetAt(document, { line, character: 0 });
  const lineEnd = offsetAt(document, { line, character: Number.MAX_SAFE_INTEGER });
  let from = Math.max(lineStart, span.start - SHOWN_BEFORE);
  let to = Math.min(lineEnd, Math.max(span.start + SHOWN_BEHIND, Math.min(span.end, span.start + 2 * SHOWN_BEHIND)));
  // Neither end may stand inside a surrogate pair.
  if (from > lineStart && isTrailing(documentText(document, { start: from, end: from + 1 }))) from--;
  if (to < lineEnd && isTrailing(documentText(document, { start: to, end: to + 1 }))) to++;
  const text = documentText(document, { start: from, end: to });
  const mark = { start: span.start - from, end: Math.min(span.end, to) - from };
  return { text, mark, cutBefore: from > lineStart, cutAfter: to < lineEnd };
}

function isTrailing(unit: string): boolean {
  return /^[\uDC00-\uDFFF]/.test(unit);
}
