import assert from 'node:assert/strict';
import { fileCheck } from '../../server/src/features/diagnostics.ts';
import { type ChooseFix, fixAll, fixAllEdits } from '../../server/src/features/fixAll.ts';
import { withoutIgnored } from '../../server/src/features/ignore.ts';
import type { Tag } from '../../server/src/markup/syntax.ts';
import { checkRecord } from '../../server/src/rules/check.ts';
import { doubtfulTags } from '../../server/src/rules/tags.ts';
import {
  type Document,
  documentText,
  parseDocument,
  placedRecords,
  recordCount,
} from '../../server/src/statement/document.ts';
import { applyEdits, type Edit } from '../../server/src/text/edits.ts';
import { type Kept, keptSpan } from '../../server/src/text/kept.ts';
import { shifted } from '../../server/src/text/span.ts';
import { CONTEXT } from './specification.ts';

/** One fix that was offered for carrying out: the text then, and what it does to it. */
interface Offer {
  readonly code: string;
  readonly text: string;
  readonly edits: readonly Edit[];
}

type May = (offer: Offer) => boolean;

const TAG = /〖-?[A-Z]{2}\/[^〖〗\s]{1,12}〗/g;
const NUMERAL = /^[0-9０-９〇零○一二三四五六七八九十百千壹贰叁①-⑳㉑-㊿⑴-⒇⒈-⒛㈠-㈩㊀-㊉—–―─－ー\-ニミ彡]*$/;

const replaced = ({ text }: Offer, { span }: Edit) => text.slice(span.start, span.end);
const eachEdit =
  (allowed: (old: string, newText: string, offer: Offer, edit: Edit) => boolean): May =>
  (offer) =>
    offer.edits.every((edit) => allowed(replaced(offer, edit), edit.newText, offer, edit));
/** Letters, digits and Chinese characters; halves of surrogate pairs are no characters until something between them goes. */
const wordsOf = (text: string) => text.replace(/[\ud800-\udfff]/g, '').replace(/[^\p{L}\p{N}]/gu, '');
const noWords = eachEdit((old, newText) => wordsOf(old) === '' && wordsOf(newText) === '');
const blanks = eachEdit((old, newText) => old.trim() === '' && newText.trim() === '');
/** One tag, damaged or not, for another, or put in. */
const tagsOnly = eachEdit(
  (old, newText) =>
    (old === '' || /^[〖【［[〔]?[^〖〗]{2,20}[】］\]〕〗]?$/.test(old)) && newText.replace(TAG, '').trim() === '',
);
const numerals = eachEdit((old, newText) => NUMERAL.test(old) && NUMERAL.test(newText));

