import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definition } from '../../server/src/features/definition.ts';
import { documentLinks } from '../../server/src/features/documentLink.ts';
import { marked, withMarks } from '../support/marks.ts';
import { contextOf, documentOf, RECORD_HEAD } from './support.ts';

const TREATY = '中华人民共和国和俄罗斯联邦睦邻友好合作条约\n\n第一条 双方发展关系。\n\n二〇〇一年七月十六日\n';

/** From the caret in the first file the definition is what is marked, wherever that is. */
function goesTo(files: Readonly<Record<string, string>>): void {
  const texts = Object.entries(files).map(([uri, fixture]) => ({ uri, fixture, ...marked(fixture) }));
  const [asked] = texts;
  assert.ok(asked);
  const context = contextOf(Object.fromEntries(texts.map(({ uri, text }) => [uri, text])));
  const found = definition(context, asked.uri, documentOf(asked.text), asked.cursor);
  for (const { uri, text, fixture } of texts) {
    const spans = found.filter((one) => one.uri === uri).map(({ target }) => target);
    assert.equal(withMarks(text, spans), fixture.replace('‸', ''));
  }
}

describe('definition of a 《title》', () => {
  const at = (words: string) => `声明\n\n一、双方遵守${words}。\n\n二、双方合作。\n`;

  it('is the statement that has it', () =>
    goesTo({
      'file:///a.txt': at('《中华人民共和国和俄罗斯联邦睦邻友好‸合作条约》'),
      'file:///t.txt': `⟦${TREATY.replace('\n', '⟧\n')}`,
    }));
  it('is found from a damaged text and in another script', () =>
    goesTo({
      'file:///a.txt': at('《中華人民共和國和俄羅斯聯(lián)邦睦鄰友好合‸作條約》'),
      'file:///t.txt': `⟦${TREATY.replace('\n', '⟧\n')}`,
    }));
  it('may leave out some of its words', () =>
    goesTo({
      'file:///a.txt': at('《中俄睦邻友好合作‸条约》'),
      'file:///t.txt': `⟦${TREATY.replace('\n', '⟧\n')}`,
    }));
  it('is the one of the day that is named before it', () =>
    goesTo({
      'file:///a.txt': at('2002年12月2日签署的《甲国和乙国联合‸声明》'),
      'file:///b.txt': '甲国和乙国联合声明\n\n一、双方合作。\n\n二〇〇一年三月一日\n',
      'file:///c.txt': '⟦甲国和乙国联合声明⟧\n\n一、双方合作。\n\n二〇〇二年十二月二日\n',
    }));
  it('are all that it may be', () =>
    goesTo({
      'file:///a.txt': at('《甲国和乙国联合‸声明》'),
      'file:///b.txt': '⟦甲国和乙国联合声明⟧\n\n一、双方合作。\n\n二〇〇一年三月一日\n',
      'file:///c.txt': '⟦甲国和乙国联合声明⟧\n\n一、双方合作。\n\n二〇〇二年十二月二日\n',
    }));
  it('is where it is named first, if the corpus does not have it', () =>
    goesTo({ 'file:///a.txt': `声明\n\n一、依据⟦《联合国宪章》⟧。\n\n二、维护《联合国‸宪章》。\n` }));
  it('of 《公约》 is the whole title before it', () =>
    goesTo({ 'file:///a.txt': '声明\n\n一、遵守⟦《不扩散公约》⟧。\n\n二、根据《公‸约》合作。\n' }));
  it('of what a title was said to be called is the title', () =>
    goesTo({
      'file:///a.txt': '声明\n\n一、遵守⟦《关于航天的规划》⟧（以下简称《文件》），并《落实》。\n\n二、《文‸件》。\n',
    }));
  it('of what stands short for one that the corpus has is the statement', () =>
    goesTo({
      'file:///a.txt': at('《中华人民共和国和俄罗斯联邦睦邻友好合作条约》（以下称《条约》），《条‸约》'),
      'file:///t.txt': `⟦${TREATY.replace('\n', '⟧\n')}`,
    }));
  it('is looked for in the title of a record', () =>
    goesTo({
      'file:///a.txt': at('《甲国乙国‸联合公报》'),
      'file:///b.txt': `${RECORD_HEAD.replace('〖BT/标题〗联合声明', '〖BT/标题〗⟦甲国乙国联合公报⟧')}〖ZW/正文〗\n    一、甲。\n〖-ZW/正文〗\n`,
    }));
});

describe('definition of a short form', () => {
  const text = (words: string) =>
    `声明\n\n甲国和乙国（以下称“⟦双方⟧”）合作。\n\n一、${words}促进贸易。\n\n二、支持丙国。\n`;

  it('is where the text brings it in', () => goesTo({ 'file:///a.txt': text('双‸方') }));
  it('may have the caret behind it', () => goesTo({ 'file:///a.txt': text('双方‸') }));
  it('is found through damage', () =>
    goesTo({ 'file:///a.txt': '声明\n\n甲国和乙国(以下稱“⟦雙方⟧”)合作。\n\n一、雙‸方聯(lián)合。\n' }));
  it('is the statement, where it is short for one that the corpus has', () =>
    goesTo({
      'file:///a.txt': `声明\n\n《中华人民共和国和俄罗斯联邦睦邻友好合作条约》（以下称“条约”）签署。\n\n一、条‸约有效。\n`,
      'file:///t.txt': `⟦${TREATY.replace('\n', '⟧\n')}`,
    }));
  it('leads nowhere from itself', () =>
    goesTo({ 'file:///a.txt': '声明\n\n甲国和乙国（以下称“双‸方”）合作。\n\n一、双方。\n' }));
  it('leads nowhere from other words', () =>
    goesTo({ 'file:///a.txt': '声明\n\n甲国和乙国（以下称“双方”）合作。\n\n一、双方促进贸‸易。\n' }));
});

describe('document links', () => {
  /** What is linked in a text when the corpus has these files, and where to. */
  function links(text: string, files: Readonly<Record<string, string>>): string[] {
    const context = contextOf({ 'file:///a.txt': text, ...files });
    const document = context.corpus.get('file:///a.txt')?.document;
    assert.ok(document);
    return documentLinks(context, document).map(
      ({ span, statement }) => `${text.slice(span.start, span.end)} → ${statement.uri}#${statement.target}`,
    );
  }
  const corpus = { 'file:///t.txt': `\n\n${TREATY}` };

  it('are the titles of statements that the corpus has', () =>
    assert.deepEqual(links('声明\n\n一、依据《联合国宪章》和《中俄睦邻友好合作条约》。\n', corpus), [
      '《中俄睦邻友好合作条约》 → file:///t.txt#2',
    ]));
  it('are what stands short for them, too', () =>
    assert.deepEqual(links('声明\n\n一、《中俄睦邻友好合作条约》。\n\n二、《条约》有效。\n', corpus), [
      '《中俄睦邻友好合作条约》 → file:///t.txt#2',
      '《条约》 → file:///t.txt#2',
    ]));
  it('are none where several could be meant', () =>
    assert.deepEqual(links('声明\n\n一、《中俄睦邻友好合作条约》。\n', { ...corpus, 'file:///u.txt': TREATY }), []));
  it('never lead to their own statement', () =>
    assert.deepEqual(links('《甲乙公报》\n\n一、《甲乙公报》。\n', {}), []));
});
