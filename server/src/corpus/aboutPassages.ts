import { aboutness } from './aboutness.ts';
import type { PlacedPassage } from './corpusIndex.ts';
import { saidShortly } from './saidShortly.ts';
import { keyOf, nearBestOfStatement, type ScoredPassage, type Search } from './search.ts';
import type { Subject } from './subject.ts';

/** So many passages are weighed at most: an editor does not wait for more, and nobody reads them. */
const MOST_WEIGHED = 600;
/** What comes so far behind the best of its statement only mentions the subject. */
const BEHIND_BEST = 0.6;

/** The passages of other statements that are about a subject by at least `least`, in no order. */
export function aboutPassages(search: Search, subject: Subject, least: number): ScoredPassage[] {
  const found = passagesWith(search, wordsOf(search, subject));
  const shortly = saidShortly(search, subject, found.values());
  for (const [key, { placed }] of shortly) found.set(key, placed);
  const scored = [...found].map(([key, placed]) => ({
    placed,
    ...aboutness(placed.text, subject, search.topics, shortly.get(key)?.places),
  }));
  return nearBestOfStatement(
    scored.filter(({ score }) => score >= least),
    BEHIND_BEST,
  );
}

/** What to look for, the surest words first. Words that tell a topic only together with others find nothing alone. */
function wordsOf({ topics }: Search, { names, topics: wanted }: Subject): Set<string> {
  const known = topics
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => (wanted.get(b.id) ?? 0) - (wanted.get(a.id) ?? 0));
  return new Set([...names, ...known.flatMap((topic) => topic.names), ...known.flatMap((topic) => topic.narrower)]);
}

/** By their keys. Of a word that more passages have than there is room for, those that it tells most of. */
function passagesWith({ index, isOwn }: Search, words: Iterable<string>): Map<string, PlacedPassage> {
  const found = new Map<string, PlacedPassage>();
  for (const word of words) {
    const room = MOST_WEIGHED - found.size;
    if (room <= 0) break;
    const having =
      index.count(word).passages <= room
        ? index.containing(word)
        : index.alike(word, room).flatMap(({ placed }) => (placed.text.includes(word) ? [placed] : []));
    for (const placed of having) if (!isOwn(placed)) found.set(keyOf(placed), placed);
  }
  return found;
}
