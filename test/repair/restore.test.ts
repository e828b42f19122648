import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Converter } from 'opencc-js/cn2t';
import { gbk } from '../../server/src/repair/gbk.ts';
import { damageTable } from '../../server/src/repair/pinyin.ts';
import { restoreReadings } from '../../server/src/repair/restore.ts';
import { mirror } from './mirror.ts';

/** Clean traditional texts: the four simplified ones in the other script, without what GBK does not have. */
const toTraditional = Converter({ from: 'cn', to: 't' });
const CLEAN = ['2002-12-02', '2014-05-20', '2017-07-05', '2021-06-28'].map((name) =>
  Array.from(toTraditional(readFileSync(`seeds/${name}.txt`, 'utf8').replace(/　　|\n+/g, '\n')))
    .filter((character) => character.charCodeAt(0) < 0x80 || gbk().codeOf(character) > 0)
    .join(''),
);

/** A small generator, so that every run sees the same pages. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** How far behind a torn place the text that follows it is looked for in the clean text. */
const REACH = 60;

interface Outcome {
  readonly restored: string;
  readonly torn: readonly {
    readonly truth: string | undefined;
    readonly alternatives: readonly string[];
    readonly isSure: boolean;
  }[];
}

/** Restores a damaged page, and finds for each torn place what the clean page has there. */
function restore(damaged: string, clean: string): Outcome {
  const { marks, torn } = restoreReadings(damaged);
  const edits = [
    ...marks.map(({ span }) => ({ span, place: undefined })),
    ...torn.map((place) => ({ span: place.span, place })),
  ].sort((a, b) => a.span.start - b.span.start);
  const outcomes: Outcome['torn'][number][] = [];
  let restored = '';
  let at = 0;
  edits.forEach(({ span, place }, index) => {
    restored += damaged.slice(at, span.start);
    at = span.end;
    if (!place) return;
    const following = damaged.slice(at, edits[index + 1]?.span.start).slice(0, 12);
    const from = restored.length;
    const lengths = Array.from({ length: REACH }, (_, length) => length);
    const length = lengths.find((one) => clean.startsWith(following, from + one));
    const truth = length === undefined ? undefined : clean.slice(from, from + length);
    outcomes.push({ truth, alternatives: place.alternatives, isSure: place.isSure });
    // Goes on from the truth, so that one wrong place does not count against those behind it.
    restored += truth ?? place.alternatives[0] ?? '';
  });
  return { restored: restored + damaged.slice(at), torn: outcomes };
}

describe('restoring what a mirror did', () => {
  const random = randomFrom(20_240_516);
  const pages = Array.from({ length: 240 }, (_, index) => {
    const lines = (CLEAN[index % CLEAN.length] ?? '').split('\n').filter((line) => line.trim() !== '');
    const from = Math.floor(random() * lines.length * 0.5);
    const clean = lines.slice(from, from + 20 + Math.floor(random() * 60)).join('\n');
    const table = [...damageTable().keys()].slice(0, 25 + Math.floor(random() * 110)).filter(() => random() < 0.9);
    return { clean, outcome: restore(mirror(clean, table), clean) };
  });
  const torn = pages.flatMap((page) => page.outcome.torn);
  const share = (count: number): number => count / torn.length;

  it('has enough places to count', () => assert.ok(torn.length >= 150, String(torn.length)));

  it('gives back every page but for its torn places', () => {
    for (const { clean, outcome } of pages) assert.equal(outcome.restored, clean);
  });

  it('restores four of five torn places by itself', () => {
    assert.ok(share(torn.filter((one) => one.isSure && one.alternatives[0] === one.truth).length) >= 0.8);
  });

  it('offers the right reading in nineteen of twenty', () => {
    assert.ok(
      share(torn.filter((one) => one.truth !== undefined && one.alternatives.includes(one.truth)).length) >= 0.95,
    );
  });

  it('puts in a wrong one in one of a thousand at most', () => {
    assert.ok(share(torn.filter((one) => one.isSure && one.alternatives[0] !== one.truth).length) <= 0.001);
  });
});

describe('clean texts', () => {
  for (const [index, text] of CLEAN.entries()) {
    it(`has nothing to restore in clean text ${index}`, () =>
      assert.deepEqual(restoreReadings(text), { marks: [], torn: [] }));
  }
});
