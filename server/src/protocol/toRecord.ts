import { ResponseError, LSPErrorCodes, type ChangeAnnotation } from 'vscode-languageserver';
import type { Corpus } from '../corpus/corpus.ts';
import { PaperIssues, summariesOf } from '../corpus/paperDays.ts';
import type { Group } from '../features/toRecord/groups.ts';
import { type Conversion, toRecord } from '../features/toRecord/toRecord.ts';
import { dateWords, groupLabel, groupReason, missingWords } from '../features/toRecord/wording.ts';
import { dayNumber } from '../rules/days.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import { message, type Say } from '../text/messages.ts';
import { once } from '../text/once.ts';
import { plainPath, toRange } from './convert.ts';
import { today } from './diagnostics.ts';
import type { ToRecordParams, ToRecordResult } from './protocol.ts';
import type { OpenDocument } from './textDocument.ts';

export interface ConversionTools {
  readonly say: Say;
  readonly corpus: Corpus;
  vocabularyOf(uri: string): Vocabulary;
}

/** How an open text becomes records, as an edit whose changes are in groups that can be left out. */
export function convertToRecord(
  { say, corpus, vocabularyOf }: ConversionTools,
  { uri, version, content }: OpenDocument,
  { date }: Pick<ToRecordParams, 'date'>,
): ToRecordResult {
  if (date !== undefined && dayNumber(date) === undefined) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, `no day: ${date}`);
  }
  const vocabulary = vocabularyOf(uri);
  const issues = once(() => new PaperIssues(summariesOf(corpus).map(({ summary }) => summary)));
  const conversion = toRecord(content, {
    vocabulary,
    today: today(),
    path: plainPath(uri),
    date,
    issueOn: (day) => issues().sure(day)?.toString(),
  });
  const { changes, records, wasTagged, dates, missing } = conversion;
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  for (const [group, count] of counts(changes)) {
    changeAnnotations[group] = {
      label: say(groupLabel(group)),
      description: say(groupReason(group, count)),
      needsConfirmation: true,
    };
  }
  const edits = changes.map(({ span, newText, group }) => ({
    range: toRange(content, span),
    newText,
    annotationId: group,
  }));
  const notes = [
    ...(changes.length === 0 ? [message('toRecord.nothing')] : []),
    ...(!wasTagged && records > 1 ? [message('toRecord.several', { count: records })] : []),
    ...dates.flatMap((found) => (found ? [dateWords(found)] : [])),
    ...missingWords(conversion, vocabulary),
  ];
  return {
    documentChanges: edits.length > 0 ? [{ textDocument: { uri, version }, edits }] : [],
    changeAnnotations,
    dateToAsk: dateToAsk(conversion, vocabulary),
    missing: [...new Set(missing.map(({ code }) => code))],
    notes: notes.map(say),
  };
}

/** What is not surely known of a date, and what somebody may want to confirm. */
function dateToAsk({ dates, missing }: Conversion, { byCode }: Vocabulary): ToRecordResult['dateToAsk'] {
  const unsure = dates.find((found) => found && !found.isSure);
  if (unsure) return { proposal: unsure.value };
  return missing.some(({ code }) => byCode.get(code)?.value === 'date') ? { proposal: null } : null;
}

function counts(changes: Conversion['changes']): Map<Group, number> {
  const byGroup = new Map<Group, number>();
  for (const { group } of changes) byGroup.set(group, (byGroup.get(group) ?? 0) + 1);
  return byGroup;
}
