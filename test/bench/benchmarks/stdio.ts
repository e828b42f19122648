import type { Range } from 'vscode-languageserver';
import type { Client } from '../../protocol/client.ts';
import { MB, middleOf, textOf } from '../corpus/corpus.ts';
import { type Benchmark, type Figures, type Measurement, ONLY } from '../harness/benchmark.ts';
import type { Figure } from '../harness/figure.ts';
import { sampled, timed } from '../harness/time.ts';
import { connect, htmlServer, NOT_AVAILABLE, ourServer, ruffServer, type Server, uriFor } from '../peers/servers.ts';
import { openTextDocument } from '../peers/textDocument.ts';

const SIZE = 10 * MB;
/** A zero-width space is a problem for us, so that each keystroke changes the list; any character will do for others. */
const TYPED = '\u200b';

/** What is asked of one server. */
interface Questions {
  readonly problems: boolean;
  readonly symbols: boolean;
}

export const stdio: Benchmark = {
  name: 'stdio',
  title: 'a 10 MB file at the other end of a pipe, no debounce',
  measurements: {
    [ourServer.name]: served(ourServer, { problems: true, symbols: true }),
    [htmlServer.name]: served(htmlServer, { problems: false, symbols: true }),
    [ruffServer.name]: served(ruffServer, { problems: true, symbols: false }),
  },
  bars(of) {
    const ours = (figure: string) => of(ourServer.name, figure);
    const against = ({ name }: Server, figure: string) => ({ name, measured: of(name, figure) });
    return [
      {
        what: 'didChange → publishDiagnostics',
        ours: ours('problems'),
        peer: against(ruffServer, 'problems'),
        asked: { most: 25 },
      },
      {
        what: 'documentSymbol, nothing else to do',
        ours: ours('symbols'),
        peer: against(htmlServer, 'symbols'),
        asked: { most: 60 },
      },
      {
        what: 'didChange → documentSymbol (ours: and publishDiagnostics)',
        ours: ours('both'),
        peer: against(htmlServer, 'both'),
      },
      { what: 'answer to documentSymbol', ours: ours('size'), peer: against(htmlServer, 'size'), asked: { most: 2 } },
      {
        what: 'didOpen → documentSymbol (ours: and publishDiagnostics)',
        ours: ours('open'),
        peer: against(htmlServer, 'open'),
      },
      { what: 'didOpen → both (ruff: publishDiagnostics)', ours: ours('open'), peer: against(ruffServer, 'open') },
    ];
  },
};

function served(server: Server, questions: Questions): Measurement {
  return {
    async run() {
      const client = await connect(server);
      return client ? ask(client, server, questions) : { [ONLY]: { missing: NOT_AVAILABLE } };
    },
  };
}

async function ask(client: Client, server: Server, { problems, symbols }: Questions): Promise<Figures> {
  const text = textOf(SIZE, server.markup);
  const file = new OpenFile(client, server, text);
  const figures: Record<string, Figure> = {};
  const all = () => Promise.all([...(symbols ? [file.symbols()] : []), ...(problems ? [file.published()] : [])]);
  figures['open'] = await timed(() => file.open(all), { warmUp: 1 });
  if (symbols) figures['size'] = { value: Buffer.byteLength(JSON.stringify(await file.symbols())) / MB, unit: 'MB' };
  if (problems) {
    figures['problems'] = await timed(() => file.type(() => file.published()));
  }
  if (symbols) {
    figures['symbols'] = await sampled(async () => {
      await file.type(() => (problems ? file.published() : file.symbols()));
      const started = performance.now();
      await file.symbols();
      return performance.now() - started;
    });
    figures['both'] = await timed(() => file.type(all));
  }
  await client.stop();
  return figures;
}

/** One file and what the client waits for after telling of it. */
class OpenFile {
  readonly #client: Client;
  readonly #server: Server;
  readonly #text: string;
  readonly #before: Range;
  readonly #typed: Range;
  #uri = '';
  #version = 0;
  #isTyped = false;
  #seen = 0;

  constructor(client: Client, server: Server, text: string) {
    this.#client = client;
    this.#server = server;
    this.#text = text;
    const start = openTextDocument(server.languageId, text).positionAt(middleOf(text));
    this.#before = { start, end: start };
    this.#typed = { start, end: { line: start.line, character: start.character + TYPED.length } };
  }

  /** The outline of the file in its present state. */
  symbols(): Promise<unknown> {
    return this.#client.request('textDocument/documentSymbol', { textDocument: { uri: this.#uri } });
  }

  /** Settles when problems come that had not come when the last change was sent. */
  async published(): Promise<void> {
    const before = this.#seen;
    await this.#client.until('problems', () => this.#published() > before);
  }

  /** Under a name of its own each time: what is still said of the file before must not be taken for an answer. */
  async open(heard: () => Promise<unknown>): Promise<void> {
    if (this.#version > 0) await this.#client.close(this.#uri);
    this.#uri = uriFor(this.#server, ++this.#version);
    this.#seen = 0;
    await this.#client.open(this.#uri, this.#text, this.#version, this.#server.languageId);
    await heard();
  }

  async type(heard: () => Promise<unknown>): Promise<void> {
    this.#isTyped = !this.#isTyped;
    const [range, text] = this.#isTyped ? [this.#before, TYPED] : [this.#typed, ''];
    this.#seen = this.#published();
    await this.#client.replace(this.#uri, ++this.#version, range, text);
    await heard();
  }

  #published(): number {
    return this.#client.published(this.#uri).length;
  }
}
