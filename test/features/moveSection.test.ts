import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { moveSection } from '../../server/src/features/moveSection.ts';
import { recordsOf } from '../../server/src/statement/document.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { marked } from '../support/marks.ts';
import { documentOf } from './support.ts';

function moved(direction: 'up' | 'down', fixture: string): string | undefined {
  const { text, cursor } = marked(fixture);
  const result = moveSection(documentOf(text), cursor, direction);
  if (!result) return undefined;
  const edited = applyEdits(text, result.edits);
  return `${edited.slice(0, result.caret)}‸${edited.slice(result.caret)}`;
}

describe('moving a section', () => {
  it('up, the numbers stay where they are', () =>
    assert.equal(moved('up', '声明\n一、甲。\n二、乙‸丙。\n三、丁。'), '声明\n一、乙‸丙。\n二、甲。\n三、丁。'));
  it('down', () =>
    assert.equal(moved('down', '声明\n一、‸甲。\n二、乙丙。\n三、丁。'), '声明\n一、乙丙。\n二、‸甲。\n三、丁。'));
  it('takes its items along', () =>
    assert.equal(
      moved('down', '声明\n一、甲‸：\n（一）子。\n（二）丑。\n二、乙。\n'),
      '声明\n一、乙。\n二、甲‸：\n（一）子。\n（二）丑。\n',
    ));
  it('moves the innermost item', () =>
    assert.equal(
      moved('up', '声明\n一、甲：\n（一）子。\n（二）丑‸。\n二、乙。\n'),
      '声明\n一、甲：\n（一）丑‸。\n（二）子。\n二、乙。\n',
    ));
  it('keeps numbers of other lengths right', () => {
    const before = '一二三四五六七八九'.replace(/./g, '$&、某。\n');
    assert.equal(moved('down', `${before}十、甲‸乙。\n十一、丙。\n`), `${before}十、丙。\n十一、甲‸乙。\n`);
  });
  it('does nothing at the end of a list', () => assert.equal(moved('down', '声明\n一、甲。\n二、乙‸。'), undefined));
  it('does nothing outside a list', () => assert.equal(moved('down', '声‸明\n一、甲。\n二、乙。'), undefined));

  it('and back leaves the five texts as they were', () => {
    for (const name of ['2002-12-02', '2014-05-20', '2017-07-05', '2021-06-28', '2024-05-16']) {
      const text = readFileSync(`seeds/${name}.txt`, 'utf8');
      for (const { members } of recordsOf(documentOf(text)).flatMap(({ lists }) => lists)) {
        for (const member of members.slice(0, -1)) {
          const there = moveSection(documentOf(text), member.selection.start, 'down');
          assert.ok(there, `${name}: ${member.numeral?.text}`);
          const edited = applyEdits(text, there.edits);
          const back = moveSection(documentOf(edited), there.caret, 'up');
          assert.ok(back, `${name}: ${member.numeral?.text}, back`);
          assert.equal(applyEdits(edited, back.edits), text);
          assert.equal(back.caret, member.selection.start);
        }
      }
    }
  });
});
