import { resolve } from 'node:path';
import type { SameTopicAnswer } from '../corpus/corpus.ts';
import { scanningIndex } from '../corpus/corpusIndex.ts';
import { memoryCorpus } from '../corpus/memoryCorpus.ts';
import { sameTopic, type TopicSources } from '../corpus/sameTopic.ts';
import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { type Document, documentLength, lineCount, offsetAt, positionAt } from '../statement/document.ts';
import { message, type Say } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import { type Arguments, UsageError } from './args.ts';
import { type Complaints, openComplaints } from './complaints.ts';
import { onOneLine, visible } from './display.ts';
import type { Io } from './io.ts';
import { addFile, addFolder, type Library } from './loadCorpus.ts';
import { topicsOf } from './ownTopics.ts';
import { shownPath, uriAt } from './paths.ts';
import { readQueries } from './queries.ts';
import { CLEAN, type ExitStatus, FAILED } from './status.ts';

/** `rmrb xref`. */
export async function xref(args: Arguments, io: Io, say: Say): Promise<ExitStatus> {
  const folder = args.value('corpus');
  const queries = args.value('queries');
  const [place, extra] = args.rest;
  if (folder === undefined) throw new UsageError(message('cli.missingOption', { option: '--corpus' }));
  if (queries === undefined && place === undefined) throw new UsageError(message('cli.noPlace'));
  const unexpected = queries === undefined ? extra : place;
  if (unexpected !== undefined) throw new UsageError(message('cli.unexpected', { argument: unexpected }));
  if (queries !== undefined && args.value('format') === 'pretty') throw new UsageError(message('cli.queriesAreJson'));

  const complaints = openComplaints(io.stderr, say);
  const corpus = memoryCorpus();
  const topics = await topicsOf([resolve(io.cwd, folder)], io, complaints);
  const sources = { corpus, index: scanningIndex(corpus, NEWSPAPER_VOCABULARY), topics };
  const search: Search = { io, complaints, library: { corpus, names: new Map() }, sources };
  const caret = place === undefined ? undefined : readPlace(place);
  if (!(await addFolder(folder, io, search.library, complaints))) return FAILED;
  if (caret) await answerOne(caret, args.value('format') === 'json', search, say);
  else if (queries !== undefined) await answerMany(queries, search);
  return complaints.all.length > 0 ? FAILED : CLEAN;
}

interface Search {
  readonly io: Io;
  readonly complaints: Complaints;
  readonly library: Library;
  readonly sources: TopicSources;
}

interface CaretPlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** The last two numbers are the place: a name may hold colons itself. */
function readPlace(text: string): CaretPlace {
  const [, file, line, column] = /^(.+):(\d{1,9}):(\d{1,9})$/s.exec(text) ?? [];
  if (file === undefined || Number(line) < 1 || Number(column) < 1) {
    throw new UsageError(message('cli.badPlace', { value: text }));
  }
  return { file, line: Number(line), column: Number(column) };
}

async function answerOne(caret: CaretPlace, asJson: boolean, search: Search, say: Say): Promise<void> {
  const { io, complaints, library } = search;
  const uri = uriAt(io.cwd, caret.file);
  const document = await addFile(caret.file, io, library, complaints);
  if (!document) return;
  const position = { line: caret.line - 1, character: caret.column - 1 };
  const offset = offsetAt(document, position);
  if (position.line >= lineCount(document) || positionAt(document, offset).character !== position.character) {
    await complaints.add(message('cli.noSuchPlace', { ...caret }));
    return;
  }
  const answer = ask(search, uri, { start: offset, end: offset });
  const json = () => `${JSON.stringify(answerJson(caret.file, answer, search), undefined, 2)}\n`;
  await io.stdout.write(asJson ? json() : prettyText(answer, search, say));
}

async function answerMany(named: string, search: Search): Promise<void> {
  const { io, complaints, library } = search;
  const queries = await readQueries(named, io, complaints);
  if (!queries) return;
  // All files first, so that no answer depends on the order of the questions.
  const documents = new Map<string, Document | undefined>();
  for (const { file } of queries) {
    if (!documents.has(file)) documents.set(file, await addFile(file, io, library, complaints));
  }
  const entries: string[] = [];
  for (const { nth, id, file, offset } of queries) {
    const document = documents.get(file);
    if (!document) continue;
    const length = documentLength(document);
    if (offset.end > length) {
      await complaints.add(message('cli.badQuery.outside', { file: named, nth, id, asked: file, length }));
      continue;
    }
    const answer = answerJson(file, ask(search, uriAt(io.cwd, file), offset), search);
    entries.push(`${JSON.stringify(id)}:${JSON.stringify(answer)}`);
  }
  // Written by hand: an object would put ids that look like numbers first.
  await io.stdout.write(`{\n${entries.join(',\n')}\n}\n`);
}

/** Where nothing stands that could be asked for, the answer is empty. */
function ask({ sources }: Search, uri: string, asked: Span): SameTopicAnswer {
  return sameTopic(sources, uri, asked) ?? { query: { uri, span: asked, text: '', topic: null }, passages: [] };
}

/** `named` is how the question names its file. */
function answerJson(named: string, { query, passages }: SameTopicAnswer, { io, library }: Search): object {
  const { span, text, topic } = query;
  return {
    query: { file: shownPath(io.cwd, named), offset: [span.start, span.end], text, topic },
    passages: passages.map(({ uri, span, section, statement, score, excerpt }) => ({
      file: library.names.get(uri),
      offset: [span.start, span.end],
      section,
      statement,
      score,
      excerpt,
    })),
  };
}

function prettyText({ query, passages }: SameTopicAnswer, { library }: Search, say: Say): string {
  const asked = onOneLine(query.text);
  const text = visible(asked.length > LONGEST_TEXT ? `${asked.slice(0, LONGEST_TEXT)}…` : asked);
  const names = query.topic?.names.join('、') ?? '';
  const head = [
    say(message(query.text ? 'cli.xref.query' : 'cli.xref.nothingThere', { text })),
    ...(names ? [visible(say(message('cli.xref.names', { names })))] : []),
    ...(query.text && passages.length === 0 ? [say(message('cli.xref.none'))] : []),
  ];
  const blocks = passages.map(({ uri, span, section, statement, score, excerpt }) => {
    const document = library.corpus.get(uri)?.document;
    const { line, character } = document ? positionAt(document, span.start) : { line: 0, character: 0 };
    const place = `${library.names.get(uri)}:${line + 1}:${character + 1}`;
    const source = [statement.date, statement.title, section].filter(Boolean).join('  ');
    return `${score.toFixed(2)}  ${visible(place)}\n      ${visible(onOneLine(source))}\n      ${visible(onOneLine(excerpt))}`;
  });
  return `${[head.join('\n'), ...blocks].join('\n\n')}\n`;
}

const LONGEST_TEXT = 60;
