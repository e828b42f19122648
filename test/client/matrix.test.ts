import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { matrixWords } from '../support/panelWords.ts';
import type { MatrixData, MatrixState } from '../../client/src/topics/messages.ts';
import { matrixCsv } from '../../client/webview/csv.ts';
import { matrixOf, scaleOf, shadeOf } from '../../client/webview/matrixModel.ts';
import { matrixSvg } from '../../client/webview/svg.ts';

const DATA: MatrixData = {
  statements: [
    { title: '中俄联合声明', date: '2002-12-02' },
    { title: '中日联合声明', date: '2014-03-01' },
    { title: '中俄联合声明', date: '2014-05-20' },
    { title: '公报', date: '' },
  ],
  topics: [
    { id: 'space', label: '外层空间', names: ['外层空间', '外空'], field: 'science', own: false, cells: [[2, 1]] },
    {
      id: 'korea',
      label: '朝鲜半岛',
      names: ['朝鲜半岛', '朝核'],
      field: 'regions',
      own: false,
      cells: [
        [0, 2],
        [2, 3],
      ],
    },
    {
      id: 'sco',
      label: '上合组织',
      names: ['上合组织', 'SCO'],
      field: '',
      own: true,
      cells: [
        [1, 1],
        [2, 4],
        [3, 1],
      ],
    },
    { id: 'none', label: '=无年份', names: ['=无年份'], field: 'science', own: true, cells: [[3, 1]] },
  ],
  fields: { science: '科技', regions: '地区' },
  indexing: false,
};
const STATE: MatrixState = { sort: { key: 'known', descending: false }, filter: '', field: '', by: 'year' };

/** The labels of the rows, in order. */
const labels = (state: Partial<MatrixState>): string =>
  matrixOf(DATA, { ...STATE, ...state })
    .rows.map(({ topic }) => topic.label)
    .join(' ');

suite('the matrix', () => {
  test('has a column for each year, with the passages of all its statements', () => {
    const { columns, rows, most } = matrixOf(DATA, STATE);
    assert.deepEqual(
      columns.map(({ label, statements }) => [label, ...statements]),
      [
        ['2002', 0],
        ['2014', 1, 2],
        ['', 3],
      ],
    );
    assert.deepEqual(
      rows.map(({ counts, total, statements, firstYear }) => [...counts, total, statements, firstYear]),
      [
        [0, 1, 0, 1, 1, '2014'],
        [2, 3, 0, 5, 2, '2002'],
        [0, 5, 1, 6, 3, '2014'],
        [0, 0, 1, 1, 1, ''],
      ],
    );
    assert.equal(most, 5);
  });

  test('has a column for each statement where the user wants one', () => {
    const { columns, rows } = matrixOf(DATA, { ...STATE, by: 'statement' });
    assert.deepEqual(columns[2], { label: '2014-05-20', title: '中俄联合声明', statements: [2] });
    assert.deepEqual(rows[2]?.counts, [0, 1, 4, 1]);
  });

  test('has a column for each year where there are too many statements', () => {
    const statements = Array.from({ length: 2000 }, (_, at) => ({ title: '', date: `${1950 + (at % 75)}-01-01` }));
    assert.equal(matrixOf({ ...DATA, statements }, { ...STATE, by: 'statement' }).columns.length, 75);
  });

  test('is sorted by what the user wants; what has none of it comes last', () => {
    assert.equal(labels({}), '外层空间 朝鲜半岛 上合组织 =无年份');
    assert.equal(labels({ sort: { key: 'total', descending: true } }), '上合组织 朝鲜半岛 外层空间 =无年份');
    assert.equal(labels({ sort: { key: 'statements', descending: false } }), '外层空间 =无年份 朝鲜半岛 上合组织');
    assert.equal(labels({ sort: { key: 'first', descending: false } }), '朝鲜半岛 外层空间 上合组织 =无年份');
    assert.equal(labels({ sort: { key: 'first', descending: true } }), '外层空间 上合组织 朝鲜半岛 =无年份');
    assert.equal(labels({ sort: { key: 'field', descending: false } }), '朝鲜半岛 外层空间 =无年份 上合组织');
    assert.equal(labels({ sort: { key: 'label', descending: false } }), '=无年份 朝鲜半岛 上合组织 外层空间');
  });

  test('is filtered by names and by what fields are called', () => {
    assert.equal(labels({ filter: '朝核' }), '朝鲜半岛');
    assert.equal(labels({ filter: 'sco' }), '上合组织');
    assert.equal(labels({ filter: '科技  外' }), '外层空间');
    assert.equal(labels({ field: 'regions' }), '朝鲜半岛');
    assert.equal(labels({ filter: '没有' }), '');
  });

  test('has shades that grow with the number, and a scale of them', () => {
    assert.deepEqual(
      [0, 1, 2, 4, 8, 16].map((count) => shadeOf(count, 16)),
      [0, 1, 2, 3, 4, 5],
    );
    assert.deepEqual(scaleOf(2), [
      { shade: 1, from: 1 },
      { shade: 5, from: 2 },
    ]);
    assert.deepEqual(scaleOf(0), []);
  });
});

suite('the exported matrix', () => {
  test('is a table for spreadsheets, in which nothing is taken for a formula', () => {
    const matrix = matrixOf(DATA, { ...STATE, by: 'statement' });
    assert.deepEqual(matrixCsv(matrix, DATA.fields, matrixWords).split('\r\n'), [
      '\uFEFFtopic,field,total,statementsTotal,firstYear,2002-12-02 中俄联合声明,2014-03-01 中日联合声明,2014-05-20 中俄联合声明,noYear 公报',
      '外层空间,科技,1,1,2014,0,0,1,0',
      '朝鲜半岛,地区,5,2,2002,2,0,3,0',
      '上合组织,,6,3,2014,0,1,4,1',
      "'=无年份,科技,1,1,,0,0,0,1",
      '',
    ]);
  });

  test('quotes what holds commas, quotes and line breaks', () => {
    const topics = [{ ...DATA.topics[0]!, label: '甲,乙"丙"\n丁' }];
    const [, line = ''] = matrixCsv(matrixOf({ ...DATA, topics }, STATE), DATA.fields, matrixWords).split('\r\n');
    assert.ok(line.startsWith('"甲,乙""丙""\n丁",'));
  });

  test('is a picture with every label and number', () => {
    const topics = [{ ...DATA.topics[1]!, label: '<半岛> & "朝核"\u0000' }];
    const svg = matrixSvg(matrixOf({ ...DATA, topics }, STATE), '主题矩阵', matrixWords);
    assert.match(svg, /^<svg [^>]*role="img"/);
    assert.match(svg, />&lt;半岛&gt; &amp; &quot;朝核&quot;<\/text>/);
    assert.deepEqual(
      [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, tip]) => tip),
      [
        '&lt;半岛&gt; &amp; &quot;朝核&quot; · 2002 · 2',
        '&lt;半岛&gt; &amp; &quot;朝核&quot; · 2014 · 3',
        '&lt;半岛&gt; &amp; &quot;朝核&quot; · noYear · 0',
      ],
    );
    // Well-formed: every element that is opened is closed.
    assert.equal(svg.match(/<[a-z]/g)?.length, (svg.match(/<\//g)?.length ?? 0) + (svg.match(/\/>/g)?.length ?? 0));
  });
});