/** What the fixes of each rule may change of letters, digits and Chinese characters: that which the rule is about. */
const MAY: Readonly<Record<string, May>> = {
  'tag.unclosed': tagsOnly,
  'tag.unopened': tagsOnly,
  'tag.mismatched': tagsOnly,
  'tag.unknown': tagsOnly,
  'tag.name-mismatch': tagsOnly,
  // Letters, separator and brackets of the tag; what stands behind a name that is cut off stays.
  'tag.malformed': eachEdit((old, newText) => {
    const rest = newText.replace(TAG, '');
    const isTag = /^[〖【［[〔]/.test(old) || /^-?[A-Z]{2}\/[\u4e00-\u9fff]{2}〗$/.test(old);
    return rest.length < newText.length && old.endsWith(rest) && isTag && old.length <= 30;
  }),
  'field.missing': tagsOnly,
  // What goes at one place comes back at another.
  'field.order': (offer) =>
    wordsOf(offer.edits.map((edit) => replaced(offer, edit)).join('')) ===
    wordsOf(offer.edits.map(({ newText }) => newText).join('')),
  'number.gap': numerals,
  'number.repeat': numerals,
  'number.order': numerals,
  'number.start': numerals,
  'number.style': eachEdit((old, newText) =>
    [old, newText].every((mark) => NUMERAL.test(mark.replace(/[第章节節条條（(〔[、．.，,）)〕\]：:\s]/g, ''))),
  ),
  'number.glyph': eachEdit(
    (old, newText) =>
      /[—–―─－ー\-ニミ彡]/.test(old) && numerals({ code: '', text: old, edits: [] }) && NUMERAL.test(newText),
  ),
  'char.pinyin': eachEdit(
    (old, newText) => /^\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,6}\)$/.test(old) && newText === '',
  ),
  'char.torn': eachEdit(
    (old, newText) =>
      /\(?[a-zü\u00e0-\u01dc]{1,6}\)|[?!]/.test(old) && old.length <= 40 && newText.length <= old.length,
  ),
  'structure.broken-paragraph': blanks,
  'structure.one-line': blanks,
  'structure.indent': blanks,
  'structure.boilerplate': eachEdit((_, newText) => newText === ''),
  // Names of tags and entities, addresses of links; not what they enclose.
  'structure.residue': eachEdit(
    (old, newText) =>
      wordsOf(old.replace(/<[^<>]*>|\([^()]*\)|&#?\w+;?/g, '')) === '' && wordsOf(newText).length <= old.length / 3,
  ),
  'char.halfwidth': noWords,
  'char.middle-dot': noWords,
  'char.space': blanks,
  'char.invisible': noWords,
  'char.dash': noWords,
  'char.ellipsis': noWords,
  'char.zero': eachEdit((old, newText) => /^[0０OoＯΟО○◯]+$/.test(old) && newText === '〇'.repeat(old.length)),
  'char.script': eachEdit((old, newText) => old.length === newText.length && /^[\u3400-\u9fff]+$/.test(old + newText)),
  'pair.unbalanced': noWords,
  'pair.nesting': noWords,
  'pair.quote': noWords,
};
const checks = withoutIgnored(
  fileCheck((record) =>
    checkRecord(record, CONTEXT, undefined, {
      failed(code, error) {
        throw new Error(`${code} threw`, { cause: error });
      },
    }),
  ),
  [],
);

/**
 * Carries out all the fixes that `choose` chooses, and requires that nothing is left to do, that every fix changed only what
 * its rule is about, and that records and sound tags stayed. Answers the text afterwards.
 */
export function mend(text: string, choose: ChooseFix): string {
  const before = parseDocument(text, CONTEXT.vocabulary);
  let now = text;
  const check: typeof checks.check = (document, within) => {
    now = documentText(document);
    return checks.check(document, within);
  };
  const watched: ChooseFix = (problem) => {
    const fix = choose(problem);
    if (fix) assertOnlyItsOwn({ code: problem.code, text: now, edits: fix.edits });
    return fix;
  };
  const { document: after, kept } = fixAll(before, { all: check, check }, watched);
  const mended = documentText(after);
  for (const { old, at, length } of kept) assert.equal(mended.slice(at, at + length), text.slice(old, old + length));
  assert.equal(applyEdits(text, fixAllEdits(before, checks, choose)), mended);
  const left = fixAllEdits(parseDocument(mended, CONTEXT.vocabulary), checks, choose);
  assert.deepEqual(left, [], 'a second run finds something to do');
  assert.equal(recordCount(after), recordCount(before), 'records');
  assertTagsStay(before, after, kept);
  return mended;
}

function assertOnlyItsOwn(offer: Offer): void {
  const may = MAY[offer.code];
  assert.ok(may, `${offer.code} has a fix, but nothing says what it may change`);
  const edits = offer.edits.map((edit) => `${JSON.stringify(replaced(offer, edit))} → ${JSON.stringify(edit.newText)}`);
  assert.ok(may(offer), `${offer.code}: ${edits.join(', ')}`);
}

/** Tags that are well-formed and belong to a pair that is, or need none, are there afterwards, and mean the same. */
function assertTagsStay(before: Document, after: Document, kept: readonly Kept[]): void {
  const now = new Map(soundTags(after).map((one) => [one.tag.start, one]));
  for (const { tag, field } of soundTags(before)) {
    const place = keptSpan(kept, tag);
    // What is moved as a whole stands elsewhere, with its tags.
    if (!place) continue;
    const same = now.get(place.start);
    assert.ok(same, `〖${tag.code}/${tag.name}〗 is no longer sound`);
    assert.equal(same.tag.code, tag.code);
    // What a mended tag turns out to enclose is no field of its own.
    if (!same.isEnclosed) assert.equal(same.field, field);
  }
}

interface SoundTag {
  readonly tag: Tag;
  readonly field: string | undefined;
  readonly isEnclosed: boolean;
}

function soundTags(document: Document): SoundTag[] {
  return placedRecords(document).flatMap(({ record, start }) => {
    const { tags, partner, faults, fields } = record.markup;
    const doubtful = doubtfulTags(record, CONTEXT.vocabulary);
    const faulty = new Set(
      faults.flatMap((fault) =>
        'tag' in fault ? [fault.tag] : 'inner' in fault ? [fault.inner, fault.outer] : [fault.open, fault.close],
      ),
    );
    const isSound = (index: number) => tags[index]?.defects.length === 0 && !doubtful.has(index) && !faulty.has(index);
    return tags.flatMap((tag, index) => {
      const other = partner[index] ?? -1;
      if (!isSound(index) || (other !== -1 && (!isSound(other) || tags[other]?.name !== tag.name))) return [];
      const field = fields.find(({ open, close }) => open === index || close === index)?.code;
      const isEnclosed = fields.some(({ value }) => value.start <= tag.start && tag.end <= value.end);
      return [{ tag: { ...tag, ...shifted(tag, start) }, field, isEnclosed }];
    });
  });
}
