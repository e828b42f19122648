import { memoryCorpus } from '../corpus/memoryCorpus.ts';
import { sectionPath } from '../corpus/passages.ts';
import { passagesIn, type TopicMatrix, topicMatrix } from '../corpus/topicMatrix.ts';
import { message, type Say } from '../text/messages.ts';
import { shifted } from '../text/span.ts';
import { type Arguments, UsageError } from './args.ts';
import { openComplaints } from './complaints.ts';
import { openConfigurations } from './configurations.ts';
import type { Io } from './io.ts';
import { addTargets, type Library } from './loadCorpus.ts';
import { topicsOf } from './ownTopics.ts';
import { CLEAN, type ExitStatus, FAILED } from './status.ts';
import { findTargets } from './targets.ts';
import { topicTable } from './topicTable.ts';

/** `rmrb topics`. */
export async function topics(args: Arguments, io: Io, say: Say): Promise<ExitStatus> {
  if (args.rest.length === 0) throw new UsageError(message('cli.noFile'));
  const complaints = openComplaints(io.stderr, say);
  const configurations = await openConfigurations(io, undefined, complaints);
  if (!configurations) return FAILED;
  const options = { heedIgnoreFiles: true, stdinName: undefined };
  const targets = await findTargets(args.rest, io, configurations, options, complaints);
  const library: Library = { corpus: memoryCorpus(), names: new Map() };
  await addTargets(targets, io, library, complaints);
  const known = await topicsOf(new Set(targets.map(({ folder }) => folder)), io, complaints);
  const matrix = topicMatrix({ corpus: library.corpus, topics: known });
  await io.stdout.write(args.value('format') === 'json' ? jsonText(matrix, library) : topicTable(matrix, library, say));
  return complaints.all.length > 0 ? FAILED : CLEAN;
}

function jsonText({ statements, rows }: TopicMatrix, { names }: Library): string {
  const json = {
    statements: statements.map(({ uri, record, recordStart, statement }) => ({
      file: names.get(uri),
      offset: [recordStart, recordStart + record.text.length],
      ...statement,
    })),
    topics: rows.map(({ topic: { id, label, names: words, field, source }, cells }) => ({
      id,
      label,
      names: words,
      field,
      source,
      cells: cells.map((cell) => {
        const placed = statements[cell.statement];
        return {
          statement: cell.statement,
          count: cell.passages.length,
          places: (placed ? passagesIn(placed, cell) : []).map(({ span, path }) => {
            const { start, end } = shifted(span, placed?.recordStart ?? 0);
            return { offset: [start, end], section: sectionPath(path) };
          }),
        };
      }),
    })),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
