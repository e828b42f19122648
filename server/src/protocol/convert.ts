import type { DiagnosticSeverity, Range } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Severity } from '../rules/rule.ts';
import { type Document, offsetAt, positionAt } from '../statement/document.ts';
import type { Span } from '../text/span.ts';

export function toRange(document: Document, { start, end }: Span): Range {
  return { start: positionAt(document, start), end: positionAt(document, end) };
}

/** A range as offsets; one that is turned round is turned back. */
export function toSpan(document: Document, range: Range): Span {
  const start = offsetAt(document, range.start);
  const end = offsetAt(document, range.end);
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

const SEVERITIES: Record<Severity, DiagnosticSeverity> = { error: 1, warning: 2, info: 3, hint: 4 };

export function toSeverity(severity: Severity): DiagnosticSeverity {
  return SEVERITIES[severity];
}

/** The form in which the corpus names files, whatever way of escaping the client has. */
export function normalUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** The path of a file as plain text, parted by slashes. */
export function plainPath(uri: string): string {
  return URI.parse(uri).path;
}

/** Whether a file lies in a folder; both in normal form. */
export function isInside(folder: string, uri: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** Whether a file is one of \`places\`, or lies in one; all in normal form. */
export function isWithin(places: readonly string[], uri: string): boolean {
  return places.some((place) => uri === place || isInside(place, uri));
}

/** The folder that a file or a folder lies in. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
