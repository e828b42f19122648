import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { prepareRename, rename } from '../../server/src/features/rename.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { marked, withMarks } from '../support/marks.ts';
import { contextOf, documentOf } from './support.ts';

const OTHERS = { b: '声明\n一、关于朝鲜半岛局势，各方应保持克制。\n二、中东和平。', c: '公报\n一、其他问题。' };

/** The marked range is what a rename at the caret is about. */
function isAbout(fixture: string): void {
  const { text, cursor } = marked(fixture);
  const found = prepareRename(contextOf({ a: text, ...OTHERS }), 'a', documentOf(text), cursor);
  assert.equal(withMarks(text, found ? [found.span] : []), fixture.replace('‸', ''));
}

function renamed(fixture: string, newName: string) {
  const { text, cursor } = marked(fixture);
  const files = { a: text, ...OTHERS };
  const document = documentOf(text);
  const renaming = rename(contextOf(files), { uri: 'a', document, offset: cursor, newName });
  if (!renaming.ok) return renaming.why.id;
  if (renaming.kind === 'tag') return applyEdits(text, renaming.edits);
  return Object.values(files).map((file) => applyEdits(file, renaming.editsIn(documentOf(file))));
}

describe('what can be renamed', () => {
  it('a tag', () => isAbout('〖⟦BT/标题⟧‸〗声明〖-BT/标题〗'));
  it('a term that the corpus has', () => isAbout('声明\n一、双方关注⟦朝鲜‸半岛⟧。\n'));
  it('a word that only this text has', () => isAbout('声明\n一、双方支持⟦农‸业⟧。\n'));
  it('not punctuation', () => isAbout('声明\n一、双方支持农业　‸　。\n'));
  it('not a damaged tag', () => isAbout('〖bt/标题‸〗声明〖-BT/标题〗'));
});

describe('renaming a tag', () => {
  it('renames its partner too', () =>
    assert.equal(renamed('〖BT/标‸题〗声明〖-BT/标题〗', 'FT/副题'), '〖FT/副题〗声明〖-FT/副题〗'));
  it('takes a code alone', () =>
    assert.equal(renamed('〖BT/标‸题〗声明〖-BT/标题〗', 'ft'), '〖FT/副题〗声明〖-FT/副题〗'));
  it('takes a name alone', () =>
    assert.equal(renamed('〖BT/标‸题〗声明〖-BT/标题〗', '副题'), '〖FT/副题〗声明〖-FT/副题〗'));
  it('takes a tag of its own', () =>
    assert.equal(renamed('〖BT/标‸题〗声〖-BT/标题〗', 'XY/小题'), '〖XY/小题〗声〖-XY/小题〗'));
  it('refuses what is no tag', () => assert.equal(renamed('〖BT/标‸题〗声〖-BT/标题〗', '随便 写'), 'rename.badTag'));
});

describe('renaming a term', () => {
  it('changes it in every file, and nothing else', () =>
    assert.deepEqual(renamed('声明\n一、关注朝鲜‸半岛，朝鲜与各方对话。\n', '韩半岛'), [
      '声明\n一、关注韩半岛，朝鲜与各方对话。\n',
      '声明\n一、关于韩半岛局势，各方应保持克制。\n二、中东和平。',
      '公报\n一、其他问题。',
    ]));
  it('spares tags', () =>
    assert.deepEqual(renamed('〖BT/标题〗谈标题〖-BT/标题〗\n〖ZW/正文〗\n    这个标‸题很好。\n〖-ZW/正文〗', '题目'), [
      '〖BT/标题〗谈题目〖-BT/标题〗\n〖ZW/正文〗\n    这个题目很好。\n〖-ZW/正文〗',
      ...Object.values(OTHERS),
    ]));
  it('refuses nothing as a name', () => assert.equal(renamed('声明\n一、朝鲜‸半岛。\n', ' '), 'rename.badTerm'));
  it('refuses brackets that would make a tag', () =>
    assert.equal(renamed('声明\n一、朝鲜‸半岛。\n', '〖BT/标题〗'), 'rename.badTerm'));
});
