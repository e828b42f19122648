import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { completion } from '../../server/src/features/completion.ts';
import type { CompletionItem } from '../../server/src/features/completion/item.ts';
import { contextOf, documentOf } from './support.ts';

const SEEDS = ['2002-12-02', '2014-05-20', '2017-07-05', '2021-06-28', '2024-05-16'];
const FILES = Object.fromEntries(SEEDS.map((name) => [name, readFileSync(`seeds/${name}.txt`, 'utf8')]));
const context = contextOf(FILES);

/** What is taken away is what has been typed of the item, and a bracket that the editor has closed. */
function assertLosesNothing(text: string, offset: number, item: CompletionItem): void {
  const { span, filterText, more } = item;
  assert.ok(span.start <= offset && offset <= span.end, 'the caret is in the span');
  const typed = text.slice(span.start, offset);
  assert.ok(filterText.startsWith(typed), `${filterText} begins with ${typed}`);
  assert.match(typed, /^[^\r\n〗》]*$/, 'what has been typed is on the line and within its bracket');
  assert.match(text.slice(offset, span.end), /^[〗》]?$/, 'nothing behind the caret goes but a bracket');
  if (!more) return;
  assert.equal(more.span.start, more.span.end, 'the other edit is an insertion');
  assert.ok(more.span.start >= span.end && more.span.end <= text.length, 'behind the first one');
}

let offered = 0;

function check(text: string, offset: number): void {
  const document = documentOf(text);
  for (const item of completion(context, { uri: 'a', document, offset })) {
    assertLosesNothing(text, offset, item);
    offered++;
  }
}

/** Parts of texts, sound and damaged, and what one may be about to type. */
const PARTS = (
  '〖BT/标题〗 〖-BT/标题〗 〖ZW/正文〗 〖-ZW/正文〗 〖RQ/日期〗 〖-RQ/日期〗 〖BM/版名〗 〖-BM/版名〗 〖ZQ/总期〗 〖JZ/加重〗 〖-JZ/加重〗 ' +
  '〖HH/换行〗 〖ZI/字符〗 〖XX/什么〗 〖JZ；加重〗 〖ZQ/总期 〖 〗 〖- 【 】 - 《 》 b bt BT 标题 / 要 20140521 002 双方声明如下： 一、 （一） 二 1. ' +
  '上海 联合国 习近平 。 ， 2014年5月20日于上海 （新华社上海5月20日电） 𠮷'
)
  .split(' ')
  .concat('\n', '\r\n', '\n\n', '    ', '　　');

describe('taking what is offered', () => {
  it('loses nothing, whatever stands around', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 14 }), fc.nat(14), (parts, index) => {
        check(parts.join(''), parts.slice(0, index).join('').length);
      }),
      { seed: 20140521, numRuns: 1500 },
    ));

  it('loses nothing in the five texts, where something is typed anywhere', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(FILES)),
        fc.nat(),
        fc.constantFrom('', '〖', '〖〗', '〖-', '〖b', '《》', '《联', 'bt', '\n', '\n〖〗'),
        (text, place, typed) => {
          const at = place % (text.length + 1);
          const edited = text.slice(0, at) + typed + text.slice(at);
          const caret = at + (/[〗》]$/.test(typed) ? typed.length - 1 : typed.length);
          check(edited, caret);
        },
      ),
      { seed: 20020612, numRuns: 300 },
    ));

  it('was tried on many items', () => assert.ok(offered > 1000, `only ${offered}`));
});
