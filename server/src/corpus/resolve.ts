import { covers, type Span } from '../text/span.ts';
import { abbreviationsOf, isSameName } from './abbreviations.ts';
import type { Passage } from './passages.ts';
import { keyOf, type Search, statementOf } from './search.ts';
import { type ShortForm, shortFormPlaces, shortFormsOf } from './shortForms.ts';
import { namedSubject, type Subject, topicSubject } from './subject.ts';
import { candidateTerms, isPlain, phraseAround } from './terms.ts';
import type { Topic } from './topic.ts';
import { allTopicWords, type Belonging, type TopicWord, topicWords } from './topicWords.ts';

/**
 * What is meant at a place in a passage: what the statement has a short form for, a known topic, or a term that other
 * statements have too.
 */
export function subjectAt(search: Search, { normal: { text } }: Passage, at: Span): Subject | undefined {
  return shortenedSubject(search, text, at) ?? knownSubject(search, text, at) ?? repeatedSubject(search, text, at);
}

/** What the statement itself calls by a short form that covers the place, unless a longer known name does. */
function shortenedSubject(search: Search, text: string, at: Span): Subject | undefined {
  const { topics, own } = search;
  const [longest] = shortFormsOf(own)
    .flatMap((form) => shortFormPlaces(text, form).map((place) => ({ form, place })))
    .filter(({ place }) => covers(place, at))
    .sort((a, b) => b.form.short.length - a.form.short.length);
  if (!longest) return undefined;
  const { form, place } = longest;
  if (allTopicWords(topics, text).some((word) => covers(word, at) && length(word) > form.short.length))
    return undefined;
  const names = namesOf(search, form);
  const topic = topics.find((one) => one.names.some((name) => isSameName(name, form.long)));
  return topic ? topicSubject(topic, place, names, topics) : namedSubject(place, names);
}

/** A short form that goes with any subject is nobody else's: 条约. */
function namesOf(search: Search, { short, long }: ShortForm): string[] {
  return [...(isPlain(short) ? [] : [short]), long, ...occurringAbbreviations(search, long)];
}

function occurringAbbreviations({ index }: Search, name: string): string[] {
  return abbreviationsOf(name, (beginning) => index.count(beginning).passages > 0);
}

interface KnownWord {
  readonly word: TopicWord;
  readonly belonging: Belonging;
}

/** The longest word of a known topic that covers the place, else the nearest one in the same phrase. */
function knownSubject({ topics }: Search, text: string, at: Span): Subject | undefined {
  const phrase = phraseAround(text, at);
  const words = allTopicWords(topics, text)
    .filter((word) => covers(word, at) || (phrase.starts.has(word.start) && phrase.ends.has(word.end)))
    .flatMap((word): KnownWord[] => {
      const belonging = word.belongs.find((one) =>
        covers(word, at)
          ? one.role !== 'context' || hasCompany(topics, text, word, one.topic)
          : one.role === 'name' && !isPlain(text.slice(word.start, word.end)),
      );
      return belonging ? [{ word, belonging }] : [];
    });
  const [best] = words.sort((a, b) => distance(a.word, at) - distance(b.word, at) || length(b.word) - length(a.word));
  if (!best) return undefined;
  const { word, belonging } = best;
  return topicSubject(belonging.topic, word, [text.slice(word.start, word.end)], topics);
}

/** A context word tells its topic only beside another word of it. */
function hasCompany(topics: readonly Topic[], text: string, word: Span, topic: Topic): boolean {
  return topicWords(topics, text).some(
    (other) => (other.end <= word.start || word.end <= other.start) && other.belongs.some((one) => one.topic === topic),
  );
}

function length({ start, end }: Span): number {
  return end - start;
}

/** How far a word is from a place: 0 where it covers it and what a caret stands before. */
function distance(word: Span, { start, end }: Span): number {
  return Math.max(0, word.start - start, Math.max(end, start + 1) - word.end);
}

/** A term in more than this share of all passages tells nothing: 双方, 合作. */
const COMMON = 0.15;
/** Powers by which a term's length and the number of statements that have it count; found with the judged queries. */
const LENGTH_COUNTS = 0.7;
const SPREAD_COUNTS = 0.5;

/**
 * The best term at a place: one that another statement has too; of several, the one whose length, rarity and spread
 * over the statements together say most. A name that many statements have beats a longer phrase that one repeats.
 */
function repeatedSubject(search: Search, text: string, at: Span): Subject | undefined {
  const { index } = search;
  const size = index.size().passages;
  const most = Math.max(3, size * COMMON);
  let best: Subject | undefined;
  let bestWeight = 0;
  for (const { span, telling } of candidateTerms(text, at)) {
    const term = text.slice(span.start, span.end);
    const names = [term, ...occurringAbbreviations(search, term)];
    // A statement may be in the corpus twice, so that the count alone does not tell what others say.
    const all = names.reduce((sum, name) => sum + index.count(name).passages, 0);
    if (all === 0 || all > most + search.own.length) continue;
    const placed = names.flatMap((name) => index.containing(name)).filter((one) => !search.isOwn(one));
    const passages = new Set(placed.map(keyOf)).size;
    if (passages === 0 || passages > most) continue;
    const statements = new Set(placed.map(statementOf)).size;
    const weight = telling ** LENGTH_COUNTS * Math.log((size + 1) / passages) * statements ** SPREAD_COUNTS;
    if (weight > bestWeight) [best, bestWeight] = [namedSubject(span, names), weight];
  }
  return best;
}
