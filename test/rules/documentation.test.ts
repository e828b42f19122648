import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import en from '../../l10n/server/en/rules.json';
import zh from '../../l10n/server/zh-cn/rules.json';
import { KNOWN_CODES } from '../../server/src/corpus/ruleCodes.ts';
import { EXAMPLES } from '../../server/src/documentation/examples.ts';
import { RULE_PAGES } from '../../server/src/documentation/rulePages.ts';
import { rulesPage } from '../../server/src/documentation/rulesPage.ts';
import { RULE_WORDS } from '../../server/src/documentation/wording.ts';
import { CORPUS_RULES } from '../../server/src/rules/corpusRules.ts';
import { RULES } from '../../server/src/rules/rules.ts';
import { codesOf, conflictsOf, problemsOf } from './specification.ts';

/** Whatever can be found in records; the rest is found in bytes. */
const PAGES = RULE_PAGES.flatMap(({ example, ...page }) => (example ? [{ ...page, example }] : []));

function allProblemsOf(text: string) {
  return [...problemsOf(text), ...conflictsOf(text)];
}

describe('docs/rules.md', () => {
  test('is what the rules say now (npm run docs writes it)', () => {
    assert.equal(readFileSync('docs/rules.md', 'utf8'), rulesPage());
  });
  test('shows what every rule finds', () => {
    const found = new Set([...RULES, ...CORPUS_RULES].map(({ code }) => code));
    assert.deepEqual(new Set(PAGES.map(({ code }) => code)), found);
    assert.deepEqual(new Set(Object.keys(EXAMPLES)), found);
  });
  test('has words for every rule in both languages, and for no other', () => {
    for (const words of Object.values(RULE_WORDS)) assert.deepEqual(new Set(Object.keys(words)), KNOWN_CODES);
    for (const { title, text } of RULE_PAGES) {
      for (const words of [title, text].flatMap((one) => Object.values(one))) assert.ok(words);
    }
  });
  test('links to rules that there are', () => {
    for (const { text } of RULE_PAGES) {
      for (const [, name, anchor = ''] of `${text['zh-cn']} ${text.en}`.matchAll(/\[([^\]]*)\]\(#([^)]*)\)/g)) {
        assert.equal(name, anchor);
        assert.ok(KNOWN_CODES.has(anchor), anchor);
      }
    }
  });
  for (const { code, repair, example } of PAGES) {
    test(`${code}: its examples behave as they say`, () => {
      const wrong = allProblemsOf(example.wrong);
      const found = code === 'field.missing' ? wrong.map((problem) => problem.code) : codesOf(wrong);
      assert.deepEqual([...new Set(found)], [code]);
      assert.deepEqual(codesOf(allProblemsOf(example.right)), []);
      if (code === 'field.missing') assert.deepEqual(problemsOf(example.right), []);
    });
    test(`${code}: its repairs are those of the rule`, () => {
      const fixes = allProblemsOf(example.wrong)
        .filter((one) => one.code === code)
        .flatMap((one) => one.fixes ?? []);
      assert.equal(repair !== 'none', fixes.length > 0);
      assert.equal(
        repair.startsWith('safe'),
        fixes.some(({ safe }) => safe),
      );
    });
  }
});

describe('messages', () => {
  const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place ?? '').sort();
  const unique = (places: readonly string[]) => [...new Set(places)];

  test('both languages have the same ones', () => {
    assert.deepEqual(Object.keys(en), Object.keys(zh));
  });
  for (const [id, text] of Object.entries(zh)) {
    test(`${id} has the same places in both`, () => {
      assert.deepEqual(unique(placesOf((en as Record<string, string>)[id] ?? '')), unique(placesOf(text)));
    });
  }
  test('each belongs to a rule', () => {
    const shared = new Set(['number.related', 'number.fix', 'number.fix.whole']);
    for (const id of Object.keys(zh)) {
      assert.ok(shared.has(id) || PAGES.some(({ code }) => id === code || id.startsWith(`${code}.`)), id);
    }
  });
  test('no rule leaves a place of its words empty', () => {
    for (const { example } of PAGES) {
      for (const { message, related, fixes } of allProblemsOf(example.wrong)) {
        for (const one of [
          message,
          ...(related ?? []).map((place) => place.message),
          ...(fixes ?? []).map((fix) => fix.title),
        ]) {
          const needed = placesOf(zh[one.id as keyof typeof zh]);
          for (const place of needed) assert.ok(one.args && place in one.args, `${one.id} {${place}}`);
        }
      }
    }
  });
});
