/** Whether a rule's problems can be repaired, and whether the repair is safe: always, or where there is no doubt. */
export type Repair = 'none' | 'unsafe' | 'safe' | 'safe-where-sure';

/** A text in which the rule, and no other, reports something, and the same text with nothing wrong. */
export interface Example {
  readonly wrong: string;
  readonly right: string;
}

interface DocumentedExample extends Example {
  readonly repair: Repair;
}

/** By the code of the rule. */
export type Examples = Readonly<Record<string, DocumentedExample>>;
