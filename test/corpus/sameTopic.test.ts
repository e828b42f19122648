import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { SameTopicAnswer } from '../../server/src/corpus/corpus.ts';
import { scanningIndex } from '../../server/src/corpus/corpusIndex.ts';
import { memoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import { sameTopic, type TopicSources } from '../../server/src/corpus/sameTopic.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { parseDocument } from '../../server/src/statement/document.ts';
import { marked } from '../support/marks.ts';

function sourcesOf(files: Readonly<Record<string, string>>): TopicSources {
  const corpus = memoryCorpus();
  for (const [uri, text] of Object.entries(files))
    corpus.set({ uri, document: parseDocument(text, NEWSPAPER_VOCABULARY) });
  return { corpus, index: scanningIndex(corpus, NEWSPAPER_VOCABULARY), topics: [] };
}

/** Asks at the mark of the one fixture that has `‸` or `⟦ ⟧`; the marks of the others say what must be found, in that order of files. */
function ask(fixtures: Readonly<Record<string, string>>): { answer: SameTopicAnswer | undefined; found: string[] } {
  const texts = Object.fromEntries(Object.entries(fixtures).map(([uri, fixture]) => [uri, marked(fixture)]));
  const sources = sourcesOf(Object.fromEntries(Object.entries(texts).map(([uri, { text }]) => [uri, text])));
  const [uri, { cursor, spans }] =
    Object.entries(texts).find(([, { cursor: at }]) => at >= 0) ?? Object.entries(texts)[0]!;
  const answer = sameTopic(sources, uri, cursor >= 0 ? { start: cursor, end: cursor } : spans[0]!);
  const found = (answer?.passages ?? []).flatMap((one) =>
    one.marks.map((mark) => texts[one.uri]!.text.slice(mark.start, mark.end)),
  );
  return { answer, found };
}

const OTHER = '公报\n一、双方讨论了其他问题。\n二、双方同意继续协商。\n三、各方应保持克制。\n四、会议在北京举行。\n';

describe('the same topic in the other statements', () => {
  it('finds the term under the caret where another statement has it', () => {
    const { answer, found } = ask({
      a: '声明\n一、双方支持朝鲜‸半岛无核化。\n二、贸易额增长。',
      b: '声明\n一、关于朝鲜半岛局势，各方应保持克制。\n二、中东和平。',
      c: OTHER,
    });
    assert.equal(answer?.query.text, '朝鲜半岛');
    assert.deepEqual(found, ['朝鲜半岛']);
    assert.deepEqual(
      answer?.passages.map(({ uri, section }) => [uri, section]),
      [['b', '一']],
    );
  });

  it('gives the exact place in a traditional text with readings put in', () => {
    const { found } = ask({
      a: '声明\n一、关于上海合作组‸织的发展。\n二、贸易额增长。',
      b: '聲明\n一、在上海合作組織(zhī)框架內(nèi)開展合作。\n二、維護聯(lián)合國權威。',
      c: OTHER,
    });
    assert.deepEqual(found, ['上海合作組織']);
  });

  it('sees through readings inside the term', () => {
    const { found } = ask({
      a: '声明\n一、维护联合国‸宪章。\n二、贸易额增长。',
      b: '聲明\n一、恪守聯(lián)合國憲章。\n二、經(jīng)濟合作。',
      c: OTHER,
    });
    assert.deepEqual(found, ['聯(lián)合國憲章']);
  });

  it('does not join words across punctuation', () => {
    const { answer } = ask({ a: '声明\n一、讨论⟦合作用⟧途。', b: '声明\n一、加强合作，用好机制。' });
    assert.deepEqual(answer?.passages, []);
  });

  it('takes a title in its brackets whole', () => {
    const { answer } = ask({
      a: '声明\n一、恪守《不扩散核武‸器条约》。\n二、贸易。',
      b: '声明\n一、《不扩散核武器条约》是基石。\n二、中东。',
      c: OTHER,
    });
    assert.equal(answer?.query.text, '不扩散核武器条约');
  });

  it('asks for the section where the caret stands on its numeral', () => {
    const { answer } = ask({
      a: '声明\n‸一、双方支持朝鲜半岛无核化与六方会谈。\n二、贸易额增长。',
      b: '声明\n一、朝鲜半岛无核化应通过六方会谈实现。\n二、中东和平。',
      c: OTHER,
    });
    assert.equal(answer?.query.topic, null);
    assert.deepEqual(
      answer?.passages.map(({ uri, section }) => [uri, section]),
      [['b', '一']],
    );
  });

  it('never answers from the statement that is asked', () => {
    const { answer } = ask({ a: '声明\n一、朝鲜‸半岛。\n二、朝鲜半岛局势。', b: OTHER });
    assert.ok(answer?.passages.every((one) => one.uri !== 'a'));
  });

  it('has nothing to say outside the text', () => {
    assert.equal(ask({ a: '‸\n\n声明\n一、甲。' }).answer, undefined);
  });

  it('says whose passage it is', () => {
    const { answer } = ask({
      a: '声明\n一、朝鲜‸半岛局势。\n二、贸易。',
      b: '中俄联合声明\n一、甲。\n三、朝鲜半岛局势。\n二〇〇二年十二月二日于北京',
      c: OTHER,
    });
    assert.deepEqual(
      answer?.passages.map((one) => [one.statement, one.section]),
      [[{ title: '中俄联合声明', date: '2002-12-02' }, '三']],
    );
  });
});

describe('the five texts', () => {
  const names = readdirSync('seeds').filter((name) => name.endsWith('.txt'));
  const texts = Object.fromEntries(names.map((name) => [name, readFileSync(`seeds/${name}`, 'utf8')]));
  const sources = sourcesOf(texts);

  it('finds 朝鲜半岛 of 2014 in 2002 and 2024, whatever their script', () => {
    const caret = texts['2014-05-20.txt']!.indexOf('朝鲜半岛') + 2;
    const answer = sameTopic(sources, '2014-05-20.txt', { start: caret, end: caret });
    const words = answer!.passages.flatMap((one) =>
      one.marks.map((mark) => [one.uri, texts[one.uri]!.slice(mark.start, mark.end)]),
    );
    assert.equal(answer?.query.text, '朝鲜半岛');
    assert.deepEqual(new Set(words.map(String)), new Set(['2002-12-02.txt,朝鲜半岛', '2024-05-16.txt,朝鮮半島']));
  });

  it('finds words that a reading tore, and gives the torn stretch as their place', () => {
    const caret = texts['2014-05-20.txt']!.indexOf('亚太地区的和平') + 2;
    const answer = sameTopic(sources, '2014-05-20.txt', { start: caret, end: caret });
    const places = answer!.passages.flatMap((one) =>
      one.marks.map((mark) => texts[one.uri]!.slice(mark.start, mark.end)),
    );
    assert.equal(answer?.query.text, '亚太地区');
    assert.ok(
      places.some((place) => place.startsWith('?qū)') && place.endsWith('^(qū)')),
      places.join(' '),
    );
  });

  it('describes each statement', () => {
    const caret = texts['2002-12-02.txt']!.indexOf('亚太地区') + 2;
    const answer = sameTopic(sources, '2002-12-02.txt', { start: caret, end: caret });
    const statements = new Map(answer!.passages.map((one) => [one.uri, one.statement]));
    assert.equal(statements.get('2014-05-20.txt')?.date, '2014-05-20');
    assert.equal(statements.get('2024-05-16.txt')?.date, '2024-05-16');
    assert.match(statements.get('2024-05-16.txt')?.title ?? '', /^中華人民共和國和俄羅斯聯邦在.*聯合聲明$/);
  });
});
