import { ENCODING_CODE, ENCODING_SEVERITY } from '../corpus/ruleCodes.ts';
import { fileCheck, type FileChecks, type FileProblem as FoundProblem } from '../features/diagnostics.ts';
import { withoutIgnored } from '../features/ignore.ts';
import { extendedVocabulary, NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { checkRecord } from '../rules/check.ts';
import { type Document, documentLength } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import { message } from '../text/messages.ts';
import type { ComparedProblem } from './comparison.ts';
import { encodingArguments } from './failures.ts';
import { slashed } from './paths.ts';
import { type FileProblem, fileProblem, type RelatedPlace } from './report.ts';
import type { Task } from './task.ts';

/** What the checks of a file depend on, beside its text. */
type Circumstances = Pick<Task, 'path' | 'today' | 'severities' | 'ignored' | 'vocabulary'>;

/**
 * Everything that is wrong with a file, by position: in itself, and what comparing it with others has found. Each record
 * is visited while its tree is at hand.
 */
export function checkDocument(
  document: Document,
  circumstances: Circumstances,
  compared: readonly ComparedProblem[],
  visit?: (record: RecordTree) => void,
): FileProblem[] {
  // A file that became shorter since it was compared is told of what can still be shown.
  const present = compared.filter(({ span }) => span.end <= documentLength(document));
  const elsewhere = new Map<object, RelatedPlace>(
    present.flatMap(({ related }) => related.map((place) => [place, place] as const)),
  );
  return checksOf(circumstances, present, visit)
    .check(document)
    .map((problem) => fileProblem(document, problem, (place) => elsewhere.get(place)));
}

export function checksOf(
  { path, today, severities, ignored, vocabulary: more }: Circumstances,
  compared: readonly ComparedProblem[] = [],
  visit?: (record: RecordTree) => void,
): FileChecks {
  const vocabulary = extendedVocabulary(NEWSPAPER_VOCABULARY, more);
  const context = { vocabulary, today, path: slashed(path) };
  const told = compared.flatMap((problem): FoundProblem[] => {
    const severity = severities.get(problem.code) ?? 'off';
    return severity === 'off' ? [] : [{ ...problem, severity }];
  });
  return withoutIgnored(
    fileCheck(
      (record) => {
        visit?.(record);
        return checkRecord(record, context, severities);
      },
      () => told,
    ),
    ignored,
  );
}

/** What is wrong with a file whose bytes are in no encoding that is known. */
export function undecodable({ severities, encoding }: Task, badByte: number, bytes: Uint8Array): FileProblem[] {
  const severity = severities.get(ENCODING_CODE) ?? ENCODING_SEVERITY;
  const start = { line: 0, character: 0 };
  const span = { start: 0, end: 0 };
  const problem = {
    code: ENCODING_CODE,
    message:
      encoding === 'auto'
        ? message('cli.encoding', encodingArguments(bytes, badByte))
        : message('cli.encoding.forced', { encoding, ...encodingArguments(bytes, badByte) }),
    span,
    range: { start, end: start },
    excerpt: { text: '', mark: span, cutBefore: false, cutAfter: false },
    related: [],
  };
  return severity === 'off' ? [] : [{ ...problem, severity }];
}
