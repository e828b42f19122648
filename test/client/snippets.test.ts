import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { tagWritings } from '../../server/src/features/completion/tagWritings.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { parse, sketch } from '../support/tree.ts';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
}
const snippets = JSON.parse(readFileSync('snippets/rmrb.json', 'utf8')) as Readonly<Record<string, Snippet>>;

/** The text of a snippet when each place is filled with what is given for it, else with its own words. */
function filled(name: string, values: Readonly<Record<number, string>> = {}): string {
  const words: Record<string, string> = {};
  const text = snippets[name]?.body.join('\n') ?? '';
  for (const [, place = '', word = ''] of text.matchAll(/\$\{(\d+):([^}]*)\}/g)) words[place] ??= word;
  const wordAt = (_: string, a?: string, b?: string): string => values[Number(a ?? b)] ?? words[a ?? b ?? ''] ?? '';
  return text.replace(/\$\{(\d+):[^}]*\}|\$(\d+)/g, wordAt);
}

describe('snippets', () => {
  for (const name of ['Record', 'Statement record']) {
    it(`${name}: its fields are in order, and all that a record must have`, () => {
      const { markup } = parse(filled(name));
      assert.deepEqual(markup.faults, []);
      const codes = markup.fields.map(({ code }) => code);
      const { definitions, order } = NEWSPAPER_VOCABULARY;
      assert.deepEqual(
        codes,
        codes.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      );
      for (const { code, required } of definitions) if (required) assert.ok(codes.includes(code), code);
    });
  }

  it('a statement has all its parts', () => {
    const text = filled('Statement', { 5: '2014年', 6: '5月', 7: '20日', 14: '北京' });
    assert.deepEqual(
      sketch(`声明\n${text}`)
        .split('\n')
        .filter((line) => !line.startsWith(' '))
        .map((line) => line.split(' ')[0]),
      ['title', 'preamble', 'section', 'section', 'section', 'conclusion', 'signature'],
    );
  });

  it('a signature is one', () => {
    const text = filled('Signature', { 5: '2014年', 6: '5月', 7: '20日', 8: '北京' });
    assert.match(sketch(`声明\n双方声明如下：\n一、甲。\n${text}`), /^signature .*北京$/m);
  });

  it('are called by no word that calls a tag', () => {
    const writings = new Set(NEWSPAPER_VOCABULARY.definitions.flatMap(tagWritings));
    const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
    assert.deepEqual(
      prefixes.filter((prefix) => writings.has(prefix)),
      [],
    );
  });
});
