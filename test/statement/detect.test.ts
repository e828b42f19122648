import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { looksLikeCorpus } from '../../server/src/statement/detect.ts';

describe('recognising texts', () => {
  for (const file of readdirSync('seeds').filter((name) => name.endsWith('.txt'))) {
    it(`knows seeds/${file}`, () => assert.ok(looksLikeCorpus(readFileSync(`seeds/${file}`, 'utf8'))));
  }

  for (const [why, text] of [
    ['a tag at the start of a line', '\n  〖ZQ/总期〗1'],
    ['only closing tags', '12968〖-ZQ/总期〗19930713〖-RQ/日期〗'],
    ['a joint statement with an agency credit', '中俄联合声明\n……\n（新华社上海5月20日电）'],
    ['numerals alone and a date line', '一\n甲。\n二\n乙。\n二〇〇二年十二月二日于北京'],
    ['numerals between gaps of one line', '公报　　一　　甲。　　二　　乙。'],
  ] as const) {
    it(`knows ${why}`, () => assert.ok(looksLikeCorpus(text)));
  }

  for (const [why, text] of [
    ['an empty file', ''],
    ['one mark alone', '关于联合声明的说明。'],
    ['a text about the markup', '# 说明\n\n| `〖ZQ/总期〗` | 总期 |\n'],
    ['a code block in a text about the markup', '# 说明\n\n    〖BT/标题〗联合声明〖-BT/标题〗\n'],
    ['notes with a numeral', '一\n买菜'],
    ['English', 'Joint statement\n\n1. Hello.\n'],
  ] as const) {
    it(`leaves ${why} alone`, () => assert.ok(!looksLikeCorpus(text)));
  }

  it('goes by the name of a file that says so', () => assert.ok(looksLikeCorpus('', 'x.rmrb.txt')));
});
