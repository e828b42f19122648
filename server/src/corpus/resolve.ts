import { covers, type Span } from '../text/span.ts';
import { abbreviationsOf, isSameName } from './abbreviations.ts';
import type { Passage } from './passages.ts';
import type { Search } from './search.ts';
import { type ShortForm, shortFormPlaces, shortFormsOf } from './shortForms.ts';
import { namedSubject, type Subject, topicSubject } from './subject.ts';
import { candidateTerms, isGeneral, phraseAround } from './terms.ts';
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
  const [shortest] = shortFormsOf(own)
    .flatMap((form) => shortFormPlaces(text, form).map((place) => ({ form, place })))
    .filter(({ place }) => covers(place, at))
    .sort((a, b) => b.form.short.length - a.form.short.length);
  if (!shortest) return undefined;
  const { form, place } = shortest;
  if (allTopicWords(topics, text).some((word) => covers(word, at) && length(word) > form.short.length)) return undefined;
  const names = namesOf(search, form);
  const topic = topics.find((one) => one.names.some((name) => isSameName(name, form.long)));
  return topic ? topicSubject(topic, place, names, topics) : namedSubject(place, names);
}

/** A short form that the text does not define is nobody else's: 条约. */
function namesOf(search: Search, { short, long, implied }: ShortForm): string[] {
  return [...(implied ? [] : [short]), long, ...occurringAbbreviations(search, long)];
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
        covers(word, at) ? one.role !== 'context' || hasCompany(topics, text, word, one.topic) : one.role === 'name' && !isGeneral(text.slice(word.start, word.end)),
      );
      return belonging ? [{ word, belonging }] : [];
    });
  const [best] = words.sort(
    (a, b) => distance(a.word, at) - distance(b.word, at) || length(b.word) - length(a.word),
  );
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
  const size = search.index.size().passages;
  let best: Subject | undefined;
  let bestWeight = 0;
  for (const { span, telling } of candidateTerms(text, at)) {
    const term = text.slice(span.start, span.end);
    const names = [term, ...occurringAbbreviations(search, term)];
    const { passages, records } = countElsewhere(search, names);
    if (passages === 0 || passages > Math.max(3, size * COMMON)) continue;
    const weight = telling ** LENGTH_COUNTS * Math.log((size + 1) / passages) * records ** SPREAD_COUNTS;
    if (weight > bestWeight) [best, bestWeight] = [namedSubject(span, names), weight];
  }
  return best;
}

/** How often names are to be found outside the statement that is asked from. */
function countElsewhere({ index, isOwn }: Search, names: readonly string[]): { passages: number; records: number } {
  const found = names.flatMap((name) => index.containing(name)).filter((placed) => !isOwn(placed));
  return { passages: found.length, records: new Set(found.map(({ record }) => record)).size };
}
