import { charPinyin } from './charPinyin.ts';
import { charTorn } from './charTorn.ts';
import { charDash } from './charDash.ts';
import { charEllipsis } from './charEllipsis.ts';
import { charHalfwidth } from './charHalfwidth.ts';
import { charInvisible } from './charInvisible.ts';
import { charLost } from './charLost.ts';
import { charMiddleDot } from './charMiddleDot.ts';
import { charRepeat } from './charRepeat.ts';
import { charScript } from './charScript.ts';
import { charSpace } from './charSpace.ts';
import { charZero } from './charZero.ts';
import { fieldDuplicate } from './fieldDuplicate.ts';
import { fieldEmpty } from './fieldEmpty.ts';
import { fieldMissing } from './fieldMissing.ts';
import { fieldOrder } from './fieldOrder.ts';
import { fieldStrayText } from './fieldStrayText.ts';
import { metaDate } from './metaDate.ts';
import { metaDateConflict } from './metaDateConflict.ts';
import { metaIssue } from './metaIssue.ts';
import { metaItem } from './metaItem.ts';
import { metaPage } from './metaPage.ts';
import { numberGap } from './numberGap.ts';
import { numberGlyph } from './numberGlyph.ts';
import { numberOrder } from './numberOrder.ts';
import { numberRepeat } from './numberRepeat.ts';
import { numberStart } from './numberStart.ts';
import { numberStyle } from './numberStyle.ts';
import { pairNesting } from './pairNesting.ts';
import { pairQuote } from './pairQuote.ts';
import { pairUnbalanced } from './pairUnbalanced.ts';
import type { RecordRule } from './rule.ts';
import { structureBoilerplate } from './structureBoilerplate.ts';
import { structureBrokenParagraph } from './structureBrokenParagraph.ts';
import { structureIndent } from './structureIndent.ts';
import { structureOneLine } from './structureOneLine.ts';
import { structureResidue } from './structureResidue.ts';
import { structureSignature } from './structureSignature.ts';
import { structureTruncated } from './structureTruncated.ts';
import { tagMalformed } from './tagMalformed.ts';
import { tagMismatched } from './tagMismatched.ts';
import { tagMisnested } from './tagMisnested.ts';
import { tagNameMismatch } from './tagNameMismatch.ts';
import { tagUnclosed } from './tagUnclosed.ts';
import { tagUnknown } from './tagUnknown.ts';
import { tagUnopened } from './tagUnopened.ts';
/** Every rule on one record, in the order of `docs/rules.md`. */
export const RULES: readonly RecordRule[] = [
  tagUnclosed,
  tagUnopened,
  tagMismatched,
  tagMisnested,
  tagMalformed,
  tagUnknown,
  tagNameMismatch,
  fieldMissing,
  fieldDuplicate,
  fieldOrder,
  fieldEmpty,
  fieldStrayText,
  metaDate,
  metaDateConflict,
  metaIssue,
  metaPage,
  metaItem,
  numberGap,
  numberRepeat,
  numberOrder,
  numberStart,
  numberStyle,
  numberGlyph,
  charPinyin,
  charTorn,
  structureBrokenParagraph,
  structureOneLine,
  structureTruncated,
  structureBoilerplate,
  structureResidue,
  structureSignature,
  structureIndent,
  charLost,
  charHalfwidth,
  charMiddleDot,
  charSpace,
  charInvisible,
  charDash,
  charEllipsis,
  charZero,
  charRepeat,
  charScript,
  pairUnbalanced,
  pairNesting,
  pairQuote,
];
