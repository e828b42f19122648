import type { PlacedPassage } from './corpusIndex.ts';
import type { Passage } from './passages.ts';
import { byScore, keyOf, nearBestOfStatement, type ScoredPassage, type Search } from './search.ts';
import {
  concentration,
  mainTopics,
  profileSimilarity,
  type TopicProfile,
  topicProfile,
  weighed,
} from './topicProfile.ts';
import { type TopicTelling, topicTelling } from './topicTelling.ts';

/** So many passages are compared by their words, */
const MOST_COMPARED = 80;
/** and, until there are so many, those that name one of so many main topics with a word that is not too common. */
const MOST_CANDIDATES = 400;
const MAIN_TOPICS = 4;
/** Topics and words count the same. Passages that share a half of what their words could say are as good as alike. */
const TOPICS_COUNT = 0.5;
const WORDS_ALIKE = 0.5;
/** Passages less alike than this are on another subject, */
const LEAST = 0.1;
/** and so are those that come so far behind the best, or behind the best of their statement. */
const BEHIND_BEST = 0.45;
const BEHIND_STATEMENT = 0.6;
const MOST = 40;
/** A paragraph whose main topic is less of it than this is on nothing in particular. */
const ONE_THING = 0.4;

/** What other statements say in passages like the asked ones, best first: on the same known topics, in the same words. */
export function alikePassages(search: Search, asked: readonly Passage[]): ScoredPassage[] {
  const texts = asked.map((passage) => passage.normal.text);
  return alikeTo(search, texts, topicProfile(search.topics, texts), topicTelling(search, texts));
}

/** The same where only a word of the paragraph was asked for that nobody else has: a paragraph on many things says nothing of it. */
export function surroundingPassages(search: Search, passage: Passage): ScoredPassage[] {
  const { text } = passage.normal;
  const profile = topicProfile(search.topics, [text]);
  return concentration(profile) >= ONE_THING ? alikeTo(search, [text], profile, topicTelling(search, [text])) : [];
}

function alikeTo(
  search: Search,
  texts: readonly string[],
  named: TopicProfile,
  telling: TopicTelling,
): ScoredPassage[] {
  const { topics } = search;
  const profile = weighed(named, telling);
  const found = candidates(search, texts.join('\n'), profile);
  const scored = [...found.values()].map(({ placed, words }) => {
    if (profile.size === 0) return { placed, score: words, marks: [] };
    const shared = profileSimilarity(profile, weighed(topicProfile(topics, [placed.text]), telling));
    return { placed, score: TOPICS_COUNT * shared + (1 - TOPICS_COUNT) * Math.min(1, words / WORDS_ALIKE), marks: [] };
  });
  const least = Math.max(LEAST, BEHIND_BEST * Math.max(0, ...scored.map(({ score }) => score)));
  const alike = scored.filter(({ score }) => score >= least);
  return nearBestOfStatement(alike, BEHIND_STATEMENT).sort(byScore).slice(0, MOST);
}

interface Candidate {
  readonly placed: PlacedPassage;
  /** How much of what the asked words could tell they tell of it: 0 to 1. */
  readonly words: number;
}

function candidates({ index, isOwn }: Search, text: string, profile: TopicProfile): Map<string, Candidate> {
  const alike = index.alike(text, MOST_COMPARED);
  // The asked passages themselves are among the answers, and nothing is more like them.
  const most = alike[0]?.score ?? 1;
  const found = new Map<string, Candidate>();
  for (const { placed, score } of alike) if (!isOwn(placed)) found.set(keyOf(placed), { placed, words: score / most });
  for (const { names, narrower } of mainTopics(profile, MAIN_TOPICS)) {
    for (const word of [...names, ...narrower]) {
      if (found.size + index.count(word).passages > MOST_CANDIDATES) continue;
      for (const placed of index.containing(word)) {
        if (!isOwn(placed) && !found.has(keyOf(placed))) found.set(keyOf(placed), { placed, words: 0 });
      }
    }
  }
  return found;
}
