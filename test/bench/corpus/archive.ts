import { MARKUPS } from './markups.ts';
import { randomNumbers, type Random } from './random.ts';
import { type BenchRecord, benchRecords } from './records.ts';

/** A file of the archive. */
export interface ArchiveFile {
  readonly uri: string;
  readonly text: string;
}

const WORDS = 40_000;
/** Of the characters, this many percent come from invented words, the others from the sentences of the five texts. */
const INVENTED = 50;
/** How far the ranks are shifted, so that the commonest word is one in three hundred, and the thousand commonest characters are six of seven. */
const SHIFT = { words: 50, characters: 5 } as const;

/**
 * Files for an index: one record each, so many that they come to `bytes` of UTF-8. An index lives on how often words occur, and the
 * sentences of the five texts again and again are no archive: here words take their place whose frequency falls with their rank as
 * it does in a newspaper, so that there are common words, rare ones and ones that occur once.
 */
export function* archive(bytes: number): Generator<ArchiveFile> {
  const random = randomNumbers(7);
  const words = inventedWords(random);
  let written = 0;
  for (const record of benchRecords(1, (sentence) => varied(sentence, words, random))) {
    if (written >= bytes) return;
    const text = MARKUPS.rmrb.record(record);
    written += Buffer.byteLength(text);
    yield { uri: uriOf(record), text };
  }
}

function uriOf({ date, page, item }: BenchRecord): string {
  return `file:///archive/${date}/${page}-${item}.txt`;
}

/** The text's punctuation stays, and half of its words. */
function varied(sentence: string, words: readonly string[], random: Random): string {
  return sentence.replace(/[\u4e00-\u9fff]+/g, (clause) => {
    let made = '';
    for (let at = 0; at < clause.length; ) {
      const length = 2 + random.below(3);
      made += random.below(100) < INVENTED ? byRank(words, SHIFT.words, random) : clause.slice(at, at + length);
      at += length;
    }
    return made;
  });
}

/** Characters that a newspaper does with. */
const CHARACTERS = 2500;

/** Of two to four characters of those that GB2312 holds to be common, less those that number something. */
function inventedWords(random: Random): string[] {
  const decoder = new TextDecoder('gb18030');
  const characters = Array.from({ length: 3755 }, (_, at) =>
    decoder.decode(Uint8Array.of(0xb0 + Math.floor(at / 94), 0xa1 + (at % 94))),
  ).filter((character) => !/[一二三四五六七八九十第月日章节条]/.test(character));
  shuffle(characters, random);
  characters.length = CHARACTERS;
  return Array.from({ length: WORDS }, () =>
    Array.from({ length: 2 + random.below(3) }, () => byRank(characters, SHIFT.characters, random)).join(''),
  );
}

/** How often something comes falls with its rank, as Zipf and Mandelbrot found: as one over the rank and a shift. */
function byRank<Item>(items: readonly Item[], shift: number, random: Random): Item {
  const share = random.below(1 << 24) / (1 << 24);
  const rank = (shift + 1) * Math.exp(share * Math.log((items.length + shift + 1) / (shift + 1)));
  return items[Math.min(items.length - 1, Math.floor(rank - shift - 1))]!;
}

function shuffle(items: unknown[], random: Random): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [items[at], items[other]] = [items[other], items[at]];
  }
}
