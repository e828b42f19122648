import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Position } from 'vscode-languageserver';
import type { Client } from '../../protocol/client.ts';
import { filesOf, MB } from '../corpus/corpus.ts';
import { type Random, randomNumbers } from '../corpus/random.ts';
import type { Benchmark, Figures } from '../harness/benchmark.ts';
import { quantiles } from '../harness/figure.ts';
import { openTextDocument } from '../peers/textDocument.ts';
import { corpusFolder } from '../peers/programs.ts';
import { connect, ourServer } from '../peers/servers.ts';

/** What 2,000 records come to. */
const SIZE = 11.3 * MB;
/** Whatever else the machine does only adds, so that a place counts with the best of some servers, each of them new. */
const SERVERS = 3;
const FILES = 12;
/** In each file: one on a number, the others anywhere in its paragraphs. */
const PLACES = 5;
const MOST = 60;

/** The number of a section or of a numbered paragraph, at the start of its line. */
const NUMBER = /(?<=\n {4})[一二三四五六七八九十]、?/g;
const IN_PROSE = /(?<=[\u4e00-\u9fff]{3})(?=[\u4e00-\u9fff]{3})/g;

export const hover: Benchmark = {
  name: 'hover',
  title: 'what 2,000 documents say on a place, at the other end of a pipe',
  measurements: { [ourServer.name]: { run: ask, limit: 120 } },
  bars(of) {
    const asked = { most: MOST };
    const ours = (round: string, share: string) => of(ourServer.name, `${round}, ${share}`);
    return ROUNDS.flatMap((round) => [
      { what: `${round}: half of all places`, ours: ours(round, 'half') },
      { what: `${round}: 9 of 10`, ours: ours(round, '9 of 10') },
      { what: `${round}: all`, ours: ours(round, 'all'), asked },
    ]);
  },
};

const ROUNDS = ['from cold', 'the same again'] as const;

async function ask(): Promise<Figures> {
  const folder = corpusFolder(SIZE);
  const times = ROUNDS.map(() => Array.from({ length: FILES * PLACES }, () => Number.POSITIVE_INFINITY));
  for (let server = 0; server < SERVERS; server++) {
    const client = (await connect(ourServer, { folders: [pathToFileURL(folder).href] }))!;
    const places = await openFiles(client, folder);
    await client.indexed();
    for (const best of times) {
      for (const [at, place] of places.entries()) {
        const started = performance.now();
        await client.request('textDocument/hover', place);
        best[at] = Math.min(best[at]!, performance.now() - started);
      }
    }
    await client.stop();
  }
  return Object.fromEntries(
    ROUNDS.flatMap((round, at) => Object.entries(quantiles(round, times[at]!, { half: 0.5, '9 of 10': 0.9, all: 1 }))),
  );
}

interface Place {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Opens statements from everywhere in the folder, and answers the places in them that are asked about. */
async function openFiles(client: Client, folder: string): Promise<Place[]> {
  const random = randomNumbers(4);
  const texts = filesOf(folder).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  const statements = texts.filter(({ text }) => text.search(NUMBER) !== -1);
  const places: Place[] = [];
  for (let count = 0; count < FILES; count++) {
    const { file, text } = random.of(statements);
    const uri = pathToFileURL(file).href;
    await client.open(uri, text);
    const document = openTextDocument(ourServer.languageId, text);
    const offsets = Array.from({ length: PLACES }, (_, at) => anywhere(text, at === 0 ? NUMBER : IN_PROSE, random));
    for (const offset of offsets) places.push({ textDocument: { uri }, position: document.positionAt(offset) });
  }
  return places;
}

function anywhere(text: string, pattern: RegExp, random: Random): number {
  return random.of([...text.matchAll(pattern)]).index;
}
