import { checkRecord } from '../../rules/check.ts';
import type { Fix, Problem, RecordRule, RuleContext } from '../../rules/rule.ts';
import { parseDocument, placedRecords } from '../../statement/document.ts';
import { shifted } from '../../text/span.ts';
import { Taken } from '../fixAll.ts';
import type { Draft, DraftEdit } from './draft.ts';
import type { Group } from './groups.ts';

/** A rule whose repairs belong to a conversion. */
export interface Remedy {
  readonly rule: RecordRule;
  readonly group: Group;
  /** Which of its repairs; without it, the first. */
  readonly choose?: (problem: Problem) => Fix | undefined;
}

/** Repairs that lie in each other's way take turns. No real text needs so many; it only ends what two rules undo in turn. */
const MOST_ROUNDS = 12;

/** Carries out what the rules propose until they propose nothing more. */
export function mend(draft: Draft, remedies: readonly Remedy[], context: RuleContext): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = proposals(draft.text, remedies, context);
    if (edits.length === 0) return;
    draft.apply(edits);
  }
}

function proposals(text: string, remedies: readonly Remedy[], context: RuleContext): DraftEdit[] {
  const byCode = new Map(remedies.map((remedy) => [remedy.rule.code, remedy]));
  const rules = remedies.map(({ rule }) => rule);
  const taken = new Taken();
  const edits: DraftEdit[] = [];
  for (const { record, start } of placedRecords(parseDocument(text, context.vocabulary))) {
    for (const problem of checkRecord(record, context, undefined, { rules })) {
      const remedy = byCode.get(problem.code);
      const fix = remedy?.choose ? remedy.choose(problem) : problem.fixes?.[0];
      if (!remedy || !fix) continue;
      const { group } = remedy;
      const own = fix.edits.map(({ span, newText }) => ({ span: shifted(span, start), newText, group }));
      const changing = own.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
      if (changing.length > 0 && taken.add(changing)) for (const edit of changing) edits.push(edit);
    }
  }
  return edits;
}
