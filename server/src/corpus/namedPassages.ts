import { aboutPassages } from './aboutPassages.ts';
import { alikePassages } from './alikePassages.ts';
import type { Passage } from './passages.ts';
import { byScore, ENOUGH_STATEMENTS, type ScoredPassage, type Search, statementOf } from './search.ts';
import { type Subject, topicSubject, withOthers } from './subject.ts';
import type { Topic } from './topic.ts';
import { type TopicProfile, topicProfile } from './topicProfile.ts';
import { relatedTo } from './topicRelations.ts';
import { widerTopics } from './widerTopics.ts';

/** Passages that are about a subject less than this only mention it. */
const LEAST = 0.22;
/** What stands in for a statement's silence on the subject must be surer: a passage on a related topic, on a wider one, */
const LEAST_RELATED = 0.5;
const LEAST_WIDER = 0.6;
/** or one like the asked one, if that speaks of the subject this much compared with its main topic. */
const LEAST_ALIKE = 0.4;
const MAIN_SHARE = 0.6;
/** What such a passage is worth. */
const STAND_IN = 0.7;

/**
 * What other statements say on a subject by its names, best first; those that say nothing on it, what they say on
 * something related or wider or in a passage like `asked`, where the subject is pointed at.
 */
export function namedPassages(search: Search, subject: Subject, asked: Passage): ScoredPassage[] {
  const { topics } = search;
  const { topic, at } = subject;
  if (!topic) return aboutPassages(search, subject, LEAST).sort(byScore);
  const profile = topicProfile(topics, [asked.normal.text]);
  const wider = widerTopics(topic, profile, topics);
  const related = relatedTo(topics, topic);
  const found = aboutPassages(search, withOthers(subject, related, wider), LEAST);
  const standIns = [
    ...related.map((one) => () => aboutPassages(search, topicSubject(one, at, [], topics), LEAST_RELATED)),
    ...wider.map((one) => () => aboutPassages(search, topicSubject(one, at, [], topics), LEAST_WIDER)),
    ...(isMain(topic, profile)
      ? [() => alikePassages(search, [asked]).filter(({ score }) => score >= LEAST_ALIKE)]
      : []),
  ];
  for (const standIn of standIns) {
    const answered = new Set(found.map(({ placed }) => statementOf(placed)));
    if (answered.size >= ENOUGH_STATEMENTS) break;
    for (const one of standIn()) {
      if (!answered.has(statementOf(one.placed))) found.push({ ...one, score: one.score * STAND_IN });
    }
  }
  return found.sort(byScore);
}

function isMain(topic: Topic, profile: TopicProfile): boolean {
  return (profile.get(topic) ?? 0) >= MAIN_SHARE * Math.max(0, ...profile.values());
}
