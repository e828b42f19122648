import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ConflictIndex } from '../../server/src/corpus/conflictIndex.ts';
import { conflictsAmong } from '../../server/src/corpus/conflicts.ts';
import { summaryOf } from '../../server/src/corpus/recordSummary.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import type { SummaryPlace } from '../../server/src/rules/corpusRule.ts';
import { CORPUS_RULES } from '../../server/src/rules/corpusRules.ts';
import {
  type Document,
  documentLength,
  editDocument,
  parseDocument,
  placedRecords,
} from '../../server/src/statement/document.ts';
import { sayIn } from '../../server/src/text/messages.ts';

const say = sayIn('zh-cn');
const parse = (text: string): Document => parseDocument(text, NEWSPAPER_VOCABULARY);

/** Milliseconds of this process alone, whatever else the machine does. */
function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

interface Fields {
  readonly issue?: number | string;
  readonly date?: string;
  readonly page?: string;
  readonly item?: string;
  readonly title?: string;
  readonly body?: string;
}

function record({
  issue = 20585,
  date = '20140521',
  page = '002',
  item = '2',
  title = '声明',
  body = '',
}: Fields): string {
  return [
    `〖ZQ/总期〗${issue}〖-ZQ/总期〗`,
    `〖RQ/日期〗${date}〖-RQ/日期〗`,
    `〖BH/版号〗${page}〖-BH/版号〗`,
    `〖TH/条号〗${item}〖-TH/条号〗`,
    `〖BT/标题〗${title}〖-BT/标题〗`,
    `〖ZW/正文〗\n    ${body || `${title}的正文。`}\n〖-ZW/正文〗\n`,
  ].join('\n');
}

/** The files' texts by name, put into an index. */
function indexOf(files: Readonly<Record<string, string>>): ConflictIndex {
  const index = new ConflictIndex();
  for (const [uri, text] of Object.entries(files)) index.set(uri, parse(text));
  return index;
}

/** `code printed → file printed, …` for each problem of a file. */
function told(index: ConflictIndex, files: Readonly<Record<string, string>>, uri: string): string[] {
  const words = (file: string, { start, end }: { start: number; end: number }) => files[file]?.slice(start, end);
  return index.problemsOf(uri).map(({ code, span, related }) => {
    const places = related.map((place) => `${place.uri} ${words(place.uri, place.span)}`);
    return `${code} ${words(uri, span)} → ${places.join(', ')}`;
  });
}

describe('duplicate records', () => {
  it('are told of in both files, with links both ways', () => {
    const files = { a: record({ title: '甲' }), b: record({ title: '乙', page: '02', item: '02' }) };
    const index = indexOf(files);
    assert.deepEqual(told(index, files, 'a'), ['meta.duplicate-record 2 → b 乙']);
    assert.deepEqual(told(index, files, 'b'), ['meta.duplicate-record 02 → a 甲']);
  });

  it('are told of within one file too', () => {
    const files = { a: record({ title: '甲' }) + record({ title: '乙', item: '3' }) + record({ title: '丙' }) };
    assert.deepEqual(told(indexOf(files), files, 'a'), [
      'meta.duplicate-record 2 → a 丙',
      'meta.duplicate-record 2 → a 甲',
    ]);
  });

  it('are those with the same body as well, whatever the script, punctuation, tags and line breaks', () => {
    const body =
      '双方重申，将继续加强在联合国、上海合作组织、金砖国家等框架内的协作，共同维护国际公平正义和世界和平稳定，推动构建人类命运共同体。';
    const traditional =
      '雙方重申,將繼續加強在聯(lián)合國、上海合作組織、金磚國家等〖JZ/加重〗框架內〖-JZ/加重〗的協作,共同維護國際公平正義和世界\n和平穩定,推動構建人類命運共同體。';
    const files = { a: record({ title: '甲', body }), b: record({ title: '乙', item: '7', body: traditional }) };
    const index = indexOf(files);
    assert.deepEqual(told(index, files, 'a'), ['meta.duplicate-record 甲 → b 乙']);
    assert.deepEqual(told(index, files, 'b'), ['meta.duplicate-record 乙 → a 甲']);
    assert.match(say(index.problemsOf('a')[0]!.message), /正文/);
  });

  it('with the same body in the same position are one slip', () => {
    const body = '双方将继续加强合作，共同维护和平。'.repeat(5);
    const files = { a: record({ title: '甲', body }), b: record({ title: '乙', body }) };
    assert.deepEqual(told(indexOf(files), files, 'a'), ['meta.duplicate-record 2 → b 乙']);
  });

  it('are not those that share a short notice, or lack part of their position', () => {
    const files = {
      a: record({ body: '（略）' }),
      b: record({ item: '3', body: '（略）' }),
      c: record({ item: '' }),
      d: record({ item: '' }),
    };
    for (const uri of Object.keys(files)) assert.deepEqual(told(indexOf(files), files, uri), []);
  });

  it('are withdrawn when one is mended, and the other file is named as changed', () => {
    const files = { a: record({ title: '甲' }), b: record({ title: '乙' }) };
    const index = indexOf(files);
    assert.deepEqual(index.set('b', parse(record({ title: '乙', item: '3' }))).sort(), ['a', 'b']);
    assert.deepEqual(index.problemsOf('a'), []);
    assert.deepEqual(index.set('b', parse(files.b)).sort(), ['a', 'b']);
    assert.deepEqual(index.delete('b').sort(), ['a', 'b']);
    assert.deepEqual(index.problemsOf('a'), []);
    assert.deepEqual(index.problemsOf('b'), []);
  });

  it('name only the first of many', () => {
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`f${n}`, record({ title: `甲${n}` })]));
    assert.equal(indexOf(files).problemsOf('f3')[0]?.related.length, 5);
  });
});

