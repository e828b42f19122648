import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MB, textOf } from '../corpus/corpus.ts';
import type { Markup } from '../corpus/markups.ts';
import type { Bar } from '../harness/bar.ts';
import { type Benchmark, type Measurement, only } from '../harness/benchmark.ts';
import { temporaryFolder } from '../harness/children.ts';
import { type Figure, figureOf } from '../harness/figure.ts';
import { heldBytes } from '../harness/memory.ts';
import { HTML_SERVICE, parseHtml } from '../peers/html.ts';
import { LEZER, parseLezer } from '../peers/lezer.ts';
import { corpusFolder, memoryOfCheck } from '../peers/programs.ts';
import { heldOfRmrb } from '../peers/rmrb.ts';
import { connect, ourServer } from '../peers/servers.ts';

const SIZE = 10 * MB;
/** What 20,000 records come to. */
const MANY_SIZE = 113 * MB;
const FOLDERS = [10 * MB, 100 * MB] as const;
const OURS = 'rmrb';

export const memory: Benchmark = {
  name: 'memory',
  title: 'what a parsed file and a server hold',
  measurements: {
    [OURS]: heapBeyondText('rmrb', heldOfRmrb),
    [HTML_SERVICE]: heapBeyondText('html', (text) => [text, parseHtml(text)]),
    [LEZER]: heapBeyondText('html', (text) => [text, parseLezer(text)]),
    'five texts': only(serverOnSeeds),
    'many documents': only(serverOnMany),
    ...Object.fromEntries(FOLDERS.map((bytes) => [folderName(bytes), only(() => memoryOfCheck(corpusFolder(bytes)))])),
  },
  bars(of) {
    const [less, more] = FOLDERS.map(folderName);
    const beyond = { what: 'a 10 MB file with its outline (ours: and problems), beyond its text', ours: of(OURS) };
    return [
      { ...beyond, peer: { name: HTML_SERVICE, measured: of(HTML_SERVICE) }, asked: { most: 10 } },
      { ...beyond, peer: { name: LEZER, measured: of(LEZER) } },
      { what: 'server on the five texts, resident', ours: of('five texts'), asked: { most: 150 } },
      { what: 'server on 20,000 documents, resident', ours: of('many documents'), asked: { most: 600 } },
      {
        what: 'rmrb check on 100 MB, most resident',
        ours: of(more!),
        peer: { name: less!, measured: of(less!) },
        asked: { within: 1.5 },
      } satisfies Bar,
    ];
  },
};

/** `parse` answers all that an open file needs, which for ours holds the text, for others has it beside the tree. */
function heapBeyondText(markup: Markup, parse: (text: string) => unknown): Measurement {
  return only(
    async () => {
      // As an editor's server gets it: read once, and nobody else holds it.
      const file = join(temporaryFolder(), 'text');
      writeFileSync(file, textOf(SIZE, markup));
      const samples: number[] = [];
      for (let sample = 0; sample < 8; sample++) {
        const before = await heldBytes();
        const textBytes = keep(file, parse);
        samples.push(((await heldBytes()) - before - textBytes) / MB);
        kept.length = 0;
      }
      // What the first one leaves behind for all others, tables and compiled code, is no part of a tree.
      return figureOf(samples.slice(1), 'MB');
    },
    { flags: ['--expose-gc'] },
  );
}

/** The tree that is weighed. A variable of the function that weighs would hold the one before as well. */
const kept: unknown[] = [];

/** Answers how many bytes the text has in memory. */
function keep(file: string, parse: (text: string) => unknown): number {
  const text = readFileSync(file, 'utf8');
  kept.push(parse(text));
  return 2 * text.length;
}

async function serverOnSeeds(): Promise<Figure> {
  const folder = join(process.cwd(), 'seeds');
  const client = (await connect(ourServer, { folders: [pathToFileURL(folder).href] }))!;
  await client.indexed();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
    await client.openChecked(pathToFileURL(join(folder, name)).href, readFileSync(join(folder, name), 'utf8'));
  }
  const size = residentSize(client.processId!);
  await client.stop();
  return size;
}

async function serverOnMany(): Promise<Figure> {
  const folder = corpusFolder(MANY_SIZE);
  const client = (await connect(ourServer, { folders: [pathToFileURL(folder).href] }))!;
  await client.indexed();
  const size = residentSize(client.processId!);
  await client.stop();
  return size;
}

function residentSize(processId: number): Figure {
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(processId)], { encoding: 'utf8' }));
  return { value: kilobytes / 1000, unit: 'MB' };
}

function folderName(bytes: number): string {
  return `a folder of ${bytes / MB} MB`;
}
