import type { IgnoredPlace } from '../corpus/configuration.ts';
import { type Document, documentText, recordAt } from '../statement/document.ts';
import type { Span } from '../text/span.ts';
import type { FileCheck, FileChecks, FileProblem } from './diagnostics.ts';

/** UTF-16 units on each side of a problem that tell it from others of its kind. */
const CONTEXT = 10;
/** Of a long stretch, such as a paragraph, both ends are enough. */
const LONGEST = 60;
const END = 24;

/** A check with and without the problems that a configuration names for this file. */
export function withoutIgnored(all: FileCheck, ignored: readonly IgnoredPlace[]): FileChecks {
  if (ignored.length === 0) return { all, check: all };
  const codes = new Set(ignored.map(({ code }) => code));
  const known = new Set(ignored.map(keyOf));
  // All of the file even where a part is asked for: only so is it known which of several a problem is.
  const check: FileCheck = (document) => {
    const name = namer(document);
    return all(document).filter((problem) => !codes.has(problem.code) || !known.has(keyOf(name(problem))));
  };
  return { all, check };
}

/** The problems that are passed over. */
export function ignoredProblems(document: Document, { all, check }: FileChecks): FileProblem[] {
  if (all === check) return [];
  const told = new Set(check(document).map(identityOf));
  return all(document).filter((problem) => !told.has(identityOf(problem)));
}

/** What a configuration has to say for each of these problems, of all that `check` finds, to be ignored. */
export function placesToIgnore(
  document: Document,
  problems: readonly FileProblem[],
  check: FileCheck,
): Omit<IgnoredPlace, 'file'>[] {
  if (problems.length === 0) return [];
  const codes = new Set(problems.map(({ code }) => code));
  const name = namer(document);
  const places = new Map(
    check(document)
      .filter(({ code }) => codes.has(code))
      .map((problem) => [identityOf(problem), name(problem)]),
  );
  return problems.flatMap((problem) => places.get(identityOf(problem)) ?? []);
}

/** Names problems one after the other, in the order in which the check finds them, by what they cover. */
function namer(document: Document): (problem: FileProblem) => Omit<IgnoredPlace, 'file'> {
  const counts = new Map<string, number>();
  return ({ code, span }) => {
    const text = surroundings(document, span);
    const key = JSON.stringify([code, text]);
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    return { code, text, nth };
  };
}

/** What a problem covers, within its record, with a little on both sides; line breaks of every kind as one. */
function surroundings(document: Document, span: Span): string {
  const { record, start: base } = recordAt(document, span.start);
  const { text } = record;
  let from = Math.max(0, span.start - base - CONTEXT);
  let to = Math.min(text.length, span.end - base + CONTEXT);
  if (isTrailing(text, from)) from--;
  if (isTrailing(text, to)) to++;
  const whole = documentText(document, { start: base + from, end: base + to }).replace(/\r\n?/g, '\n');
  if (whole.length <= LONGEST) return whole;
  const head = isTrailing(whole, END) ? END + 1 : END;
  const tail = isTrailing(whole, whole.length - END) ? END + 1 : END;
  return `${whole.slice(0, head)}…${whole.slice(-tail)}`;
}

/** Whether a cut at `offset` would part a surrogate pair. */
function isTrailing(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return offset > 0 && unit >= 0xdc00 && unit <= 0xdfff;
}

function keyOf({ code, text, nth }: Omit<IgnoredPlace, 'file'>): string {
  return JSON.stringify([code, text, nth]);
}

function identityOf({ code, span, message }: FileProblem): string {
  return JSON.stringify([code, span.start, span.end, message]);
}