describe('issue numbers and dates', () => {
  const dated = (issue: number | string, date: string) => record({ issue, date, page: '001', item: date, title: date });
  /** Files a, b, c … with these numbers and dates; answers which of them are blamed, by what they point to. */
  const blamed = (...records: readonly (readonly [issue: number | string, date: string])[]): Record<string, string> => {
    const files = Object.fromEntries(
      records.map(([issue, date], n) => [String.fromCharCode(97 + n), dated(issue, date)]),
    );
    const index = indexOf(files);
    const entries = Object.keys(files).map((uri) => [uri, told(index, files, uri).join('; ')] as const);
    return Object.fromEntries(entries.filter(([, problems]) => problems !== ''));
  };

  it('of one daily paper agree over decades', () => {
    assert.deepEqual(blamed([12968, '19930713'], [20585, '20140521']), {});
  });

  it('of two records that disagree are both doubtful, with links both ways', () => {
    assert.deepEqual(blamed([12968, '19930713'], [20586, '20140521']), {
      a: 'meta.issue-conflict 12968 → b 20586',
      b: 'meta.issue-conflict 20586 → a 12968',
    });
  });

  it('are judged by the majority, and the message says what is expected', () => {
    const files = { a: dated(20585, '20140521'), b: dated(20856, '20140522'), c: dated(20587, '20140523') };
    const index = indexOf(files);
    assert.deepEqual(told(index, files, 'a'), []);
    assert.deepEqual(told(index, files, 'b'), ['meta.issue-conflict 20856 → a 20585']);
    assert.deepEqual(told(index, files, 'c'), []);
    assert.match(say(index.problemsOf('b')[0]!.message), /应是 20586/);
    assert.equal(index.problemsOf('b')[0]!.severity, 'warning');
  });

  it('blame the one that is wrong at the end of the range, and two alike that the others enclose', () => {
    assert.deepEqual(Object.keys(blamed([1, '20140501'], [2, '20140502'], [30, '20140503'])), ['c']);
    assert.deepEqual(
      Object.keys(
        blamed([1, '20140501'], [2, '20140502'], [13, '20140503'], [14, '20140504'], [5, '20140505'], [6, '20140506']),
      ),
      ['c', 'd'],
    );
  });

  it('may begin anew: nobody is blamed where the way of counting changes', () => {
    const old = [
      [101, '19580101'],
      [102, '19580102'],
      [103, '19580103'],
      [104, '19580104'],
    ] as const;
    const recent = [
      [3601, '19580105'],
      [3602, '19580106'],
      [3603, '19580107'],
      [3604, '19580108'],
    ] as const;
    assert.deepEqual(blamed(...old, ...recent), {});
    assert.deepEqual(blamed(...old, ...recent.slice(0, 2)), {});
  });

  it('of one day must agree', () => {
    const files = {
      a: record({ issue: 20585, item: '1', title: '甲' }) + record({ issue: 20585, item: '2', title: '乙' }),
      b: record({ issue: 20558, item: '3', title: '丙' }),
    };
    const index = indexOf(files);
    assert.deepEqual(told(index, files, 'a'), []);
    assert.deepEqual(told(index, files, 'b'), ['meta.issue-conflict 20558 → a 20585']);
    assert.match(say(index.problemsOf('b')[0]!.message), /同一天/);
  });

  it('of one day are decided by the days around where the day is divided', () => {
    const files = { a: dated(20584, '20140520'), b: record({ item: '1' }), c: record({ issue: 20558, item: '3' }) };
    const index = indexOf(files);
    assert.deepEqual(told(index, files, 'b'), []);
    assert.deepEqual(told(index, files, 'c'), ['meta.issue-conflict 20558 → b 20585']);
  });

  it('that are no number or no day are other rules’ business', () => {
    assert.deepEqual(blamed(['2058x', '20140521'], [12968, '19930713'], [1, '20140231']), {});
  });

  it('are withdrawn while they are being mended', () => {
    const index = indexOf({ a: dated(12968, '19930713'), b: dated(20586, '20140521') });
    assert.deepEqual(index.set('b', parse(dated(20585, '20140521'))).sort(), ['a', 'b']);
    assert.deepEqual([...index.problemsOf('a'), ...index.problemsOf('b')], []);
  });
});

