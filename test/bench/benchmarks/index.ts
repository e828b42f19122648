import { closeSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompactIndex } from '../../../server/src/corpus/compactIndex/compactIndex.ts';
import { SegmentBuilder } from '../../../server/src/corpus/compactIndex/build.ts';
import { indexWorker } from '../../../server/src/corpus/compactIndex/indexTask.ts';
import { type Segment, segmentIn } from '../../../server/src/corpus/compactIndex/segment.ts';
import { openSealed, seal } from '../../../server/src/corpus/compactIndex/stored.ts';
import { textHash } from '../../../server/src/corpus/compactIndex/textHash.ts';
import { passagesOf } from '../../../server/src/corpus/passages.ts';
import { NEWSPAPER_VOCABULARY } from '../../../server/src/markup/vocabulary.ts';
import { type Document, parseDocument, recordsOf } from '../../../server/src/statement/document.ts';
import { type ArchiveFile, archive } from '../corpus/archive.ts';
import { MB } from '../corpus/corpus.ts';
import { randomNumbers } from '../corpus/random.ts';
import type { Bar } from '../harness/bar.ts';
import { type Benchmark, type Figures, type Measurement } from '../harness/benchmark.ts';
import { temporaryFolder } from '../harness/children.ts';
import { derived, type Figure, figureOf, type Measured, quantiles } from '../harness/figure.ts';
import { heldBytes } from '../harness/memory.ts';
import { flexSearch, miniSearch, type TextIndex } from '../peers/textIndexes.ts';

/** What 20,000 records come to. */
const SIZE = 120 * MB;
/** What others are given, of whom one would take many minutes for all: 2,000 records. */
const PEER_SIZE = 12 * MB;
/** UTF-16 units that a thread is handed at once. */
const BATCH = 5 << 20;
/** Whatever else the machine does only adds, so that the best of some counts. */
const TRIES = 3;
const TERMS = 1000;
const TERM_LENGTHS = [2, 3, 4, 6] as const;
/** Terms whose answers are compared with those of scanning. */
const COMPARED = 100;
const PARAGRAPHS = 200;
const MOST_ALIKE = 50;
const CHANGES = 100;
const TENTH = 10;
const SHARES = { half: 0.5, '99 of 100': 0.99 };
const OURS = 'rmrb';
const SCANNING = 'indexOf';

export const index: Benchmark = {
  name: 'index',
  title: 'the index of 20,000 documents, 120 MB',
  measurements: {
    [OURS]: { run: ours, flags: ['--expose-gc'], limit: 900 },
    [SCANNING]: { run: scanning, limit: 600 },
    [miniSearch.name]: other(miniSearch),
    [flexSearch.name]: other(flexSearch),
  },
  bars(of) {
    const rest = (name: string, figure: string) => ({ name, measured: of(name, figure) });
    const held = of(OURS, 'bytes held');
    return [
      {
        what: 'build, from the texts',
        ours: of(OURS, 'build'),
        peer: rest(miniSearch.name, 'build'),
        asked: { least: 30 },
      },
      {
        what: 'build, from the texts',
        ours: of(OURS, 'build'),
        peer: rest(miniSearch.name, 'build'),
        asked: { times: 50 },
      },
      { what: 'build, from the texts', ours: of(OURS, 'build'), peer: rest(flexSearch.name, 'build') },
      { what: 'build, from normalised passages', ours: of(OURS, 'build of passages') },
      { what: 'memory for each byte of text', ours: held, asked: { most: 2 } },
      {
        what: 'memory for each byte of text',
        ours: held,
        peer: rest(miniSearch.name, 'bytes held'),
        asked: { times: 8 },
      },
      { what: 'memory for each byte of text', ours: held, peer: rest(flexSearch.name, 'bytes held') },
      { what: 'start with a stored index', ours: of(OURS, 'warm start'), asked: { most: 400 } },
      {
        what: 'a term: half of all',
        ours: of(OURS, 'term, half'),
        peer: rest(SCANNING, 'term, half'),
        asked: { times: 100 },
      },
      {
        what: 'a term: 99 of 100',
        ours: of(OURS, 'term, 99 of 100'),
        peer: rest(SCANNING, 'term, 99 of 100'),
        asked: { most: 10 },
      },
      ...[miniSearch, flexSearch].map(
        ({ name }): Bar => ({
          what: 'a term: half of all (peer: a tenth)',
          ours: of(OURS, 'term, half'),
          peer: rest(name, 'term, half'),
        }),
      ),
      { what: 'answers to terms that are those of scanning', ours: of(OURS, 'right'), asked: { least: 100 } },
      { what: 'more like a paragraph: half of all', ours: of(OURS, 'alike, half'), asked: { most: 20 } },
      { what: 'more like a paragraph: 99 of 100', ours: of(OURS, 'alike, 99 of 100'), asked: { most: 40 } },
      ...[miniSearch, flexSearch].map(
        ({ name }): Bar => ({
          what: 'more like a paragraph: half of all (peer: a tenth)',
          ours: of(OURS, 'alike, half'),
          peer: rest(name, 'alike, half'),
        }),
      ),
      { what: 'one changed document, with the next answer', ours: of(OURS, 'change'), asked: { most: 5 } },
    ];
  },
};

