import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citation } from '../../client/src/topics/citation.ts';

const CITED = { text: '双方主张对话。', title: '中俄联合声明', date: '2014-05-20', section: '三/五' };

test('a citation names title, date and section', () => {
  assert.equal(citation(CITED), '“双方主张对话。”（《中俄联合声明》，2014年5月20日，三/五）');
});

test('what is not known is left out', () => {
  assert.equal(citation({ ...CITED, date: '', section: '' }), '“双方主张对话。”（《中俄联合声明》）');
  assert.equal(citation({ ...CITED, title: '', date: '', section: '' }), '“双方主张对话。”');
});

test('quotes inside the quotation are single ones', () => {
  assert.equal(
    citation({ ...CITED, text: '“上海‘五国’”机制' }),
    '“‘上海“五国”’机制”（《中俄联合声明》，2014年5月20日，三/五）',
  );
});

test('a title keeps the marks that it has, and titles inside it have single ones', () => {
  assert.match(citation({ ...CITED, title: '《北京宣言》' }), /（《北京宣言》，/);
  assert.match(citation({ ...CITED, title: '关于《条约》的声明' }), /（《关于〈条约〉的声明》，/);
});

test('no character of the text is lost, whatever its marks', () => {
  const text = '𠀀〈〉‘單’「引」';
  assert.equal(citation({ text, title: '', date: '', section: '' }), `“${text}”`);
});
