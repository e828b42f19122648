import { readFileSync } from 'node:fs';
import { scanningIndex } from '../../server/src/corpus/corpusIndex.ts';
import { memoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import { sameTopic, type TopicSources } from '../../server/src/corpus/sameTopic.ts';
import type { Topic } from '../../server/src/corpus/topic.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { parseDocument } from '../../server/src/statement/document.ts';
/** The judge's names of the statements, and their files. */
import FILES from './statements.json' with { type: 'json' };

/** Written without types, and not by us. */
const JUDGE: string = '../gold/score.mjs';

const STATEMENTS = new Map(Object.entries(FILES).map(([statement, file]) => [file, statement]));

/** A query as the judge's own program reads it. */
interface JudgedQuery {
  readonly id: string;
  readonly type: 'term' | 'para' | 'null';
  readonly kind: string;
  readonly st: keyof typeof FILES;
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

/** A passage that was found, as the judge's own program wants it. */
interface JudgedAnswer {
  readonly statement: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** What the judge's own program says of one query. */
interface Judgement {
  readonly q: JudgedQuery;
  readonly nret: number;
}

interface Judge {
  readonly data: { readonly dev: unknown };
  flatten(data: unknown): JudgedQuery[];
  evalQuery(query: JudgedQuery, answers: readonly JudgedAnswer[]): Judgement;
  aggregate(judgements: readonly Judgement[]): {
    readonly macro: { readonly F1: number; readonly ndcg10: number; readonly p1: number };
  };
}

/** Means over topics, 0 to 1. */
interface Means {
  readonly f1: number;
  readonly ndcg: number;
  /** Whether the best answer in each statement is right. */
  readonly p1: number;
}

export interface Quality {
  readonly term: Means;
  readonly alias: Means;
  readonly paragraph: Means;
  /** The ids of the queries on what one statement alone speaks of, where anything was found. */
  readonly answeredThoughNothingIs: readonly string[];
}

/** How well the same topics are found in the five statements, by the judged queries, when `topics` are known. */
export async function qualityOf(topics: readonly Topic[]): Promise<Quality> {
  const judge = (await import(JUDGE)) as Judge;
  const sources = judgedSources(topics);
  const all = judge.flatten(judge.data.dev).map((query) => judge.evalQuery(query, answersTo(sources, query)));
  const means = (isMeant: (query: JudgedQuery) => boolean): Means => {
    const { F1, ndcg10, p1 } = judge.aggregate(all.filter(({ q }) => isMeant(q))).macro;
    return { f1: F1, ndcg: ndcg10, p1 };
  };
  return {
    term: means(({ type }) => type === 'term'),
    alias: means(({ kind }) => kind === 'alias'),
    paragraph: means(({ type }) => type === 'para'),
    answeredThoughNothingIs: all.filter(({ q, nret }) => q.type === 'null' && nret > 0).map(({ q }) => q.id),
  };
}

function judgedSources(topics: readonly Topic[]): TopicSources {
  const corpus = memoryCorpus();
  for (const uri of Object.values(FILES)) {
    corpus.set({ uri, document: parseDocument(readFileSync(uri, 'utf8'), NEWSPAPER_VOCABULARY) });
  }
  return { corpus, index: scanningIndex(corpus, NEWSPAPER_VOCABULARY), topics };
}

/** A term is asked for with a caret, a paragraph with its range. */
function answersTo(sources: TopicSources, { st, type, start, end, offset }: JudgedQuery): JudgedAnswer[] {
  const asked = type === 'para' ? { start, end } : { start: offset, end: offset };
  const answer = sameTopic(sources, FILES[st], asked);
  return (answer?.passages ?? []).map(({ uri, span, score }) => ({ ...span, statement: STATEMENTS.get(uri), score }));
}
