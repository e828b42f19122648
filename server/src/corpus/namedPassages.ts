import type { RecordTree } from '../statement/tree.ts';
import type { Span } from '../text/span.ts';
import { isSameName } from './abbreviations.ts';
import { alikePassages } from './alikePassages.ts';
import { aboutness } from './aboutness.ts';
import type { PlacedPassage } from './corpusIndex.ts';
import { type Passage, passagesOf } from './passages.ts';
import { byScore, keyOf, nearBestOfStatement, type ScoredPassage, type Search } from './search.ts';
import { hasHead, isDefining, shortFormPlaces, shortFormsOf } from './shortForms.ts';
import { type Subject, widerSubjects } from './subject.ts';
import { topicProfile } from './topicProfile.ts';

/** Passages that are about a subject less than this only mention it, */
const LEAST = 0.22;
const JOINED = 0;
const LEAST_ALIKE = 0.4;
const MAIN_SHARE = 0.6;
const LEAST_WIDER = 0.6;
/** and so do those that come so far behind the best of their statement. */
const BEHIND_BEST = 0.55;
/** Of more passages than this that have words of a subject, those with its names are weighed and the others left. */
const MOST_WEIGHED = 3000;

/** How much less a passage on something wider is worth. */
const WIDER = 0.7;

/**
 * What other statements say on a subject by its names, best first; those that say nothing on it, what they say on
 * something wider that `asked` speaks of too.
 */
export function namedPassages(search: Search, subject: Subject, asked: Passage): ScoredPassage[] {
  const widerOnes = widerSubjects(subject, topicProfile(search.topics, [asked.normal.text]), search.topics);
  const joined: Subject = {
    ...subject,
    topics: new Map([...widerOnes.flatMap(({ topic }) => (topic ? [[topic.id, JOINED] as const] : [])), ...subject.topics]),
  };
  const found = about(search, JOINED > 0 ? joined : subject, LEAST);
  const answered = new Set(found.map(({ placed }) => placed.record));
  for (const wider of widerSubjects(subject, topicProfile(search.topics, [asked.normal.text]), search.topics)) {
    const more = about(search, wider, LEAST_WIDER).filter(({ placed }) => !answered.has(placed.record));
    for (const one of more) {
      found.push({ ...one, score: one.score * WIDER });
      answered.add(one.placed.record);
    }
  }
  const profile = topicProfile(search.topics, [asked.normal.text]);
  if (subject.topic && (profile.get(subject.topic) ?? 0) >= MAIN_SHARE * Math.max(0, ...profile.values())) {
    for (const one of alikePassages(search, [asked])) {
      if (one.score < LEAST_ALIKE || answered.has(one.placed.record)) continue;
      found.push({ ...one, score: one.score * WIDER });
    }
  }
  return found.sort(byScore);
}

function about(search: Search, subject: Subject, least: number): ScoredPassage[] {
  const found = passagesWith(search, wordsOf(search, subject));
  const shortly = saidShortly(search, subject, found);
  for (const [key, { placed }] of shortly) found.set(key, placed);
  const scored = [...found].map(([key, placed]) => ({
    placed,
    ...aboutness(placed.passage.normal.text, subject, search.topics, shortly.get(key)?.places),
  }));
  const enough = scored.filter(({ score }) => score >= least);
  return nearBestOfStatement(enough, BEHIND_BEST);
}

/** What to look for, the surest words first. */
function wordsOf({ topics }: Search, { names, topics: wanted }: Subject): Set<string> {
  const known = topics.filter(({ id }) => wanted.has(id));
  return new Set([
    ...names,
    ...known.flatMap((topic) => topic.names),
    ...known.flatMap((topic) => topic.narrower),
  ]);
}

function passagesWith({ index, isOwn }: Search, words: Iterable<string>): Map<string, PlacedPassage> {
  const found = new Map<string, PlacedPassage>();
  for (const word of words) {
    if (found.size > 0 && found.size + index.count(word).passages > MOST_WEIGHED) continue;
    for (const placed of index.containing(word)) if (!isOwn(placed)) found.set(keyOf(placed), placed);
  }
  return found;
}

interface SaidShortly {
  readonly placed: PlacedPassage;
  readonly places: readonly Span[];
}

/** The passages that name the subject by the short form which their own statement has for it. */
function saidShortly(
  { vocabulary }: Search,
  { names, topic }: Subject,
  found: ReadonlyMap<string, PlacedPassage>,
): Map<string, SaidShortly> {
  const all = [...new Set([...names, ...(topic?.names ?? [])])];
  const mayBeImplied = all.some(hasHead);
  const statements = new Map<RecordTree, PlacedPassage>();
  for (const placed of found.values()) {
    if (mayBeImplied || isDefining(placed.passage.normal.text)) statements.set(placed.record, placed);
  }
  const said = new Map<string, SaidShortly>();
  for (const statement of statements.values()) {
    const { passages } = passagesOf(statement.record, vocabulary);
    for (const form of shortFormsOf(passages)) {
      if (all.includes(form.short) || !all.some((name) => isSameName(name, form.long))) continue;
      for (const passage of passages) {
        const placed = { ...statement, passage };
        const places = shortFormPlaces(passage.normal.text, form);
        if (places.length > 0) said.set(keyOf(placed), { placed, places });
      }
    }
  }
  return said;
}
