import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import en from '../../l10n/server/en/rules.json';
import zh from '../../l10n/server/zh-cn/rules.json';
import { CORPUS_RULES } from '../../server/src/rules/corpusRules.ts';
import { RULES } from '../../server/src/rules/rules.ts';
import { codesOf, conflictsOf, problemsOf } from './specification.ts';

const PAGE = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');

/** What has a section: the codes on one record first, then those that only comparing records finds. */
const CODES = new Map([...RULES, ...CORPUS_RULES].map(({ code, severity }) => [code, severity]));

function allProblemsOf(text: string) {
  return [...problemsOf(text), ...conflictsOf(text)];
}

/** The section of a rule: from its anchor to the next one. */
function sectionOf(code: string): string {
  const start = PAGE.indexOf(`<a id="${code}"></a>\n## ${code}\n`);
  assert.notEqual(start, -1, `docs/rules.md has no section ${code}`);
  const end = PAGE.indexOf('<a id=', start + 1);
  return PAGE.slice(start, end === -1 ? undefined : end);
}

function example(section: string, kind: 'wrong' | 'right'): string {
  const text = new RegExp(`\`\`\`rmrb ${kind}\n([\\s\\S]*?)\`\`\``).exec(section)?.[1];
  assert.ok(text, `no example ${kind}`);
  return text;
}

describe('docs/rules.md', () => {
  for (const [code, severity] of CODES) {
    test(`${code}: its examples behave as they say`, () => {
      const section = sectionOf(code);
      const wrong = allProblemsOf(example(section, 'wrong'));
      const found = code === 'field.missing' ? wrong.map((problem) => problem.code) : codesOf(wrong);
      assert.deepEqual([...new Set(found)], [code]);
      assert.deepEqual(codesOf(allProblemsOf(example(section, 'right'))), []);
      if (code === 'field.missing') assert.deepEqual(problemsOf(example(section, 'right')), []);
    });
    test(`${code}: its severity and its repairs are those of the rule`, () => {
      const section = sectionOf(code);
      const fixes = allProblemsOf(example(section, 'wrong'))
        .filter((one) => one.code === code)
        .flatMap((one) => one.fixes ?? []);
      assert.match(section, new RegExp(`\\n\\*\\*${severity}\\*\\*`));
      assert.equal(/^\*\*.*可修复/m.test(section), fixes.length > 0);
      assert.equal(
        /^\*\*.*安全/m.test(section),
        fixes.some(({ safe }) => safe),
      );
      assert.match(PAGE, new RegExp(`\\| \\[${code}\\]\\(#${code}\\) \\| ${severity} \\|`));
    });
  }
  test('has no section without a rule, in the order of the rules', () => {
    const sections = [...PAGE.matchAll(/^## (.*)$/gm)].map(([, code]) => code);
    assert.deepEqual(sections, [...CODES.keys()]);
  });
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
      assert.ok(shared.has(id) || [...CODES.keys()].some((code) => id === code || id.startsWith(`${code}.`)), id);
    }
  });
  test('no rule leaves a place of its words empty', () => {
    for (const code of CODES.keys()) {
      for (const { message, related, fixes } of allProblemsOf(example(sectionOf(code), 'wrong'))) {
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
