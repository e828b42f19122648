import { charDash } from '../../rules/charDash.ts';
import { charEllipsis } from '../../rules/charEllipsis.ts';
import { charHalfwidth } from '../../rules/charHalfwidth.ts';
import { charInvisible } from '../../rules/charInvisible.ts';
import { charMiddleDot } from '../../rules/charMiddleDot.ts';
import { charPinyin } from '../../rules/charPinyin.ts';
import { charScript } from '../../rules/charScript.ts';
import { charSpace } from '../../rules/charSpace.ts';
import { charTorn } from '../../rules/charTorn.ts';
import { charZero } from '../../rules/charZero.ts';
import { fieldMissing } from '../../rules/fieldMissing.ts';
import { numberGlyph } from '../../rules/numberGlyph.ts';
import { numberStyle } from '../../rules/numberStyle.ts';
import { pairQuote } from '../../rules/pairQuote.ts';
import { structureBoilerplate } from '../../rules/structureBoilerplate.ts';
import { structureBrokenParagraph } from '../../rules/structureBrokenParagraph.ts';
import { structureResidue } from '../../rules/structureResidue.ts';
import { tagMalformed } from '../../rules/tagMalformed.ts';
import type { Remedy } from './mending.ts';

/** What damaged the characters themselves, which hides all else. */
export const RESTORING_CHARACTERS: readonly Remedy[] = [
  { rule: charInvisible, group: 'invisible' },
  { rule: charPinyin, group: 'readings' },
  // Where it is not sure which characters they were, a person has to look.
  { rule: charTorn, group: 'torn', choose: ({ fixes }) => fixes?.find(({ safe }) => safe) },
];

/** HTML, which hides where lines begin. Markdown's headings still tell which line is one. */
export const UNWRAPPING: readonly Remedy[] = [
  {
    rule: structureResidue,
    group: 'residue',
    choose: ({ message: { id }, fixes }) =>
      id === 'structure.residue.tag' || id === 'structure.residue.entity' ? fixes?.[0] : undefined,
  },
];

export const WITHOUT_RESIDUE: readonly Remedy[] = [{ rule: structureResidue, group: 'residue' }];

/** What a record whose fields are marked may need first: what does not belong to it must not be joined with what does. */
export const UNCOVERING: readonly Remedy[] = [
  { rule: tagMalformed, group: 'record' },
  { rule: fieldMissing, group: 'record' },
  ...RESTORING_CHARACTERS,
  ...WITHOUT_RESIDUE,
  { rule: structureBoilerplate, group: 'page' },
];

/** And what it may need then. */
export const CLEANING: readonly Remedy[] = [
  { rule: structureBrokenParagraph, group: 'join' },
  { rule: numberGlyph, group: 'numerals' },
  { rule: numberStyle, group: 'numerals' },
  // What a converter took for another word's is damage; a character of the other script may be the newspaper's.
  {
    rule: charScript,
    group: 'converted',
    choose: ({ message: { id }, fixes }) => (id === 'char.script' ? fixes?.[0] : undefined),
  },
  { rule: charZero, group: 'zero' },
  { rule: charMiddleDot, group: 'dots' },
  { rule: charHalfwidth, group: 'punctuation' },
  { rule: charDash, group: 'punctuation' },
  { rule: charEllipsis, group: 'punctuation' },
  {
    rule: pairQuote,
    group: 'punctuation',
    choose: ({ message: { id }, fixes }) => (id === 'pair.quote.straight' ? fixes?.[0] : undefined),
  },
  { rule: charSpace, group: 'spaces' },
];
