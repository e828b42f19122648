import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { capped } from '../../server/src/features/cappedOutline.ts';
import { outline, type OutlineNode, outlineNodes, placedOutlines } from '../../server/src/features/outline.ts';
import { sayIn } from '../../server/src/text/messages.ts';
import { documentOf, RECORD_HEAD } from './support.ts';

function outlineOf(text: string): OutlineNode[] {
  return placedOutlines(outline(documentOf(text), sayIn('zh-cn'))).map(({ root }) => root);
}

/** `kind label | detail`, indented, the record's own line first. */
function check(text: string, expected: string): void {
  const lines: string[] = [];
  const visit = (node: OutlineNode, depth: number): void => {
    lines.push(`${'  '.repeat(depth)}${node.kind} ${node.label}${node.detail && ` | ${node.detail}`}`);
    for (const child of node.children) visit(child, depth + 1);
  };
  for (const node of outlineOf(text)) visit(node, 0);
  assert.equal(lines.join('\n'), expected.trim());
}

const UNTAGGED = `甲国和乙国联合声明

甲国和乙国（以下称“双方”）声明如下：

一

双方同意加强合作。

双方将继续努力。

二

一、双方支持联合国。

二、双方开展下列合作：

——贸易合作；

——人文合作。

甲国主席 乙国总统
张三 李四
二〇〇二年十二月二日于北京
`;

describe('the outline', () => {
  it('shows what a reader would put into a table of contents', () => {
    check(
      UNTAGGED,
      `
record 甲国和乙国联合声明 | 2002-12-02
  title 甲国和乙国联合声明
  preamble 甲国和乙国（以下称“双方”）声明如下 | 序言
  section 一　双方同意加强合作 | 2 段
  section 二　双方支持联合国 | 4 段
    item 一、双方支持联合国
    item 二、双方开展下列合作 | 3 段
      bullet ——贸易合作
      bullet ——人文合作
  signature 甲国主席 乙国总统 张三 李四 二〇〇二年十二月二日于北京 | 署名
`,
    );
  });

  it('shows the fields of a record with their values', () => {
    check(
      `${RECORD_HEAD}〖ZW/正文〗\n    双方声明如下：\n〖-ZW/正文〗\n`,
      `
record 联合声明 | 2014-05-21
  field 总期 | 20585
  field 日期 | 20140521
  field 版号 | 002
  field 条号 | 2
  title 联合声明
  field 正文
    preamble 双方声明如下 | 序言
`,
    );
  });

  it('has one root for each record', () => {
    const labels = outlineOf(RECORD_HEAD.repeat(3)).map(({ label }) => label);
    assert.deepEqual(labels, ['联合声明', '联合声明', '联合声明']);
  });

  it('tells the numeral as printed and its value', () => {
    const [section] = [...outlineNodes(outlineOf('联合声明\n\n—\n\n甲。\n\n二\n\n乙。\n'))].filter(
      ({ kind }) => kind === 'section',
    );
    assert.deepEqual([section?.number, section?.value], ['—', 1]);
  });

  it('writes the numeral that is meant into the label', () => {
    const [section] = [...outlineNodes(outlineOf('联合声明\n\n—\n\n甲乙丙丁。\n\n二\n\n乙。\n'))].filter(
      ({ kind }) => kind === 'section',
    );
    assert.equal(section?.label, '一　甲乙丙丁');
  });

  it('has neither number nor value where no numeral is printed', () => {
    const [record] = outlineOf('联合声明');
    assert.deepEqual([record?.number, record?.value], [null, null]);
  });

  it('cuts long words at a pause and says so', () => {
    const [, section] = [...outlineNodes(outlineOf(`一、${'合'.repeat(20)}，${'作'.repeat(20)}。\n二、乙。\n`))];
    assert.equal(section?.label, `一、${'合'.repeat(20)}…`);
  });

  it('never parts a rare character', () => {
    for (const { label } of outlineNodes(outlineOf(`一、${'𠀀'.repeat(60)}\n二、a${'𠀀'.repeat(60)}\n`))) {
      assert.doesNotThrow(() => encodeURIComponent(label), label);
    }
  });

  it('leaves out the readings that a mirror put behind characters', () => {
    const [, section] = [...outlineNodes(outlineOf('一、雙方將聯(lián)合。\n二、乙。\n'))];
    assert.equal(section?.label, '一、雙方將聯合');
  });

  for (const [name, text] of Object.entries({
    'an empty file': '',
    'only 〖': '〖',
    'an empty field': '〖BT/标题〗〖-BT/标题〗',
    'a bare numeral': '一',
    'white space': ' \n　\n',
  })) {
    it(`names every node of ${name} and keeps selections inside`, () => {
      const nodes = [...outlineNodes(outlineOf(text))];
      assert.ok(nodes.length > 0);
      for (const { label, span, selection } of nodes) {
        assert.notEqual(label, '');
        assert.ok(span.start <= selection.start && selection.end <= span.end && selection.start <= selection.end);
      }
    });
  }

  it('survives 10,000 openings that are never closed', () => {
    assert.ok(outlineOf('〖JZ/加重〗'.repeat(10_000)).length > 0);
  });
});

describe('an outline that is too large to be shown', () => {
  const records = placedOutlines(
    outline(documentOf(`${RECORD_HEAD}〖ZW/正文〗\n${UNTAGGED}\n〖-ZW/正文〗\n`.repeat(3)), sayIn('zh-cn')),
  );
  const depthOf = (nodes: readonly OutlineNode[]): number =>
    nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map(({ children }) => depthOf(children)));
  const depthWith = (most: number) => depthOf(capped(records, most, () => 1).records.map(({ root }) => root));

  it('is left as it is where it fits', () => {
    assert.deepEqual(
      capped(records, 1000, () => 1),
      { records, left: 0 },
    );
  });

  it('loses its lowest levels first', () => {
    const all = records.flatMap(({ root }) => [...outlineNodes([root])]).length;
    assert.deepEqual([3, all - 1, all].map(depthWith), [1, 4, 5]);
  });

  it('shows the first records where there are too many of them', () => {
    const { records: shown, left } = capped(records, 2, () => 1);
    assert.deepEqual([shown.length, left], [2, 1]);
  });
});
