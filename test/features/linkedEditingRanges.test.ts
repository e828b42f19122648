import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linkedEditingRanges } from '../../server/src/features/linkedEditingRanges.ts';
import { marked, withMarks } from '../support/marks.ts';
import { documentOf, RECORD_HEAD } from './support.ts';

/** At the caret the marked ranges are edited together. */
function links(fixture: string): void {
  const { text, cursor } = marked(fixture);
  assert.equal(withMarks(text, linkedEditingRanges(documentOf(text), cursor) ?? []), fixture.replace('‸', ''));
}

describe('linked editing', () => {
  it('links code and name of both tags', () => links('〖⟦BT/标‸题⟧〗声明〖-⟦BT/标题⟧〗'));
  it('links them from the closing tag', () => links('〖⟦BT/标题⟧〗声明〖-⟦‸BT/标题⟧〗'));
  it('leaves the hyphen to the closing tag', () => links('〖BT/标题〗声明〖‸-BT/标题〗'));
  it('links nothing in the value', () => links('〖BT/标题〗声‸明〖-BT/标题〗'));
  it('links nothing where the two differ', () => links('〖BT/标‸题〗声明〖-BM/版名〗'));
  it('links nothing of a damaged tag', () => links('〖bt/标‸题〗声明〖-BT/标题〗'));
  it('links nothing of a tag without partner', () => links('〖BT/标‸题〗声明\n'));
  it('finds the place in a later record', () =>
    links(`${RECORD_HEAD}〖ZW/正文〗\n〖-ZW/正文〗\n〖⟦ZQ‸/总期⟧〗1〖-⟦ZQ/总期⟧〗\n`));
});
