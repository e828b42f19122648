import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Direction, neighbour, type StopKind } from '../../server/src/features/neighbour.ts';
import { marked } from '../support/marks.ts';
import { documentOf, RECORD_HEAD } from './support.ts';

/** From `‸` one goes to `⟦⟧`. */
function goes(kind: StopKind, direction: Direction, fixture: string): void {
  const { text, cursor, spans } = marked(fixture);
  assert.equal(neighbour(documentOf(text), cursor, { kind, direction }), spans[0]?.start);
}

describe('going to the neighbour', () => {
  it('finds the next section', () =>
    goes('section', 'next', '声明\n一、甲乙‸丙。\n（一）丁。\n（二）戊。\n⟦⟧二、己。\n三、庚。'));
  it('goes back to the start of this section first', () =>
    goes('section', 'previous', '声明\n一、甲。\n⟦⟧二、乙丙‸丁。\n三、戊。'));
  it('and from there to the one before', () =>
    goes('section', 'previous', '声明\n⟦⟧一、甲。\n‸二、乙丙丁。\n三、戊。'));
  it('finds the next item of any level', () =>
    goes('item', 'next', '声明\n一、甲‸。\n⟦⟧（一）丁。\n（二）戊。\n二、己。'));
  it('takes a bullet for an item', () => goes('item', 'next', '声明\n一、甲‸：\n⟦⟧——丁；\n——戊。\n二、己。'));
  it('finds the next record by its title', () =>
    goes(
      'record',
      'next',
      `${RECORD_HEAD}〖ZW/正文〗\n甲‸。\n〖-ZW/正文〗\n${RECORD_HEAD.replace('〗联合', '〗⟦⟧联合')}`,
    ));
  it('finds a section in the next record', () =>
    goes(
      'section',
      'next',
      `${RECORD_HEAD}〖ZW/正文〗\n一、甲‸。\n〖-ZW/正文〗\n${RECORD_HEAD}〖ZW/正文〗\n⟦⟧一、乙。\n〖-ZW/正文〗\n`,
    ));
  it('finds nothing behind the last one', () => goes('section', 'next', '声明\n一、甲。\n二、乙‸。'));
});
