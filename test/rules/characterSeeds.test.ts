import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Problem } from '../../server/src/rules/rule.ts';
import { problemsOf } from './specification.ts';

const GOLDEN = new URL('golden/char-pair.txt', import.meta.url);
const NAMES = ['2002-12-02', '2014-05-20', '2017-07-05', '2021-06-28', '2024-05-16'];
/** How many places of a group the golden file shows. */
const SHOWN = 4;

/** Each group on a line of its own: file, code, how often; below it the first places. A reason may stand behind `#`. */
function summary(): string {
  return NAMES.map(
    (name) => `${name}\n${groups(readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), 'utf8'))}`,
  ).join('\n');
}

function groups(text: string): string {
  const byCode = new Map<string, Problem[]>();
  for (const problem of problemsOf(text)) {
    if (/^(?:char|pair)\./.test(problem.code)) byCode.set(problem.code, [...(byCode.get(problem.code) ?? []), problem]);
  }
  const lines: string[] = [];
  for (const [code, problems] of byCode) {
    lines.push(`  ${code} × ${problems.length}`);
    lines.push(...problems.slice(0, SHOWN).map(({ span }) => `    ${span.start}: ${inContext(text, span)}`));
  }
  return lines.map((line) => `${line}\n`).join('');
}

function inContext(text: string, { start, end }: Problem['span']): string {
  const place = `${text.slice(start - 6, start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 6)}`;
  return place.replaceAll('\n', '⏎').replaceAll('\u00a0', '⍽');
}

test('the five texts have these problems of characters and pairs, and no other', () => {
  const golden = readFileSync(GOLDEN, 'utf8').replace(/ +#.*$/gm, '');
  assert.equal(summary(), golden);
});
