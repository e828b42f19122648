import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitRecords } from '../../server/src/markup/records.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { marked } from '../support/marks.ts';

/** Records are marked with `⟦ ⟧`; what lies between them is nothing. */
function check(fixture: string): void {
  const { text, spans } = marked(fixture);
  assert.deepEqual(
    splitRecords(text, NEWSPAPER_VOCABULARY).map(({ start }) => start),
    spans.map((span) => span.start),
  );
}

describe('records of a file', () => {
  it('is one record without tags, even when empty', () => {
    check('⟦⟧');
    check('⟦双方同意。\n⟧');
  });

  it('begins a record with the first field', () => {
    check('⟦〖ZQ/总期〗1〖-ZQ/总期〗\n〖RQ/日期〗20140521〖-RQ/日期〗\n⟧⟦〖ZQ/总期〗2〖-ZQ/总期〗\n⟧');
  });

  it('begins a record with any field behind a closed body', () => {
    check('⟦〖BT/标题〗甲〖-BT/标题〗\n〖ZW/正文〗\n甲。\n〖-ZW/正文〗\n\n⟧⟦〖BT/标题〗乙〖-BT/标题〗\n⟧');
  });

  it('gives a value whose opening tag is lost to its own record', () => {
    check('⟦12968〖-ZQ/总期〗19930713〖-RQ/日期〗\n⟧⟦12969〖-ZQ/总期〗19930714〖-RQ/日期〗\n⟧');
  });

  it('parts records on one line', () => {
    check('⟦〖ZQ/总期〗1〖-ZQ/总期〗〖ZW/正文〗甲〖-ZW/正文〗⟧⟦〖ZQ/总期〗2〖-ZQ/总期〗⟧');
  });

  it('is not split by fields out of order, by a pair that disagrees, or by a tag whose name contradicts its code', () => {
    check('⟦〖RQ/日期〗20140521〖-RQ/日期〗\n〖ZQ/总期〗1〖-ZQ/总期〗\n〖BT/标题〗甲〖-BT/标题〗\n⟧');
    check('⟦〖ZQ/总期〗1〖-ZQ/总期〗\n〖RQ/日期〗20585〖-ZQ/总期〗\n〖BT/标题〗甲〖-BT/标题〗\n⟧');
    check('⟦〖ZQ/总期〗1〖-ZQ/总期〗\n〖RQ/日期〗20140521〖-RQ/日期〗\n〖ZQ/版号〗002〖-BH/版号〗\n⟧');
  });

  it('keeps a field that stands twice in one record', () => {
    check('⟦〖ZQ/总期〗1〖-ZQ/总期〗\n〖ZQ/总期〗1〖-ZQ/总期〗\n〖RQ/日期〗20140521〖-RQ/日期〗\n⟧');
  });

  it('leaves inner tags of the body to the body', () => {
    check('⟦〖ZW/正文〗\n甲〖JZ/加重〗乙〖-JZ/加重〗\n〖-ZW/正文〗\n⟧');
  });
});
