import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { firstFix, firstFixOf, safeFix } from '../../server/src/features/fixAll.ts';
import type { Fix } from '../../server/src/rules/rule.ts';
import { parseDocument, recordCount } from '../../server/src/statement/document.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { damagedTexts } from './damage.ts';
import { mend } from './mending.ts';
import { CONTEXT, problemsOf } from './specification.ts';

/** The same texts at every run. */
const RUN = { seed: 20_140_521, numRuns: 80 };
const SEEDS = ['2002-12-02', '2014-05-20', '2017-07-05', '2021-06-28', '2024-05-16'];

/** What {@link mend} requires holds for damage of all kinds at once. */
describe('a second run finds nothing to do, each fix changes only what its rule is about, records and sound tags stay', () => {
  test('safe fixes', () => {
    fc.assert(
      fc.property(damagedTexts, (text) => {
        const mended = mend(text, safeFix);
        assert.deepEqual(
          problemsOf(mended).filter(({ fixes }) => fixes?.some(({ safe }) => safe)),
          [],
        );
      }),
      RUN,
    );
  });

  test('all fixes', () => {
    fc.assert(
      fc.property(damagedTexts, (text) => {
        mend(text, firstFix);
      }),
      RUN,
    );
  });

  test('the fixes of each kind', () => {
    fc.assert(
      fc.property(damagedTexts, (text) => {
        for (const code of fixableCodes(text)) {
          const mended = mend(text, firstFixOf(code));
          for (const left of fixesOf(mended, code)) assert.ok(changesRecords(mended, left), code);
        }
      }),
      RUN,
    );
  });

  for (const name of SEEDS) {
    test(name, () => {
      const text = readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), 'utf8');
      mend(text, safeFix);
      mend(text, firstFix);
      for (const code of fixableCodes(text)) mend(text, firstFixOf(code));
    });
  }
});

function fixesOf(text: string, code: string): Fix[] {
  return problemsOf(text).flatMap(({ code: own, fixes }) => (own === code ? (fixes?.slice(0, 1) ?? []) : []));
}

/** A fix that parts a record, or joins two, is left for a person to look at. */
function changesRecords(text: string, { edits }: Fix): boolean {
  const count = (one: string) => recordCount(parseDocument(one, CONTEXT.vocabulary));
  return count(applyEdits(text, edits)) !== count(text);
}

function fixableCodes(text: string): Set<string> {
  return new Set(problemsOf(text).flatMap(({ code, fixes }) => (fixes?.length ? [code] : [])));
}
