import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { problemsOf, RECORD } from './specification.ts';

const FOLDER = new URL('clean/', import.meta.url);
/** What the rules may rightly say of a text that is clean otherwise: half-width marks of real questions. */
const REAL: Readonly<Record<string, readonly string[]>> = {
  'foreign.txt': ['char.halfwidth ?', 'char.halfwidth ?', 'char.halfwidth ?', 'char.halfwidth ?'],
};
/** Lines of different texts in one file are indented as each of them was; that is a hint, and right. */
const HINT = 'hint';

/** The day of the records is made up. */
const INVENTED = 'meta.date-conflict';

/** The same text in the ways in which files hold it. */
const FORMS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in paragraphs set apart': (text) => text.replaceAll('\n', '\n\n'),
  'with other line breaks': (text) => text.replaceAll('\n', '\r\n'),
  'with indented paragraphs': (text) => text.replace(/\n(?=[^\s])/g, '\n　　'),
  'in a record': inRecord,
};

/** Old print, verse, tables, dialogues, names, quotations, teaching texts: what looks like damage and is none. */
describe('clean texts', () => {
  for (const name of readdirSync(FOLDER)) {
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    for (const [how, form] of Object.entries(FORMS)) {
      if (text.startsWith('〖') && how !== 'as it is') continue;
      test(`${name} ${how}`, () => {
        const printed = form(text);
        const found = problemsOf(printed)
          .filter(({ severity, code }) => severity !== HINT && code !== INVENTED)
          .map(({ code, span }) => `${code} ${printed.slice(span.start, span.end)}`);
        assert.deepEqual(found, REAL[name] ?? []);
      });
    }
  }
});

function inRecord(text: string): string {
  const [title = '', ...lines] = text.split('\n');
  const body = lines.filter((line) => line !== '').map((line) => `    ${line}\n`);
  return RECORD.replace('联合声明', () => title.trim()).replace('    双方声明如下：\n', () => body.join(''));
}
