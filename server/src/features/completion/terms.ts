import { peopleOf, titlesOf } from '../../corpus/corpusWords.ts';
import { termCounts } from '../../corpus/termCounts.ts';
import type { Topic } from '../../corpus/topic.ts';
import { isHan } from '../../text/characters.ts';
import { message } from '../../text/messages.ts';
import { pinyinInitials } from '../../text/pinyinInitials.ts';
import { shifted, spanOf } from '../../text/span.ts';
import { agreement, type CompletionItem, type CompletionKind, filterTextOf } from './item.ts';
import { closedBracket, type Place } from './place.ts';

const MOST = 50;

/** Behind 《: titles that the corpus has, and 》 behind them. `undefined` where no title is being written. */
export function titleItems(place: Place): CompletionItem[] | undefined {
  const { context, record, at, start, before, behind } = place;
  const open = before.lastIndexOf('《');
  const typed = before.slice(open + 1);
  if (open === -1 || typed.includes('》') || typed.length > LONGEST_TITLE) return undefined;
  const close = behind.indexOf('》');
  const next = behind.indexOf('《');
  // A title that goes on behind the caret is written already.
  if (close > 0 && (next === -1 || close < next)) return [];
  const bracket = closedBracket(place, '》');
  const span = shifted(spanOf(at - typed.length, at + bracket), start);
  const isLatin = /[a-z]/i.test(typed);
  return [...titlesOf(context.corpus)]
    .flatMap(([title, count]) => {
      const rank = agreement(typed, isLatin ? [title, pinyinInitials(title)] : [title]);
      return rank === undefined || isBeingTyped(record.text, title, at) ? [] : [{ title, count, rank }];
    })
    .sort((a, b) => a.rank - b.rank || b.count - a.count || a.title.length - b.title.length)
    .slice(0, MOST)
    .map(({ title, count }) => ({
      kind: 'title',
      label: title,
      detail: context.say(message('completion.records', { count })),
      filterText: filterTextOf(typed, title),
      span,
      insertion: { before: `${title}》`, after: '' },
    }));
}

const LONGEST_TITLE = 60;

/** Whether a title is in the corpus only because it ends at the caret itself. */
function isBeingTyped(text: string, title: string, at: number): boolean {
  return text.slice(at - title.length - 1, at + 1) === `《${title}》`;
}

/** Fewer characters begin too many words. */
const SHORTEST_TYPED = 2;
const LONGEST_TYPED = 12;

interface Word {
  readonly text: string;
  readonly kind: CompletionKind;
  /** How many records have it, where they have been counted. */
  readonly count: number;
}

interface Found {
  readonly word: Word;
  /** How much of it has been typed. */
  readonly typed: string;
  /** How often the corpus has it, or a part of the corpus. */
  readonly printed: number;
}

/** Behind two characters and more: the standing terms and people that begin with them, whatever stands before in the sentence. */
export function termItems(place: Place): CompletionItem[] {
  const { context, at, start, before, behind } = place;
  let length = 0;
  while (length < LONGEST_TYPED && isPart(before.charAt(before.length - 1 - length))) length++;
  if (length < SHORTEST_TYPED) return [];
  const lists = [namesOf(context.corpus), termsOf(context.topics)];
  const found = new Map<string, Found>();
  for (let typed = before.slice(-length); typed.length >= SHORTEST_TYPED; typed = typed.slice(1)) {
    const words = lists
      .flatMap((list) => beginningWith(list, typed))
      .filter(({ text }) => text.length > typed.length && text.charAt(typed.length) !== behind.charAt(0));
    const printed = termCounts(
      context.corpus,
      typed,
      words.map(({ text }) => text),
    );
    for (const word of words) {
      if (!found.has(word.text)) found.set(word.text, { word, typed, printed: printed.get(word.text) ?? 0 });
    }
    if (found.size >= MOST) break;
  }
  return [...found.values()]
    .sort((a, b) => b.typed.length - a.typed.length || b.printed - a.printed || a.word.text.length - b.word.text.length)
    .slice(0, MOST)
    .map(({ word: { text, kind, count }, typed }) => ({
      kind,
      label: text,
      ...(count > 0 && { detail: context.say(message('completion.records', { count })) }),
      filterText: filterTextOf(typed, text),
      span: shifted(spanOf(at - typed.length, at), start),
      insertion: { before: text, after: '' },
    }));
}

/** A Chinese character, or the dot in a foreign name. */
function isPart(character: string): boolean {
  return character !== '' && (isHan(character.charCodeAt(0)) || '·・•‧'.includes(character));
}

function namesOf(corpus: Place['context']['corpus']): readonly Word[] {
  return sorted([...peopleOf(corpus)].map(([text, count]) => ({ text, kind: 'person', count })));
}

const known = new WeakMap<readonly Topic[], readonly Word[]>();

function termsOf(topics: readonly Topic[]): readonly Word[] {
  let words = known.get(topics);
  if (!words) {
    const names = new Set(topics.flatMap((topic) => [...topic.names, ...topic.narrower]));
    words = sorted([...names].map((text) => ({ text, kind: 'term', count: 0 })));
    known.set(topics, words);
  }
  return words;
}

function sorted(words: Word[]): readonly Word[] {
  return words.sort((a, b) => (a.text < b.text ? -1 : 1));
}

/** No more of them are looked at. */
const ENOUGH = 200;

function beginningWith(words: readonly Word[], typed: string): Word[] {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle]?.text ?? '') < typed) low = middle + 1;
    else high = middle;
  }
  return words.slice(low, low + ENOUGH).filter(({ text }) => text.startsWith(typed));
}
