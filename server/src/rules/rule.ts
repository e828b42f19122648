import type { Vocabulary } from '../markup/vocabulary.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Edit } from '../text/edits.ts';
import type { Message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import type { Needs } from './needs.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A repair. Its edits are one undo step and touch nothing that its title does not name. */
export interface Fix {
  readonly title: Message;
  /** Whether it can never change what the newspaper printed, so that fix-all may run it. */
  readonly safe: boolean;
  /** Whether it leaves a blank that only a person can fill in, so that nothing runs it unasked. */
  readonly leavesBlank?: boolean;
  /** Never empty, never overlapping; offsets as in the finding. */
  readonly edits: readonly Edit[];
}

export interface RelatedPlace {
  readonly span: Span;
  readonly message: Message;
}

/** What a rule found wrong in one record; spans count from the record's start. */
export interface Finding {
  readonly span: Span;
  readonly message: Message;
  /** Other places that help to understand it: the other tag, the number before. */
  readonly related?: readonly RelatedPlace[];
  /** Best first. */
  readonly fixes?: readonly Fix[];
}

/** What a rule may know beside the record. */
export interface RuleContext {
  readonly vocabulary: Vocabulary;
  /** Today as YYYYMMDD. */
  readonly today: string;
  /** Where the record's file lies: the segments of its URI as plain text, parted by slashes; absent where it has none. */
  readonly path?: string;
}

/** One thing that can be wrong with a record. `check` is linear in the record's text and never throws. */
export interface RecordRule {
  /** `area.what`, as in `docs/rules.md`. */
  readonly code: string;
  readonly severity: Severity;
  /** Without these it finds nothing, and is not run; a rule that names none is run on every record. */
  readonly needs?: Needs;
  check(record: RecordTree, context: RuleContext): Iterable<Finding>;
}

/** A finding with its rule's code and the severity in force. */
export interface Problem extends Finding {
  readonly code: string;
  readonly severity: Severity;
}
