import type { CorpusRule } from './corpusRule.ts';
import { metaDuplicateRecord } from './metaDuplicateRecord.ts';
import { metaIssueConflict } from './metaIssueConflict.ts';
import { metaPageMixed } from './metaPageMixed.ts';

/** Every rule that compares records. Those whose code is new follow the others in `docs/rules.md`. */
export const CORPUS_RULES: readonly CorpusRule[] = [metaPageMixed, metaIssueConflict, metaDuplicateRecord];