async function ours(): Promise<Figures> {
  const files = [...archive(SIZE)];
  const texts = files.map(({ text }) => text);
  const build = best(() => built(texts));
  const buildOfPassages = builtOfPassages(texts);
  const documents = files.map(parsed);

  const before = await heldBytes();
  const compact = indexOf(documents, built(texts));
  compact.size();
  // What threads share is not counted as anybody's.
  const shared = compact.segments().reduce((sum, { segment }) => sum + segment.buffer.byteLength, 0);
  const held = (await heldBytes()) - before + shared;

  const { segment } = compact.segments()[0]!;
  const passages = passagesIn(segment);
  const terms = termsOf(passages);
  const found = timesOf(terms, (term) => compact.containing(term).length);
  const random = randomNumbers(3);
  const paragraphs = Array.from({ length: PARAGRAPHS }, () => random.of(passages));
  const alike = timesOf(paragraphs, (text) => compact.alike(text, MOST_ALIKE).length);
  return {
    build: rate(build),
    'build of passages': rate(buildOfPassages, SIZE / TENTH),
    'bytes held': { value: held / SIZE, unit: '×' },
    'warm start': warmStart(segment, documents),
    ...quantiles('term', found, SHARES),
    right: rightAnswers(compact, documents, terms.slice(0, COMPARED)),
    ...quantiles('alike', alike, SHARES),
    change: changes(compact, files),
  };
}

/** What a thread does with the texts, and what is left of it: one segment. */
function built(texts: readonly string[]): Segment {
  const work = indexWorker(NEWSPAPER_VOCABULARY);
  const parts: { readonly buffer: ArrayBufferLike; readonly wanted: Uint8Array }[] = [];
  let batch: string[] = [];
  let length = 0;
  const flush = (): void => {
    const { buffer } = work({ kind: 'build', texts: batch });
    parts.push({ buffer: buffer!, wanted: new Uint8Array(batch.length).fill(1) });
    batch = [];
    length = 0;
  };
  for (const text of texts) {
    batch.push(text);
    length += text.length;
    if (length >= BATCH) flush();
  }
  if (batch.length > 0) flush();
  return segmentIn(work({ kind: 'merge', parts }).buffer!);
}

/** The same from passages that are normalised already; a tenth of them, since all as strings are more than a thread ever has. */
function builtOfPassages(texts: readonly string[]): Figure {
  const units = texts.slice(0, texts.length / TENTH).map((text) => ({
    hash: textHash(text),
    passages: passagesOfDocument(parseDocument(text, NEWSPAPER_VOCABULARY)),
  }));
  const builder = new SegmentBuilder();
  return best(() => {
    for (const unit of units) builder.add(unit);
    builder.finish();
  });
}

function passagesOfDocument(document: Document): string[] {
  return recordsOf(document).flatMap((record) =>
    passagesOf(record, NEWSPAPER_VOCABULARY).passages.map(({ normal }) => normal.text),
  );
}

interface ParsedFile {
  readonly uri: string;
  readonly document: Document;
}

function parsed({ uri, text }: ArchiveFile): ParsedFile {
  return { uri, document: parseDocument(text, NEWSPAPER_VOCABULARY) };
}

function indexOf(documents: readonly ParsedFile[], segment: Segment): CompactIndex {
  const compact = new CompactIndex(NEWSPAPER_VOCABULARY);
  for (const { uri, document } of documents) compact.set(uri, document);
  compact.add(segment);
  return compact;
}

/** Reads the file, works its checksum out and finds each document in it by the hash of its text. */
function warmStart(segment: Segment, documents: readonly ParsedFile[]): Figure {
  const file = join(temporaryFolder(), 'index.bin');
  writeFileSync(file, seal(segment, 'bench'));
  return best(() => {
    const bytes = readInPlace(file);
    const opened = openSealed(bytes.buffer, 'bench');
    if (typeof opened === 'string') throw new Error(opened);
    const { passages } = indexOf(documents, opened).size();
    if (passages !== segment.lengths.length) throw new Error(`${passages} passages`);
  });
}

/** As the thread does: into the memory where it is used. */
function readInPlace(file: string): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(statSync(file).size));
  const handle = openSync(file, 'r');
  for (let at = 0; at < bytes.length; ) at += readSync(handle, bytes, at, bytes.length - at, at);
  closeSync(handle);
  return bytes;
}

