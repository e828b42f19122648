import { readFileSync } from 'node:fs';
import { scanningIndex } from '../../server/src/corpus/corpusIndex.ts';
import { memoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import { sameTopic, type TopicSources } from '../../server/src/corpus/sameTopic.ts';
import type { Topic } from '../../server/src/corpus/topic.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { parseDocument } from '../../server/src/statement/document.ts';

/** The judge's names of the statements, and their files. */
const FILES = {
  2002: 'seeds/2002-12-02.txt',
  2014: 'seeds/2014-05-20.txt',
  2017: 'seeds/2017-07-05.txt',
  2021: 'seeds/2021-06-28.txt',
  2024: 'seeds/2024-05-16.txt',
};
const STATEMENTS = new Map(Object.entries(FILES).map(([statement, file]) => [file, statement]));

/** A query as the judge's own program reads it. */
export interface JudgedQuery {
  readonly id: string;
  readonly type: 'term' | 'para' | 'null';
  /** What the average counts once: the topic of a term. */
  readonly unit: string;
  readonly kind: string;
  readonly st: keyof typeof FILES;
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

/** A passage that was found, as the judge's own program wants it. */
export interface JudgedAnswer {
  readonly statement: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** The five statements, with the given topics known. */
export function judgedSources(topics: readonly Topic[]): TopicSources {
  const corpus = memoryCorpus();
  for (const uri of Object.values(FILES)) {
    corpus.set({ uri, document: parseDocument(readFileSync(uri, 'utf8'), NEWSPAPER_VOCABULARY) });
  }
  return { corpus, index: scanningIndex(corpus, NEWSPAPER_VOCABULARY), topics };
}

/** A term is asked for with a caret, a paragraph with its range. */
export function answerOf(sources: TopicSources, { st, type, start, end, offset }: JudgedQuery): JudgedAnswer[] {
  const asked = type === 'para' ? { start, end } : { start: offset, end: offset };
  const answer = sameTopic(sources, FILES[st], asked);
  return (answer?.passages ?? []).map(({ uri, span, score }) => ({ ...span, statement: STATEMENTS.get(uri), score }));
}
