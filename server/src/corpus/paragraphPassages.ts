import { spanOf } from '../text/span.ts';
import { aboutPassages } from './aboutPassages.ts';
import { alikePassages } from './alikePassages.ts';
import type { Passage } from './passages.ts';
import { byScore, ENOUGH_STATEMENTS, type ScoredPassage, type Search, statementOf } from './search.ts';
import { topicSubject } from './subject.ts';
import { mainTopics, topicProfile, weighed } from './topicProfile.ts';
import { topicTelling } from './topicTelling.ts';

/** What a statement says on so many main topics of a paragraph stands in for a paragraph like it, */
const MAIN_TOPICS = 2;
/** if it is about them by this. */
const LEAST_ABOUT = 0.5;
/** What it is worth then: what is alike comes first. */
const STAND_IN = 0.3;

/** What other statements say in paragraphs like the asked ones, best first; those that have none, on the same main topics. */
export function paragraphPassages(search: Search, asked: readonly Passage[]): ScoredPassage[] {
  const found = alikePassages(search, asked);
  const answered = new Set(found.map(({ placed }) => statementOf(placed)));
  // To weigh the topics of a long section takes longer than to find what is like it.
  if (answered.size >= ENOUGH_STATEMENTS) return found.sort(byScore);
  const { topics } = search;
  const texts = asked.map(({ normal }) => normal.text);
  const profile = weighed(topicProfile(topics, texts), topicTelling(search, texts));
  for (const topic of mainTopics(profile, MAIN_TOPICS)) {
    const others = aboutPassages(search, topicSubject(topic, NOWHERE, [], topics), LEAST_ABOUT).filter(
      ({ placed }) => !answered.has(statementOf(placed)),
    );
    for (const one of others) {
      found.push({ ...one, score: one.score * STAND_IN });
      answered.add(statementOf(one.placed));
    }
    if (answered.size >= ENOUGH_STATEMENTS) break;
  }
  return found.sort(byScore);
}

/** It is no word that is asked for. */
const NOWHERE = spanOf(0, 0);
