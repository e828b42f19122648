import type { LiveSegment } from './liveSegment.ts';
import { pairsIn, unitsOf } from './pairs.ts';
import { PostingReader } from './postings.ts';
import { keyIndex, type Segment } from './segment.ts';

/** What it costs to look for a term in one passage, in postings read. */
const LOOK = 24;

/** The passages of a segment that count and have `term`, which is not empty, ascending. */
export function passagesContaining({ segment, alive }: LiveSegment<unknown>, term: string): Uint32Array {
  const wanted = unitsOf(term);
  const pairs = [...new Set(pairsIn(wanted, 0, wanted.length))];
  if (pairs.length === 0) return scanned(segment, alive, wanted);
  const keys = pairs.map((pair) => keyIndex(segment, pair));
  if (keys.includes(-1)) return new Uint32Array(0);

  const { counts } = segment;
  const count = (key: number): number => counts[key] ?? 0;
  const [rarest = 0, ...others] = keys.sort((a, b) => count(a) - count(b));
  let found = passagesOf(segment, rarest, alive);
  for (const key of others) {
    // A list of common characters is longer than what it would save.
    if (count(key) > found.length * LOOK) break;
    found = withKey(segment, key, found);
  }
  return wanted.length === 2 ? found : found.filter((passage) => hasTerm(segment, passage, wanted));
}

function passagesOf(segment: Segment, key: number, alive: Uint8Array): Uint32Array {
  const found = new Uint32Array(segment.counts[key] ?? 0);
  const reader = readerOf(segment, key);
  let end = 0;
  while (reader.next()) {
    if (alive[reader.passage]) found[end++] = reader.passage;
  }
  return found.subarray(0, end);
}

/** Those of `passages` that are also in the list of `key`. Writes over them. */
function withKey(segment: Segment, key: number, passages: Uint32Array): Uint32Array {
  const reader = readerOf(segment, key);
  let end = 0;
  let hasMore = reader.next();
  for (const passage of passages) {
    while (hasMore && reader.passage < passage) hasMore = reader.next();
    if (!hasMore) break;
    if (reader.passage === passage) passages[end++] = passage;
  }
  return passages.subarray(0, end);
}

function readerOf({ postings, offsets }: Segment, key: number): PostingReader {
  const reader = new PostingReader();
  reader.open(postings, offsets[key] ?? 0, offsets[key + 1] ?? 0);
  return reader;
}

function hasTerm({ text, starts }: Segment, passage: number, term: Uint16Array): boolean {
  const last = (starts[passage + 1] ?? 0) - term.length;
  const first = term[0];
  for (let at = starts[passage] ?? 0; at <= last; at++) {
    if (text[at] === first && isAt(text, at, term)) return true;
  }
  return false;
}

function isAt(text: Uint16Array, at: number, term: Uint16Array): boolean {
  for (let unit = 1; unit < term.length; unit++) if (text[at + unit] !== term[unit]) return false;
  return true;
}

/** For terms without a pair of word characters: a single one, punctuation. */
function scanned(segment: Segment, alive: Uint8Array, term: Uint16Array): Uint32Array {
  const { text, starts } = segment;
  const first = term[0] ?? 0;
  const found: number[] = [];
  let passage = 0;
  let at = text.indexOf(first);
  while (at !== -1) {
    while ((starts[passage + 1] ?? 0) <= at) passage++;
    const end = starts[passage + 1] ?? 0;
    if (!alive[passage]) at = text.indexOf(first, end);
    else if (at + term.length <= end && isAt(text, at, term)) {
      found.push(passage);
      at = text.indexOf(first, end);
    } else at = text.indexOf(first, at + 1);
  }
  return Uint32Array.from(found);
}
