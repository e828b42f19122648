import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMarkup } from '../../server/src/markup/fields.ts';
import { marksOf } from '../../server/src/markup/records.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';

const markupOf = (text: string) => readMarkup(text, marksOf(text, NEWSPAPER_VOCABULARY), NEWSPAPER_VOCABULARY);

/** The faults of a text as `kind tag @ place`, the place being marked by what stands there. */
function faults(text: string): string[] {
  const { faults: found, tags } = markupOf(text);
  const printed = (index: number): string => text.slice(tags[index]!.start, tags[index]!.end);
  return found.map((fault) => {
    if (fault.kind === 'mismatched') return `mismatched ${printed(fault.open)} ${printed(fault.close)}`;
    if (fault.kind === 'misnested') return `misnested ${printed(fault.outer)} ${printed(fault.inner)}`;
    return `${fault.kind} ${printed(fault.tag)} @${fault.at}`;
  });
}

describe('pairs of tags', () => {
  it('finds nothing wrong with a record', () => {
    assert.deepEqual(
      faults(
        '〖BT/标题〗联合〖HH/换行〗声明〖-BT/标题〗\n〖ZW/正文〗\n甲〖JZ/加重〗乙〖-JZ/加重〗〖ZI/字符〗\n〖-ZW/正文〗',
      ),
      [],
    );
  });

  it('puts the missing closing tag at the end of the line', () => {
    assert.deepEqual(faults('〖BT/标题〗联合声明  \n〖BM/版名〗要闻〖-BM/版名〗'), ['unclosed 〖BT/标题〗 @11']);
  });

  it('puts the missing end of the body at the end of the text', () => {
    assert.deepEqual(faults('〖ZW/正文〗\n甲。\n乙。\n'), ['unclosed 〖ZW/正文〗 @13']);
  });

  it('puts the missing opening tag at the start of the line, or behind the field before', () => {
    assert.deepEqual(faults('12968〖-ZQ/总期〗19930713〖-RQ/日期〗'), [
      'unopened 〖-ZQ/总期〗 @0',
      'unopened 〖-RQ/日期〗 @13',
    ]);
  });

  it('takes two tags of one line that disagree for one pair', () => {
    assert.deepEqual(faults('〖BT/标题〗声明〖-BM/版名〗'), ['mismatched 〖BT/标题〗 〖-BM/版名〗']);
  });

  it('does so whatever the halves are, but leaves a glyph that may stand alone', () => {
    assert.deepEqual(faults('〖XQ/总期〗20585〖-ZQ/总期〗'), ['mismatched 〖XQ/总期〗 〖-ZQ/总期〗']);
    assert.deepEqual(faults('〖ZQ/总期〗20585〖-JZ/加重〗'), ['mismatched 〖ZQ/总期〗 〖-JZ/加重〗']);
    assert.deepEqual(faults('甲〖ZI/字符〗乙〖-JZ/加重〗'), ['unopened 〖-JZ/加重〗 @0']);
  });

  it('does not take halves on two lines for one pair', () => {
    assert.deepEqual(faults('〖BT/标题〗声明\n要闻〖-BM/版名〗'), [
      'unopened 〖-BM/版名〗 @10',
      'unclosed 〖BT/标题〗 @9',
    ]);
  });

  it('sees pairs that cross', () => {
    assert.deepEqual(faults('〖BT/标题〗〖BM/版名〗〖-BT/标题〗〖-BM/版名〗'), ['misnested 〖BT/标题〗 〖BM/版名〗']);
  });

  it('reports an unclosed inner tag once, at the end of its line', () => {
    assert.deepEqual(faults('〖ZW/正文〗\n甲〖JZ/加重〗乙。\n丙。\n〖-ZW/正文〗'), ['unclosed 〖JZ/加重〗 @18']);
  });

  it('stays linear for ten thousand nested openings', () => {
    assert.equal(faults('〖JZ/加重〗'.repeat(10_000)).length, 10_000);
    assert.equal(faults('〖-JZ/加重〗'.repeat(10_000)).length, 10_000);
  });
});

describe('fields', () => {
  const fieldsOf = (text: string): [string, string][] =>
    markupOf(text).fields.map(({ code, value }) => [code, text.slice(value.start, value.end)]);

  it('gives each field its value', () => {
    assert.deepEqual(fieldsOf('〖ZQ/总期〗20585〖-ZQ/总期〗\n〖RQ/日期〗20140521〖-RQ/日期〗'), [
      ['ZQ', '20585'],
      ['RQ', '20140521'],
    ]);
  });

  it('reads the values where only the closing tags are left', () => {
    assert.deepEqual(fieldsOf('12968〖-ZQ/总期〗19930713〖-RQ/日期〗标题〖-BT/标题〗'), [
      ['ZQ', '12968'],
      ['RQ', '19930713'],
      ['BT', '标题'],
    ]);
  });

  it('finds text outside every field', () => {
    const text = '〖ZQ/总期〗1〖-ZQ/总期〗 多余\n〖ZW/正文〗甲〖-ZW/正文〗\n尾巴';
    const { stray } = markupOf(text);
    assert.deepEqual(
      stray.map(({ start, end }) => text.slice(start, end)),
      ['多余', '尾巴'],
    );
  });

  it('takes what follows the last field for the body where the body has no tags', () => {
    const text = '〖BT/标题〗声明〖-BT/标题〗\n双方同意。';
    const { body, stray } = markupOf(text);
    assert.deepEqual([text.slice(body!.start, body!.end), stray], ['双方同意。', []]);
  });

  it('has no fields in a text without tags', () => {
    const { fields, body, stray } = markupOf('一、双方同意。');
    assert.deepEqual([fields, body, stray], [[], { start: 0, end: 7 }, []]);
  });
});
