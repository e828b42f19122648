import { type Span, spanOf } from './span.ts';

/** A text made from another one, which knows where each of its UTF-16 units came from. */
export interface MappedText {
  readonly text: string;
  /** For each unit of `text`, the offset of its first source unit; behind the last one, where the source ends. */
  readonly from: Uint32Array;
  /** For each unit of `text`, the offset behind its last source unit. */
  readonly to: Uint32Array;
}

/**
 * A text of which each unit was made from one unit of `pieces`, in order. The map is written down when somebody asks for
 * it: it is larger than the text, and most texts are only searched.
 */
export function straightText(text: string, pieces: readonly Span[]): MappedText {
  return new StraightText(text, pieces);
}

class StraightText implements MappedText {
  readonly text: string;
  readonly #pieces: readonly Span[];
  #from: Uint32Array | undefined;
  #to: Uint32Array | undefined;

  constructor(text: string, pieces: readonly Span[]) {
    this.text = text;
    this.#pieces = pieces;
  }

  get from(): Uint32Array {
    return (this.#from ??= this.#offsets(0));
  }

  get to(): Uint32Array {
    return (this.#to ??= this.#offsets(1));
  }

  #offsets(behind: number): Uint32Array {
    const offsets = new Uint32Array(this.text.length + 1);
    let unit = 0;
    for (const { start, end } of this.#pieces) {
      for (let at = start; at < end; at++) offsets[unit++] = at + behind;
    }
    offsets[unit] = this.#pieces.at(-1)?.end ?? 0;
    return offsets;
  }
}

/** What `span` of the made text covers in the source. */
export function sourceSpan({ from, to }: MappedText, span: Span): Span {
  const start = from[span.start] ?? 0;
  return spanOf(start, span.end > span.start ? (to[span.end - 1] ?? start) : start);
}

/** Where in the made text the unit that came from `offset`, or the next one after it, stands. */
export function mappedOffset({ to, text }: MappedText, offset: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((to[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
