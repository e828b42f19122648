import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { gbk } from '../../server/src/repair/gbk.ts';
import { DAMAGE_TABLE } from '../../server/src/repair/pinyin.ts';
import { mirror } from '../repair/mirror.ts';
import { CLEAN_RECORDS } from './cleanRecords.ts';
import { INJURIES } from './injuries.ts';

const toTraditional = Converter({ from: 'cn', to: 't' });
const read = (folder: string) => {
  const base = new URL(folder, import.meta.url);
  return readdirSync(base)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, base), 'utf8'));
};
/** Real texts, a few lines of which make a record. */
const LINES = [...read('../../seeds/'), ...read('clean/')].flatMap((text) =>
  text.split(/\n|　　(?=\S)/).filter((line) => line.trim() !== ''),
);
/** Pages of the mirror, and marked characters, of the one with more than the other. */
const MARKED = [...DAMAGE_TABLE.keys()];

const records = fc.constantFrom(...CLEAN_RECORDS);
const fromLife = fc
  .record({ record: records, at: fc.nat(LINES.length - 1), count: fc.integer({ min: 1, max: 14 }) })
  .map(({ record, at, count }) => {
    const lines = LINES.slice(at, at + count).filter((line) => !/〖-?(?!JZ|HH)[A-Z]{2}\//.test(line));
    return record.replace(/(?<=〖ZW\/正文〗\n)[^]*(?=〖-ZW)/, () =>
      lines.map((line) => `    ${line.trim()}\n`).join(''),
    );
  });
/** Records as they should be, one or two in a file; some hold real text with the faults that it has. */
const originals = fc
  .array(fc.oneof({ arbitrary: records, weight: 3 }, { arbitrary: fromLife, weight: 2 }), {
    minLength: 1,
    maxLength: 2,
  })
  .map((texts) => texts.join(''));

/** The text as a mirror with some of its table prints it. */
const mirrored = fc
  .record({ text: originals, marked: fc.subarray(MARKED, { minLength: 4, maxLength: 40 }) })
  .map(({ text, marked }) => {
    const page = Array.from(text.replace(/[^〖〗]+(?![^〖〗]*〗)/g, (words) => toTraditional(words)))
      .filter((character) => character.charCodeAt(0) < 0x80 || gbk().codeOf(character) > 0)
      .join('');
    return mirror(page, marked);
  });

type Blow = (text: string) => string;

const inflicted = fc.record({ injury: fc.constantFrom(...INJURIES), place: fc.nat() }).map(
  ({ injury, place }): Blow =>
    (text) =>
      injury.inflict(text, (items) => items[place % items.length])?.text ?? text,
);

const SLIPS = [
  '',
  ' ',
  '　',
  '　　',
  '\n',
  '\r\n',
  '，',
  '。',
  '：',
  '“',
  '”',
  '《',
  '》',
  '（',
  '）',
  '(',
  ')',
  '—',
  '－',
  '-',
  '?',
  '…',
  '·',
  '・',
  '〖',
  '〗',
  '/',
  '〖JZ/加重〗',
  '〖-JZ/加重〗',
  '〖JZ；加重〗',
  '〖HH/换行〗',
  '〖-ZQ/总期〗',
  '〖ZQ/总期',
  '【BT/标题】',
  '〖ZW/正文〗',
  '〖-ZW/正文〗',
  '〖ZW',
  '〖ZI/字符〗',
  '一、',
  '三、',
  '（一）',
  '1.',
  '2.',
  '第一，',
  '\n    三、',
  '\n    1．',
  '\n二\n',
  '二00九年',
  '<p>',
  '&nbsp;',
  '**',
  '麵',
  '國',
  '1',
  'A',
  '声明',
  '登录\n',
  '\u00a0',
  '\u200b',
  '\f',
  '\ufffd',
];
/** Whatever slips in or out, and lines that are lost, doubled, moved or broken in another way. */
const slips = fc.oneof(
  fc.record({ at: fc.nat(), length: fc.nat(3), put: fc.constantFrom(...SLIPS) }).map(
    ({ at, length, put }): Blow =>
      (text) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + put + text.slice(from + length);
      },
  ),
  fc.record({ from: fc.nat(), to: fc.nat(), what: fc.constantFrom('move', 'copy', 'drop') }).map(
    ({ from, to, what }): Blow =>
      (text) => {
        const lines = text.split('\n');
        const index = from % lines.length;
        const line = lines[index]!;
        if (what !== 'copy') lines.splice(index, 1);
        if (what !== 'drop') lines.splice(to % (lines.length + 1), 0, line);
        return lines.join('\n');
      },
  ),
  fc.constant<Blow>((text) => text.replaceAll('\n', '\r\n')),
);

const blows = fc.array(fc.oneof({ arbitrary: inflicted, weight: 4 }, { arbitrary: slips, weight: 1 }), {
  maxLength: 8,
});

/** Records damaged in several ways at once. */
export const damagedTexts = fc
  .record({ text: fc.oneof({ arbitrary: originals, weight: 4 }, { arbitrary: mirrored, weight: 1 }), blows })
  .map(({ text, blows: all }) => all.reduce((damaged, blow) => blow(damaged), text));
