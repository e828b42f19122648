import { overlaps, type Span, spanOf } from '../text/span.ts';
import { occurrences } from './occurrences.ts';
import type { Subject } from './subject.ts';
import { endsInWords } from './terms.ts';
import type { Topic } from './topic.ts';
import { type Role, topicWords } from './topicWords.ts';

/** How far a passage is about a subject, and the words that say so. */
export interface Aboutness {
  /** 0 where it is not named, below 1. */
  readonly score: number;
  /** Spans of the normalised text, in order. */
  readonly marks: readonly Span[];
}

/** What a word counts for its topic. */
export const WORTH: Readonly<Record<Role, number>> = { name: 1, narrower: 0.7, context: 0.25 };
/** What a word counts that only stands inside of another topic's name. */
const INSIDE_OTHER = 0.5;
/** What a member of a list counts. */
const LISTED = 0.5;
/** How fast a few words are as good as many. */
const SATURATION = 0.9;
/** What counts how much: how often the subject is named, how much more than all else, and how early. */
const OFTEN_COUNTS = 0.5;
const SHARE_COUNTS = 0.25;
const LEAD_COUNTS = 0.25;
/** After so many characters, a word counts for the start only a third of what it would count there. */
const EARLY = 120;

/** Words of so few characters stand in others by accident: 化石 in 深化石油合作. */
const SHORT = 2;

interface Hit extends Span {
  readonly worth: number;
}

/**
 * A passage is about what it names often, early, outside of lists, and more than anything else. `topics` are all that are
 * known: their words are what else it may be about. `shortForms` are places that name the subject though their words
 * alone do not say so.
 */
export function aboutness(
  text: string,
  subject: Subject,
  topics: readonly Topic[],
  shortForms: readonly Span[] = [],
): Aboutness {
  let own: Hit[] = shortForms.map(({ start, end }) => ({ start, end, worth: 1 }));
  const add = (hit: Hit): void => {
    if (!own.some((other) => overlaps(other, hit))) own.push(hit);
  };
  for (const name of subject.names) {
    for (const place of occurrences(text, name)) {
      if (subject.topic || name.length > SHORT || endsInWords(text, place) < 2) add({ ...place, worth: 1 });
    }
  }
  let others = 0;
  for (const { start, end, belongs } of topicWords(topics, text)) {
    const mine = belongs.find(({ topic }) => subject.topics.has(topic.id));
    if (mine) {
      add({ start, end, worth: WORTH[mine.role] * (subject.topics.get(mine.topic.id) ?? 0) });
    } else {
      own = own.map((hit) =>
        start <= hit.start && hit.end <= end && hit.end - hit.start < end - start
          ? { ...hit, worth: hit.worth * INSIDE_OTHER }
          : hit,
      );
      if (belongs[0]?.role !== 'context') others += isListed(text, { start, end }) ? LISTED : 1;
    }
  }
  // Words that tell the topic only together with others tell nothing alone.
  if (!own.some(({ worth }) => worth > WORTH.context)) return { score: 0, marks: [] };
  const mass = own.reduce((sum, hit) => sum + hit.worth * (isListed(text, hit) ? LISTED : 1), 0);
  const lead = Math.max(0, ...own.map(({ start, worth }) => worth * Math.exp(-start / EARLY)));
  const score =
    OFTEN_COUNTS * (1 - Math.exp(-SATURATION * mass)) + SHARE_COUNTS * (mass / (mass + others)) + LEAD_COUNTS * lead;
  const marks = own.sort((a, b) => a.start - b.start).map(({ start, end }) => spanOf(start, end));
  return { score, marks };
}

/** A member of a list is this close to the next one. */
const NEAR = 8;
const CLAUSE_END = /[，。；]/;

/** Whether a word stands in a list, with members before and behind it: 、…、 */
function isListed(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  const open = before.lastIndexOf('、');
  const close = after.indexOf('、');
  return open >= 0 && close >= 0 && !CLAUSE_END.test(before.slice(open)) && !CLAUSE_END.test(after.slice(0, close));
}
