import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { problemsOf } from './specification.ts';

const FOLDER = new URL('clean/', import.meta.url);
/** What the rules may rightly say of a text that is clean otherwise: half-width marks of real questions. */
const REAL: Readonly<Record<string, readonly string[]>> = {
  'foreign.txt': ['char.halfwidth ?', 'char.halfwidth ?', 'char.halfwidth ?', 'char.halfwidth ?'],
};

/** Old print, verse, tables, dialogues, names, quotations, teaching texts: what looks like damage and is none. */
describe('clean texts', () => {
  for (const name of readdirSync(FOLDER)) {
    test(name, () => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8');
      const found = problemsOf(text)
        .filter(({ code }) => /^(?:char|pair)\./.test(code))
        .map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
      assert.deepEqual(found, REAL[name] ?? []);
    });
  }
});
