import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileProblem, fileCheck } from '../../../server/src/features/diagnostics.ts';
import { firstFix, fixAll } from '../../../server/src/features/fixAll.ts';
import { checkRecord } from '../../../server/src/rules/check.ts';
import type { Problem, Severity } from '../../../server/src/rules/rule.ts';
import { RULES } from '../../../server/src/rules/rules.ts';
import { documentLength } from '../../../server/src/statement/document.ts';
import { CLEAN_RECORDS } from '../../rules/cleanRecords.ts';
import { INJURIES } from '../../rules/injuries.ts';
import { CONTEXT, problemsOf } from '../../rules/specification.ts';
import { tryOut } from '../../rules/trial.ts';
import { MB, textOf } from '../corpus/corpus.ts';
import type { Bar } from '../harness/bar.ts';
import { type Benchmark, type Figures, ONLY } from '../harness/benchmark.ts';
import type { Figure } from '../harness/figure.ts';
import { parseRmrb } from '../peers/rmrb.ts';

const INJURED_CODES = [...new Set(INJURIES.map(({ code }) => code))];
/** What is still wrong, and cannot be repaired, when every fix has been carried out: the text stops there. */
const TRUNCATED = { name: '2017-07-05.txt', code: 'structure.truncated' };
const LOUD: readonly Severity[] = ['error', 'warning'];
const CLEAN = ['clean texts', 'clean records', 'synthetic corpus, 2 MB', 'seeds, repaired'] as const;
const KINDS = 40;

/** The detection test requires the same; here it is counted. */
export const quality: Benchmark = {
  name: 'quality',
  title: 'what the rules see and what they should not',
  measurements: {
    recall: { run: async () => recall() },
    'false reports': { run: async () => falseReports() },
  },
  bars(of) {
    return [
      { what: 'kinds of injury, each at 50 places', ours: of('recall', ONLY), asked: { least: KINDS } },
      ...INJURED_CODES.map(
        (code): Bar => ({ what: `recall of ${code}`, ours: of('recall', code), asked: { least: 100 } }),
      ),
      {
        what: 'rules that no injury tries',
        ours: { value: RULES.filter(({ code }) => !INJURED_CODES.includes(code)).length, unit: 'rules' },
      },
      ...CLEAN.flatMap((name): Bar[] => [
        {
          what: `false errors and warnings per 10,000 characters: ${name}`,
          ours: of('false reports', name),
          asked: { most: 0 },
        },
        { what: `infos and hints per 10,000 characters: ${name}`, ours: of('false reports', quiet(name)) },
      ]),
    ];
  },
};

function recall(): Figures {
  const trials = INJURIES.map((injury) => ({ code: injury.code, ...tryOut(injury, CLEAN_RECORDS) }));
  const shares = INJURED_CODES.map((code): [string, Figure] => {
    const of = trials.filter((trial) => trial.code === code);
    const tried = of.reduce((sum, trial) => sum + trial.tried, 0);
    const missed = of.reduce((sum, trial) => sum + trial.missed.length, 0);
    return [code, { value: (100 * (tried - missed)) / tried, unit: '%', samples: tried }];
  });
  return { [ONLY]: { value: INJURIES.length, unit: 'kinds' }, ...Object.fromEntries(shares) };
}

function falseReports(): Figures {
  const texts = (folder: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const judged = (text: string): Judged => ({ length: text.length, problems: problemsOf(text) });
  const repaired = ({ name, text }: { name: string; text: string }): Judged => {
    const check = fileCheck((record) => checkRecord(record, CONTEXT));
    const { document, problems } = fixAll(parseRmrb(text), { all: check, check }, firstFix);
    const isReal = ({ code }: FileProblem) => name === TRUNCATED.name && code === TRUNCATED.code;
    return { length: documentLength(document), problems: problems.filter((problem) => !isReal(problem)) };
  };
  const found: Readonly<Record<(typeof CLEAN)[number], readonly Judged[]>> = {
    'clean texts': texts('test/rules/clean').map(({ text }) => judged(text)),
    'clean records': CLEAN_RECORDS.map(judged),
    'synthetic corpus, 2 MB': [judged(textOf(2 * MB))],
    'seeds, repaired': texts('seeds').map(repaired),
  };
  return Object.fromEntries(
    CLEAN.flatMap((name) => [
      [name, perTenThousand(found[name], true)],
      [quiet(name), perTenThousand(found[name], false)],
    ]),
  );
}

interface Judged {
  readonly length: number;
  readonly problems: readonly Problem[];
}

function perTenThousand(texts: readonly Judged[], loud: boolean): Figure {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const wanted = texts.flatMap(({ problems }) => problems).filter(({ severity }) => LOUD.includes(severity) === loud);
  return { value: (10_000 * wanted.length) / length, unit: 'reports' };
}

function quiet(name: string): string {
  return `${name}: infos and hints`;
}
