import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definition } from '../../server/src/features/definition.ts';
import { documentHighlight } from '../../server/src/features/documentHighlight.ts';
import { marked, withMarks } from '../support/marks.ts';
import { contextOf, documentOf, RECORD_HEAD } from './support.ts';

/** From the caret the definition is what is marked. */
function goesTo(fixture: string): void {
  const { text, cursor } = marked(fixture);
  const uri = 'file:///a.txt';
  const found = definition(contextOf({ [uri]: text }), uri, documentOf(text), cursor);
  assert.equal(
    withMarks(
      text,
      found.map(({ target }) => target),
    ),
    fixture.replace('‸', ''),
  );
}

/** At the caret the marked ranges are highlighted. */
function highlights(fixture: string): void {
  const { text, cursor } = marked(fixture);
  assert.equal(withMarks(text, documentHighlight(documentOf(text), cursor)), fixture.replace('‸', ''));
}

describe('definition', () => {
  it('goes from an opening tag to the closing one', () => goesTo('〖RQ/日‸期〗20140521⟦〖-RQ/日期〗⟧\n'));
  it('goes from a closing tag to the opening one', () => goesTo('⟦〖RQ/日期〗⟧20140521〖-R‸Q/日期〗\n'));
  it('takes a caret at the end of a tag for on it', () => goesTo('⟦〖RQ/日期〗⟧20140521〖-RQ/日期〗‸\n'));
  it('takes the tag behind the caret where two meet', () =>
    goesTo('〖RQ/日期〗x〖-RQ/日期〗‸〖TH/条号〗2⟦〖-TH/条号〗⟧'));
  it('goes nowhere from a value', () => goesTo('〖RQ/日期〗2014‸0521〖-RQ/日期〗\n'));
  it('goes nowhere from a tag without partner', () => goesTo('〖RQ/日‸期〗20140521\n'));
  it('stays in its record', () => goesTo(`${RECORD_HEAD}⟦〖ZW/正文〗⟧\n〖-ZW/正文‸〗\n${RECORD_HEAD}`));
  it('finds offsets in a later record', () =>
    goesTo(`${RECORD_HEAD}〖ZW/正文〗\n〖-ZW/正文〗\n〖ZQ‸/总期〗1⟦〖-ZQ/总期〗⟧\n`));
});

describe('document highlight', () => {
  it('marks both tags', () => highlights('⟦〖BT/标‸题〗⟧声明⟦〖-BT/标题〗⟧'));
  it('marks both from the closing tag, in order', () => highlights('⟦〖BT/标题〗⟧声明⟦‸〖-BT/标题〗⟧'));
  it('leaves words to the editor', () => highlights('〖BT/标题〗声‸明〖-BT/标题〗'));
});
