import assert from 'node:assert/strict';
import { ConflictIndex } from '../../server/src/corpus/conflictIndex.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { checkRecord } from '../../server/src/rules/check.ts';
import type { Fix, Problem } from '../../server/src/rules/rule.ts';
import { RULES } from '../../server/src/rules/rules.ts';
import { parseDocument, placedRecords } from '../../server/src/statement/document.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { type Locale, type Message, sayIn } from '../../server/src/text/messages.ts';
import { shifted } from '../../server/src/text/span.ts';
import { marked, withMarks } from '../support/marks.ts';

export const CONTEXT = { vocabulary: NEWSPAPER_VOCABULARY, today: '20260101' };

/** A record with nothing wrong. */
export const RECORD = `〖ZQ/总期〗20585〖-ZQ/总期〗
〖RQ/日期〗20140521〖-RQ/日期〗
〖BH/版号〗002〖-BH/版号〗
〖TH/条号〗2〖-TH/条号〗
〖BT/标题〗联合声明〖-BT/标题〗
〖ZW/正文〗
    双方声明如下：
〖-ZW/正文〗
`;

/** All problems of a text's records, their spans counted from its start. A rule that throws fails the test. */
export function problemsOf(text: string, path?: string): Problem[] {
  const context = path === undefined ? CONTEXT : { ...CONTEXT, path };
  return placedRecords(parseDocument(text, CONTEXT.vocabulary)).flatMap(({ record, start }) =>
    checkRecord(record, context, undefined, { failed: rethrow }).map((problem) => placed(problem, start)),
  );
}

/** The problems among the records of a text that is a corpus of its own. */
export function conflictsOf(text: string): Problem[] {
  const index = new ConflictIndex();
  index.set('', parseDocument(text, CONTEXT.vocabulary));
  return index.problemsOf('');
}

function rethrow(code: string, error: unknown): never {
  throw new Error(`${code} threw`, { cause: error });
}

function placed(problem: Problem, start: number): Problem {
  return {
    ...problem,
    span: shifted(problem.span, start),
    related: (problem.related ?? []).map((place) => ({ ...place, span: shifted(place.span, start) })),
    fixes: (problem.fixes ?? []).map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: shifted(edit.span, start) })),
    })),
  };
}

/** The rule reports exactly the ranges that `fixture` marks. Answers what it found. */
export function check(code: string, fixture: string): Problem[] {
  assertRule(code);
  const { text } = marked(fixture);
  const problems = problemsOf(text).filter((problem) => problem.code === code);
  assert.equal(
    withMarks(
      text,
      problems.map(({ span }) => span),
    ),
    fixture,
  );
  return problems;
}

/** The rule reports the marked ranges, and no other rule reports anything; what a fragment of a record misses does not count. */
export function only(code: string, fixture: string): void {
  check(code, fixture);
  const others = problemsOf(marked(fixture).text).filter((problem) => problem.code !== code);
  assert.deepEqual(codesOf(others), []);
}

/** The codes of problems, without what a fragment of a record misses. */
export function codesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ code }) => code).filter((code) => code !== 'field.missing');
}

/** The rule reports the marked ranges; the first one's fix number `choice` makes `expected` of the text and leaves the rule less to say. */
export function fix(code: string, fixture: string, expected: string, choice = 0): Fix {
  const { text } = marked(fixture);
  const problems = check(code, fixture);
  const chosen = problems[0]?.fixes?.[choice];
  assert.ok(chosen, `${code} has no fix ${choice}`);
  const mended = applyEdits(text, chosen.edits);
  assert.equal(mended, expected);
  const left = problemsOf(mended).filter((problem) => problem.code === code);
  assert.ok(
    left.length < problems.length,
    `${code} still reports ${withMarks(
      mended,
      left.map(({ span }) => span),
    )}`,
  );
  return chosen;
}

/** What the related places of a problem cover. */
export function relatedText(text: string, problem: Problem | undefined): string[] {
  return (problem?.related ?? []).map(({ span }) => text.slice(span.start, span.end));
}

export function say(message: Message, locale: Locale = 'zh-cn'): string {
  return sayIn(locale)(message);
}

function assertRule(code: string): void {
  assert.ok(
    RULES.some((rule) => rule.code === code),
    `no rule ${code}`,
  );
}
