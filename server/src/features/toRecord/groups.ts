/** What a conversion does to a text, in the order in which it is told; each can be carried out without the others. */
export const GROUPS = [
  'record',
  'split',
  'join',
  'layout',
  'page',
  'pageNumber',
  'residue',
  'readings',
  'torn',
  'converted',
  'numerals',
  'zero',
  'dots',
  'punctuation',
  'spaces',
  'invisible',
] as const;

export type Group = (typeof GROUPS)[number];

/** Those that take something out for good, which is told word by word. */
export const REMOVING: ReadonlySet<Group> = new Set(['page', 'pageNumber', 'residue', 'readings', 'invisible']);

/** Those that put something else in the place of characters, letters or digits. */
export const RESTORING: ReadonlySet<Group> = new Set(['torn', 'converted', 'numerals', 'zero', 'dots']);

/** Those whose changes may take away words: no other group may do so along with its own changes. */
export const LOSSY: ReadonlySet<Group> = new Set([...REMOVING, ...RESTORING]);
