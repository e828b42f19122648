import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildSegment } from '../../server/src/corpus/compactIndex/build.ts';
import { CompactIndex } from '../../server/src/corpus/compactIndex/compactIndex.ts';
import { mergeSegments } from '../../server/src/corpus/compactIndex/merge.ts';
import type { IndexedRecord } from '../../server/src/corpus/compactIndex/placedRecord.ts';
import type { Segment } from '../../server/src/corpus/compactIndex/segment.ts';
import { type CorpusIndex, type PlacedPassage, scanningIndex } from '../../server/src/corpus/corpusIndex.ts';
import { memoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import { passagesOf } from '../../server/src/corpus/passages.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { parseDocument } from '../../server/src/statement/document.ts';
import { archive } from '../bench/corpus/archive.ts';
import { randomNumbers } from '../bench/corpus/random.ts';

/** A corpus, and two indexes of it: one that scans, and one that is told of every change. */
class Both {
  readonly corpus = memoryCorpus();
  readonly scanning = scanningIndex(this.corpus, NEWSPAPER_VOCABULARY);
  readonly compact = new CompactIndex(NEWSPAPER_VOCABULARY);

  set(uri: string, text: string): void {
    const document = parseDocument(text, NEWSPAPER_VOCABULARY);
    this.corpus.set({ uri, document });
    this.compact.set(uri, document);
  }

  delete(uri: string): void {
    this.corpus.delete(uri);
    this.compact.delete(uri);
  }

  /** Builds a segment of all loose records, as a thread would. */
  build(): void {
    this.compact.add(segmentOf(this.compact.loose()));
  }

  /** Puts one segment in the place of all, with what `before` changes while it is made. */
  merge(before: () => void = () => undefined): void {
    const parts = this.compact.parts();
    before();
    this.compact.replace(
      parts.map(({ segment }) => segment),
      mergeSegments(parts),
    );
  }
}

function segmentOf(records: Iterable<IndexedRecord>): Segment {
  return buildSegment(
    [...records].map(({ record, hash }) => ({
      hash,
      passages: passagesOf(record, NEWSPAPER_VOCABULARY).passages.map(({ normal }) => normal.text),
    })),
  );
}

const placed = ({ uri, recordStart, passage, statement, text }: PlacedPassage): string =>
  JSON.stringify([uri, recordStart, passage.span, passage.path.length, statement, text]);

function answers(index: CorpusIndex, terms: readonly string[], texts: readonly string[]) {
  return {
    size: index.size(),
    passages: [...index.passages()].map(placed),
    terms: terms.map((term) => [term, index.count(term), index.containing(term).map(placed)]),
    alike: texts.map((text) =>
      [0, 1, 3, 1000].map((most) => index.alike(text, most).map((one) => [one.score, placed(one.placed)])),
    ),
  };
}

function assertSame({ compact, scanning }: Both, terms: readonly string[], texts: readonly string[]): void {
  assert.deepEqual(answers(compact, terms, texts), answers(scanning, terms, texts));
}

const A = '声明\n一、双方支持朝鲜半岛无核化。\n二、双方愿加强合作，作用重大。\n三、半岛。';
const B = '公报\n一、关于朝鲜半岛局势，各方应保持克制。\n二、加强经贸合作、科技合作和人文合作。';

describe('the compact index', () => {
  for (const [state, prepare] of Object.entries({
    'with loose records alone': () => undefined,
    'with a segment': (both: Both) => both.build(),
    'with a merged segment': (both: Both) => {
      both.build();
      both.merge();
    },
  })) {
    it(`answers as scanning does ${state}`, () => {
      const both = new Both();
      both.set('b', B);
      both.set('a', A);
      prepare(both);
      assertSame(
        both,
        ['', '半岛', '朝鲜半岛', '合作', '合作用', '合作，作', '，', '半', '没有的'],
        [A, B, '合作', '，'],
      );
    });
  }

  it('does not find a pair across punctuation, nor across the border of two passages', () => {
    const both = new Both();
    both.set('a', '声明\n一、加强合作，作用重大。\n二、经贸合\n三、作品。');
    both.build();
    assert.deepEqual(both.compact.count('合作用'), { passages: 0, records: 0 });
    assert.deepEqual(both.compact.count('合作'), { passages: 1, records: 1 });
  });

  it('finds a record at once whose text came back', () => {
    const both = new Both();
    both.set('a', A);
    both.set('b', B);
    both.build();
    both.set('a', B);
    assert.equal([...both.compact.loose()].length, 1);
    both.set('a', A);
    assert.deepEqual([...both.compact.loose()], []);
    assertSame(both, ['半岛'], [A]);
  });

  it('leaves no passage out that is among the best, where most need not be looked at', () => {
    const both = new Both();
    for (const { uri, text } of archive(500_000)) both.set(uri, text);
    both.build();
    const all = [...both.scanning.passages()];
    const random = randomNumbers(1);
    for (let query = 0; query < 6; query++) {
      const { text } = random.of(all);
      for (const most of [1, 12]) {
        const scores = (index: CorpusIndex) => index.alike(text, most).map((one) => [one.score, one.placed.text]);
        assert.deepEqual(scores(both.compact), scores(both.scanning));
      }
      const term = text.slice(3, 5 + random.below(3));
      assert.deepEqual(both.compact.count(term), both.scanning.count(term));
    }
  });

  it('keeps what changed while segments were merged', () => {
    const both = new Both();
    both.set('a', A);
    both.build();
    both.set('b', B);
    both.build();
    both.merge(() => {
      both.set('a', `${A}四、贸易。`);
      both.delete('b');
      both.set('c', B);
    });
    assertSame(both, ['半岛', '贸易', '合作'], [A, B]);
  });

  it('answers as scanning does after any changes', () => {
    const words = [
      '合作',
      '双方',
      '合',
      '作',
      '贸易',
      '半岛',
      '，',
      '。',
      '聯合',
      'ab',
      '1',
      '𠀀',
      '\n一、',
      '\n二、',
      '\n',
    ];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => `${parts.join('')}。\n`);
    const record = text.map((body) => `〖RQ/日期〗20140521〖-RQ/日期〗\n〖ZW/正文〗\n${body}〖-ZW/正文〗\n`);
    const file = fc.oneof(
      text,
      fc.array(record, { minLength: 1, maxLength: 4 }).map((records) => records.join('')),
    );
    const uri = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const step = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), uri, file }),
      fc.record({
        kind: fc.constantFrom('delete' as const, 'build' as const, 'merge' as const, 'ask' as const),
        uri,
        file,
      }),
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 24 }),
        fc.array(fc.constantFrom(...words), { maxLength: 3 }),
        text,
        (steps, term, alike) => {
          const both = new Both();
          const asked: [string[], string[]] = [
            [term.join(''), '合作', '，', '双方合作'],
            [alike, '合作双方贸易'],
          ];
          for (const { kind, uri: name, file: content } of steps) {
            if (kind === 'set') both.set(name, content);
            else if (kind === 'delete') both.delete(name);
            else if (kind === 'build') both.build();
            else if (kind === 'merge') both.merge(() => both.set(name, content));
            else assertSame(both, ...asked);
          }
          assertSame(both, ...asked);
          const rebuilt = new Both();
          for (const { uri: name, document } of both.corpus.documents()) rebuilt.compact.set(name, document);
          rebuilt.build();
          assert.deepEqual(answers(both.compact, ...asked), answers(rebuilt.compact, ...asked));
        },
      ),
      { numRuns: 150, seed: 1 },
    );
  });
});