/** Of the terms, the share for which the passages are those that a look at every text finds. */
function rightAnswers(compact: CompactIndex, documents: readonly ParsedFile[], terms: readonly string[]): Figure {
  const sorted = documents.toSorted((a, b) => (a.uri < b.uri ? -1 : 1));
  const texts = sorted.map(({ uri, document }) => ({
    uri,
    passages: passagesOfDocument(document),
  }));
  const right = terms.filter((term) => {
    const expected = texts.flatMap(({ uri, passages }) =>
      passages.filter((text) => text.includes(term)).map((text) => uri + text),
    );
    const found = compact.containing(term).map(({ uri, text }) => uri + text);
    return found.length === expected.length && found.every((one, at) => one === expected[at]);
  });
  return { value: (100 * right.length) / terms.length, unit: '%' };
}

/** Each time a document gets another text, and somebody asks. */
function changes(compact: CompactIndex, files: readonly ArchiveFile[]): Figure {
  const random = randomNumbers(5);
  const times = Array.from({ length: CHANGES }, () => {
    const { uri, text } = random.of(files);
    const document = parseDocument(text.replace('。', '，与此同时。'), NEWSPAPER_VOCABULARY);
    const started = performance.now();
    compact.set(uri, document);
    compact.count('与此同时');
    return performance.now() - started;
  });
  return figureOf(times, 'ms');
}

/** The same questions to one string a document: what is quickest without any index. */
async function scanning(): Promise<Figures> {
  const documents = Array.from(archive(SIZE), parsed);
  const texts = documents.map(({ document }) => passagesOfDocument(document));
  const terms = termsOf(texts.flat()).slice(0, COMPARED);
  const joined = texts.map((passages) => passages.join('\n'));
  const find = (term: string): number => joined.filter((text) => text.includes(term)).length;
  return quantiles('term', timesOf(terms, find), SHARES);
}

function other(peer: TextIndex): Measurement {
  return {
    flags: ['--expose-gc', '--max-old-space-size=6000'],
    limit: 900,
    async run() {
      const passages = passagesOfTexts(PEER_SIZE);
      const terms = termsOf(passages).slice(0, COMPARED);
      const before = await heldBytes();
      const started = performance.now();
      const built = peer.build(passages);
      const time = performance.now() - started;
      const held = (await heldBytes()) - before;
      const random = randomNumbers(3);
      const paragraphs = Array.from({ length: PARAGRAPHS / TENTH }, () => random.of(passages));
      return {
        build: { value: PEER_SIZE / MB / (time / 1000), unit: 'MB/s' },
        'bytes held': { value: held / PEER_SIZE, unit: '×' },
        ...quantiles(
          'term',
          timesOf(terms, (term) => built.find(term)),
          SHARES,
        ),
        ...quantiles(
          'alike',
          timesOf(paragraphs, (text) => built.alike(text, MOST_ALIKE)),
          SHARES,
        ),
      };
    },
  };
}

function passagesOfTexts(bytes: number): string[] {
  return Array.from(archive(bytes), parsed).flatMap(({ document }) => passagesOfDocument(document));
}

function passagesIn({ text, starts, lengths }: Segment): string[] {
  return Array.from(lengths, (_, at) =>
    String.fromCharCode.apply(null, text.subarray(starts[at], starts[at + 1]) as unknown as number[]),
  );
}

/** Words from anywhere in the texts, so that common ones are asked for as often as they are written. */
function termsOf(passages: readonly string[]): string[] {
  const random = randomNumbers(2);
  const terms: string[] = [];
  while (terms.length < TERMS) {
    const passage = random.of(passages);
    const length = TERM_LENGTHS[terms.length % TERM_LENGTHS.length]!;
    const at = random.below(Math.max(1, passage.length - length));
    const term = passage.slice(at, at + length);
    if (term.length === length && /^\p{L}+$/u.test(term)) terms.push(term);
  }
  return terms;
}

/** The best time of each question in milliseconds. */
function timesOf<Question>(questions: readonly Question[], ask: (question: Question) => number): number[] {
  const times = questions.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < TRIES; round++) {
    questions.forEach((question, at) => {
      const started = performance.now();
      ask(question);
      times[at] = Math.min(times[at]!, performance.now() - started);
    });
  }
  return times;
}

function best(work: () => void): Figure {
  const times = Array.from({ length: TRIES }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return { ...figureOf(times, 'ms'), value: Math.min(...times) };
}

function rate(time: Figure, bytes = SIZE): Measured {
  return derived('MB/s', [time], (milliseconds) => bytes / MB / (milliseconds / 1000));
}
