/**
 * `npm run score [-- --details]`: how well the command line finds the same topics, by the judged queries in `test/gold`,
 * and whether that is good enough, with the known topics and without them.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './process.mjs';

/** The judge's names of the statements, and their files. */
const FILES = JSON.parse(readFileSync(join(root, 'test/support/statements.json'), 'utf8'));
const STATEMENTS = new Map(Object.entries(FILES).map(([statement, file]) => [file, statement]));
const SCORER = 'test/gold/score.mjs';

const node = (/** @type {string[]} */ ...args) =>
  execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });

node('esbuild.mjs');
const folder = mkdtempSync(join(tmpdir(), 'rmrb-score-'));
try {
  /** @type {{ id: string, type: string, statement: string, start: number, end: number, offset: number }[]} */
  const judged = JSON.parse(node(SCORER, '--list-queries', '--split', 'dev'));
  const queries = judged.map(({ id, type, statement, start, end, offset }) => ({
    id,
    file: FILES[statement],
    offset: type === 'para' ? [start, end] : [offset, offset],
  }));
  writeFileSync(join(folder, 'queries.json'), JSON.stringify(queries));
  const found = JSON.parse(
    node('dist/cli.js', 'xref', '--format', 'json', '--corpus', 'seeds', '--queries', join(folder, 'queries.json')),
  );
  const answers = Object.fromEntries(
    Object.entries(found).map(([id, { passages }]) => [
      id,
      passages.map(
        (/** @type {{ file: string, offset: [number, number], score: number }} */ { file, offset, score }) => ({
          statement: STATEMENTS.get(file),
          start: offset[0],
          end: offset[1],
          score,
        }),
      ),
    ]),
  );
  writeFileSync(join(folder, 'answers.json'), JSON.stringify(answers));
  process.stdout.write(node(SCORER, join(folder, 'answers.json'), '--split', 'dev', ...process.argv.slice(2)));
  process.stdout.write(node('--import', 'tsx', 'test/gold/bars.ts'));
} finally {
  rmSync(folder, { recursive: true });
}