describe('pages of two digits', () => {
  it('are told of in a file where others have three', () => {
    const files = { a: record({ page: '02' }) + record({ page: '003', title: '乙' }) };
    assert.deepEqual(told(indexOf(files), files, 'a'), ['meta.page 02 → a 003']);
  });
  it('are right in older papers, and in files that have no others', () => {
    const older = record({ page: '02', date: '19930713', issue: 12968 }) + record({ page: '003', title: '乙' });
    const files = { a: older, b: record({ page: '04' }) + record({ page: '05', title: '乙' }) };
    assert.deepEqual([...told(indexOf(files), files, 'a'), ...told(indexOf(files), files, 'b')], []);
  });
});

describe('the index', () => {
  it('heeds severities', () => {
    const index = indexOf({ a: record({}), b: record({}) });
    assert.equal(index.problemsOf('a', new Map([['meta.duplicate-record', 'hint']]))[0]?.severity, 'hint');
    assert.deepEqual(index.problemsOf('a', new Map([['meta.duplicate-record', 'off']])), []);
  });

  it('follows records that only move, in the files that point to them too', () => {
    const files = { a: record({ title: '甲' }), b: `${record({ title: '丙', item: '9' })}${record({ title: '乙' })}` };
    const index = indexOf(files);
    const document = parse(files.b);
    index.set('b', document);
    const at = files.b.indexOf('丙');
    const edited = editDocument(document, { span: { start: at, end: at }, newText: '丁丁丁' });
    assert.deepEqual(index.set('b', edited).sort(), ['a', 'b']);
    const after = { ...files, b: `${files.b.slice(0, at)}丁丁丁${files.b.slice(at)}` };
    assert.deepEqual(told(index, after, 'a'), ['meta.duplicate-record 2 → b 乙']);
  });

  const BODIES = ['', '双方将继续加强合作，共同维护和平。'.repeat(4), '两国将扩大贸易投资，深化人文交流。'.repeat(4)];
  const someRecord = fc
    .record({
      issue: fc.constantFrom(20584, 20585, 20586, 20600, 'x'),
      date: fc.constantFrom('20140520', '20140521', '20140522', '20140601', '2014'),
      page: fc.constantFrom('002', '02', '3', ''),
      item: fc.constantFrom('1', '2', ''),
      title: fc.constantFrom('甲', '乙'),
      body: fc.constantFrom(...BODIES),
    })
    .map(record);
  /** More than a block of records that have nothing to do with any other. */
  const manyRecords = '〖ZQ/总期〗x〖-ZQ/总期〗\n〖ZW/正文〗\n甲。\n〖-ZW/正文〗\n'.repeat(70);
  const someText = fc
    .array(fc.oneof({ weight: 9, arbitrary: someRecord }, { weight: 1, arbitrary: fc.constant(manyRecords) }), {
      maxLength: 4,
    })
    .map((records) => records.join(''));
  const uris = ['file:///a', 'file:///b', 'file:///c', 'file:///d', 'file:///e'];
  const step = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('set' as const), uri: fc.constantFrom(...uris), text: someText }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), uri: fc.constantFrom(...uris) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('edit' as const),
        uri: fc.constantFrom(...uris),
        at: fc.nat(),
        length: fc.nat({ max: 30 }),
        newText: fc.oneof(fc.constantFrom('', '2', '字', '\n', '〖-ZW/正文〗\n', manyRecords), someRecord),
      }),
    },
  );

  const placesIn = ([uri, document]: readonly [string, Document]): SummaryPlace[] =>
    placedRecords(document).map(({ record: tree, start }) => {
      return { uri, start, summary: summaryOf(tree, NEWSPAPER_VOCABULARY) };
    });

  it('is after any changes what a look at all files at once finds, and names every file whose problems changed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const index = new ConflictIndex();
        const documents = new Map<string, Document>();
        const state = (one: ConflictIndex) => new Map(uris.map((uri) => [uri, JSON.stringify(one.problemsOf(uri))]));
        let before = state(index);
        for (const one of steps) {
          const document = documents.get(one.uri);
          let changed: string[];
          if (one.kind === 'delete') {
            documents.delete(one.uri);
            changed = index.delete(one.uri);
          } else {
            let next: Document;
            if (one.kind === 'set' || !document) {
              next = parse(one.kind === 'set' ? one.text : one.newText);
            } else {
              const start = one.at % (documentLength(document) + 1);
              const end = Math.min(documentLength(document), start + one.length);
              next = editDocument(document, { span: { start, end }, newText: one.newText });
            }
            documents.set(one.uri, next);
            changed = index.set(one.uri, next);
          }
          const after = state(index);
          for (const uri of uris) {
            if (after.get(uri) !== before.get(uri)) assert.ok(changed.includes(uri), `${uri} is not named`);
          }
          before = after;
        }
        const fresh = new ConflictIndex();
        fresh.update([...documents].toReversed());
        assert.deepEqual(before, state(fresh));
        const atOnce = conflictsAmong([...documents].flatMap(placesIn), CORPUS_RULES);
        assert.deepEqual(before, new Map(uris.map((uri) => [uri, JSON.stringify(atOnce.get(uri) ?? [])])));
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same as a look at all files at once, over many days', () => {
    const day = fc.record({ date: fc.integer({ min: 10, max: 31 }), shift: fc.constantFrom(0, 0, 0, 1, 7) });
    fc.assert(
      fc.property(fc.array(day, { minLength: 5, maxLength: 40 }), (days) => {
        const documents = days.map(({ date, shift }, n): [string, Document] => {
          return [
            `file:///${n % 7}/${n}`,
            parse(record({ issue: 100 + date + shift, date: `201405${date}`, item: `${n}` })),
          ];
        });
        const index = new ConflictIndex();
        index.update(documents);
        const atOnce = conflictsAmong(documents.flatMap(placesIn), CORPUS_RULES);
        for (const [uri] of documents) assert.deepEqual(atOnce.get(uri) ?? [], index.problemsOf(uri));
      }),
      { numRuns: 200 },
    );
  });

  it('links lead to places that exist, and never to the record itself', () => {
    fc.assert(
      fc.property(fc.array(someText, { minLength: 2, maxLength: 5 }), (texts) => {
        const index = new ConflictIndex();
        const files = new Map(texts.map((text, n) => [uris[n] ?? '', text]));
        for (const [uri, text] of files) index.set(uri, parse(text));
        for (const [uri, text] of files) {
          for (const { span, related } of index.problemsOf(uri)) {
            assert.ok(span.start < span.end && span.end <= text.length);
            assert.ok(related.length > 0);
            for (const place of related) {
              assert.ok(place.span.end <= (files.get(place.uri) ?? '').length);
              assert.ok(place.uri !== uri || place.span.end <= span.start || span.end <= place.span.start);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('takes 20,000 records in a second or two, and a change in less than a frame', () => {
    const files = Array.from({ length: 20_000 }, (_, n): [string, Document] => {
      const day = 1 + (n % 28);
      const month = 1 + (Math.floor(n / 28) % 12);
      const year = 1980 + (Math.floor(n / 336) % 40);
      const date = `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
      const issue = Math.round(Date.UTC(year, month - 1, day) / 86_400_000) - 8000 + (n % 997 === 0 ? 5 : 0) + 20_000;
      return [`file:///${n}`, parse(record({ issue, date, item: String(n), title: `第${n}篇` }))];
    });
    const index = new ConflictIndex();
    const built = cpuTime(() => {
      for (const [uri, document] of files) index.set(uri, document);
    });
    assert.ok(built < 5000, `${built} ms`);
    const changed = cpuTime(() => {
      for (let n = 0; n < 50; n++)
        index.set('file:///777', parse(record({ issue: n + 1, date: '19900105', item: '1' })));
    });
    assert.ok(changed < 50 * 16, `${changed} ms for 50`);
    const blamedFiles = files.filter(([uri]) => index.problemsOf(uri).length > 0).length;
    assert.ok(blamedFiles >= 20, `${blamedFiles}`);
  });

  it('does not slow down where thousands of records are alike, or one file holds them all', () => {
    const body = '双方将继续加强合作，共同维护和平。'.repeat(5);
    const many = Array.from({ length: 5000 }, (_, n): [string, Document] => [
      `file:///${n}`,
      parse(record({ item: '2', title: `甲${n}`, body })),
    ]);
    const index = new ConflictIndex();
    const built = cpuTime(() => void index.update(many));
    assert.ok(built < 5000, `${built} ms`);
    const archive = parse(
      Array.from({ length: 10_000 }, (_, n) => record({ item: String(n), title: `乙${n}`, body: `${n}` })).join(''),
    );
    index.set('file:///archive', archive);
    const at = documentLength(archive) >> 1;
    const edited = editDocument(archive, { span: { start: at, end: at }, newText: '字' });
    const changed = cpuTime(() => void index.set('file:///archive', edited));
    assert.ok(changed < 200, `${changed} ms`);
  });
});
