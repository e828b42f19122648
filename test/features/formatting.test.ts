import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatting } from '../../server/src/features/formatting.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { marked } from '../support/marks.ts';
import { documentOf, RECORD_HEAD } from './support.ts';

const formatted = (text: string): string => applyEdits(text, formatting(documentOf(text)));
const body = (lines: string): string => `${RECORD_HEAD}〖ZW/正文〗\n${lines}\n〖-ZW/正文〗\n`;

describe('formatting a record', () => {
  it('leaves the form of the archive alone', () => {
    const text = body('    第一段。\n    第二段。');
    assert.deepEqual(formatting(documentOf(text)), []);
  });

  it('gives each field a line', () => {
    assert.equal(
      formatted('〖ZQ/总期〗1〖-ZQ/总期〗 〖RQ/日期〗20140521〖-RQ/日期〗\n\n\n  〖BH/版号〗002〖-BH/版号〗'),
      '〖ZQ/总期〗1〖-ZQ/总期〗\n〖RQ/日期〗20140521〖-RQ/日期〗\n〖BH/版号〗002〖-BH/版号〗',
    );
  });

  it('takes the white space at the ends of a value away', () => {
    assert.equal(formatted('〖BT/标题〗　联合 声明 \n〖-BT/标题〗\n'), '〖BT/标题〗联合 声明〖-BT/标题〗\n');
  });

  it('puts the fields in order', () => {
    assert.equal(
      formatted('〖RQ/日期〗20140521〖-RQ/日期〗\n〖ZQ/总期〗 1〖-ZQ/总期〗\n〖TH/条号〗2〖-TH/条号〗\n'),
      '〖ZQ/总期〗1〖-ZQ/总期〗\n〖RQ/日期〗20140521〖-RQ/日期〗\n〖TH/条号〗2〖-TH/条号〗\n',
    );
  });

  it('moves no field where a tag is at fault', () => {
    const text = '〖RQ/日期〗20140521〖-RQ/日期〗\n〖ZQ/总期〗1\n〖TH/条号〗2〖-TH/条号〗\n';
    assert.equal(formatted(text), text);
  });

  it('moves no field around text that belongs to none', () => {
    const text = '〖RQ/日期〗20140521〖-RQ/日期〗\n散落的文字\n〖ZQ/总期〗1〖-ZQ/总期〗\n';
    assert.equal(formatted(text), text);
  });

  it('gives the tags of the body lines of their own', () => {
    assert.equal(formatted('〖ZW/正文〗第一段。〖-ZW/正文〗'), '〖ZW/正文〗\n    第一段。\n〖-ZW/正文〗');
  });

  it('indents paragraphs as most are', () => {
    assert.equal(
      formatted(body('　　第一段。\n　　第二段。\n第三段。\n　　第四段。')),
      body('　　第一段。\n　　第二段。\n　　第三段。\n　　第四段。'),
    );
  });

  it('indents by four spaces where there is no custom', () => {
    assert.equal(formatted(body('第一段。\n  第二段。')), body('    第一段。\n    第二段。'));
  });

  it('takes away the blank lines of a web page', () => {
    assert.equal(
      formatted(body('    第一段。\n\n    第二段。\n\n\n    第三段。')),
      body('    第一段。\n    第二段。\n    第三段。'),
    );
  });

  it('keeps the blank lines between stanzas', () => {
    const poem = body('    春眠不觉晓，\n    处处闻啼鸟。\n\n    夜来风雨声，\n    花落知多少。');
    assert.equal(formatted(poem), poem);
  });

  it('keeps the line breaks of the file', () => {
    assert.equal(
      formatted('〖ZQ/总期〗1〖-ZQ/总期〗\r\n\r\n\r\n〖RQ/日期〗20140521〖-RQ/日期〗〖TH/条号〗2〖-TH/条号〗\r\n'),
      '〖ZQ/总期〗1〖-ZQ/总期〗\r\n〖RQ/日期〗20140521〖-RQ/日期〗\r\n〖TH/条号〗2〖-TH/条号〗\r\n',
    );
  });

  it('keeps one blank line between records', () => {
    const record = body('    第一段。');
    assert.equal(formatted(`${record}\n\n\n${record}`), `${record}\n${record}`);
  });
});

describe('formatting a text without tags', () => {
  it('takes away white space at the ends of lines, and blank lines but one', () => {
    assert.equal(formatted('联合声明  \n\n\n\n第一段。\t\n第二段。\n\n\n'), '联合声明\n\n第一段。\n第二段。\n');
  });

  it('indents nothing where paragraphs are not indented', () => {
    const text = '联合声明\n第一段说了一件事。\n　第二段说了另一件事。\n第三段。\n第四段。\n';
    assert.equal(formatted(text), text.replace('　', ''));
  });
});

describe('formatting a range', () => {
  it('changes only what lies in it', () => {
    const { text, spans } = marked(body('第一段。  \n⟦第二段。  \n⟧第三段。  '));
    assert.equal(
      applyEdits(text, formatting(documentOf(text), spans[0])),
      body('第一段。  \n    第二段。\n第三段。  ').replace('    第二段', '第二段'),
    );
  });
});

describe('formatting anything', () => {
  const texts = ['seeds', 'test/rules/clean'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8').slice(0, 3000)),
  );
  const white = fc.constantFrom(' ', '　', '\t', '\n', '\r\n', '\n\n', '    ', '');
  const torn = fc.constantFrom('〖RQ/日期〗', '〖-ZQ/总期〗', '〖-ZW/正文〗', '〖', '一、', '\n一\n');
  const damaged = fc
    .tuple(
      fc.constantFrom(...texts, body('    第一段。\n    一、第二段。') + RECORD_HEAD),
      fc.array(fc.tuple(fc.nat(3000), fc.oneof({ weight: 6, arbitrary: white }, { weight: 1, arbitrary: torn })), {
        maxLength: 12,
      }),
    )
    .map(([text, insertions]) =>
      insertions.reduce((result, [at, inserted]) => {
        const place = at % (result.length + 1);
        return result.slice(0, place) + inserted + result.slice(place);
      }, text),
    );
  const characters = (text: string): string => Array.from(text.replace(/[\s]/g, '')).sort().join('');
  const parameters = { seed: 20140521, numRuns: 300 };

  it('loses and adds nothing but white space', () => {
    fc.assert(
      fc.property(damaged, (text) => assert.equal(characters(formatted(text)), characters(text))),
      parameters,
    );
  });

  it('is done at once', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const once = formatted(text);
        assert.equal(formatted(once), once);
      }),
      parameters,
    );
  });

  it('leaves the five texts without a letter changed', () => {
    for (const text of texts) assert.equal(formatted(text).replace(/\s/g, ''), text.replace(/\s/g, ''));
  });
});
