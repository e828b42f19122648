import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fieldWordsOf, peopleOf, titlesOf } from '../../server/src/corpus/corpusWords.ts';
import { memoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { documentLength, editDocument, parseDocument } from '../../server/src/statement/document.ts';

function corpusOf(files: Readonly<Record<string, string>>) {
  const corpus = memoryCorpus();
  for (const [uri, text] of Object.entries(files)) {
    corpus.set({ uri, document: parseDocument(text, NEWSPAPER_VOCABULARY) });
  }
  return corpus;
}

const counts = (words: ReadonlyMap<string, number>) => Object.fromEntries(words);

describe('what a corpus names', () => {
  it('are titles, each counted once for a record', () =>
    assert.deepEqual(
      counts(titlesOf(corpusOf({ a: '《联合国宪章》和《联合国宪章》', b: '《联合国宪章》、《公约》' }))),
      {
        公约: 1,
        联合国宪章: 2,
      },
    ));
  it('are no titles that are spoilt', () =>
    assert.deepEqual(counts(titlesOf(corpusOf({ a: '《聯(lián)合國憲章》，《没有完，《公\n约》，《》' }))), {}));
  it('are the words of a field', () =>
    assert.deepEqual(
      counts(
        fieldWordsOf(corpusOf({ a: '〖BM/版名〗要闻〖-BM/版名〗\n', b: '〖BM/版名〗 要闻 〖-BM/版名〗\n' }), 'BM'),
      ),
      { 要闻: 2 },
    ));
  it('are the people of a field one by one', () =>
    assert.deepEqual(counts(fieldWordsOf(corpusOf({ a: '〖ZZ/作者〗李强　王毅〖-ZZ/作者〗\n' }), 'ZZ')), {
      李强: 1,
      王毅: 1,
    }));
  it('are people with an office and those who sign', () =>
    assert.deepEqual(
      counts(
        peopleOf(
          corpusOf({
            a: '应国家主席习近平邀请，法国总统埃马纽埃尔・马克龙于2023年4月访华。\n中华人民共和国代表　法兰西共和国代表\n王毅　卡特琳·科隆纳\n2023年4月7日于北京\n',
          }),
        ),
      ),
      { 卡特琳·科隆纳: 1, 习近平: 1, '埃马纽埃尔・马克龙': 1, 王毅: 1 },
    ));
  it('are no offices and no countries', () =>
    assert.deepEqual(
      counts(
        peopleOf(
          corpusOf({ a: '国家主席指出，总理方面认为，主席任期将满。\n俄罗斯联邦\n总　统\n2023年4月7日于北京\n' }),
        ),
      ),
      {},
    ));

  it('follows changes as if it were counted anew', () => {
    const record = fc
      .tuple(fc.constantFrom('要闻', '国际', ''), fc.constantFrom('《宪章》', '《公约》', '甲。'))
      .map(
        ([name, text]) =>
          `〖ZQ/总期〗1〖-ZQ/总期〗\n〖BM/版名〗${name}〖-BM/版名〗\n〖ZW/正文〗\n    ${text}\n〖-ZW/正文〗\n`,
      );
    const change = fc.record({
      uri: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom('set', 'edit', 'delete'),
      text: fc.array(record, { maxLength: 3 }).map((records) => records.join('')),
      at: fc.nat(200),
    });
    const answers = (corpus: ReturnType<typeof memoryCorpus>) => [
      counts(titlesOf(corpus)),
      counts(fieldWordsOf(corpus, 'BM')),
    ];
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const corpus = memoryCorpus();
        for (const { uri, kind, text, at } of changes) {
          const document = corpus.get(uri)?.document;
          if (kind === 'delete') corpus.delete(uri);
          else if (kind === 'set' || !document) {
            corpus.set({ uri, document: parseDocument(text, NEWSPAPER_VOCABULARY) });
          } else {
            const place = Math.min(at, documentLength(document));
            const edit = { span: { start: place, end: place }, newText: '《公报》' };
            corpus.set({ uri, document: editDocument(document, edit) });
          }
          const anew = memoryCorpus();
          for (const file of corpus.documents()) anew.set(file);
          assert.deepEqual(answers(corpus), answers(anew));
        }
      }),
      { seed: 19460515, numRuns: 200 },
    );
  });
});
