import { type Span, spanOf } from './span.ts';

/** A text put together from pieces of another one, which knows where each of its UTF-16 units came from. */
export interface PiecedText {
  readonly text: string;
  /** In order; what lies between two of them in the source is left out. */
  readonly pieces: readonly Piece[];
  readonly sourceLength: number;
}

/** A stretch of the source, which stands in the made text as it is, or is one unit there. */
export interface Piece extends Span {
  /** Where it starts in the made text. */
  readonly at: number;
}

/** The offset in the source of a unit of the made text; behind the last one, where the source ends. */
export function sourceStart(made: PiecedText, at: number): number {
  const piece = at < made.text.length ? made.pieces[pieceAt(made, at)] : undefined;
  return piece ? piece.start + (at - piece.at) : made.sourceLength;
}

/** The offset in the source behind what a unit of the made text stands for. */
export function sourceEnd(made: PiecedText, at: number): number {
  if (at >= made.text.length) return made.sourceLength;
  const index = pieceAt(made, at);
  const piece = made.pieces[index];
  if (!piece) return made.sourceLength;
  const isLast = at + 1 === (made.pieces[index + 1]?.at ?? made.text.length);
  return isLast ? piece.end : piece.start + (at - piece.at) + 1;
}

/** What a span of the made text covers in the source. */
export function sourceOf(made: PiecedText, { start, end }: Span): Span {
  const from = sourceStart(made, start);
  return spanOf(from, end > start ? sourceEnd(made, end - 1) : from);
}

/** Where in the made text the unit that came from an offset of the source, or the next one after it, stands. */
export function madeOffset({ text, pieces }: PiecedText, offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low];
  if (!piece) return text.length;
  const last = (pieces[low + 1]?.at ?? text.length) - 1;
  return Math.min(last, piece.at + Math.max(0, offset - piece.start));
}

function pieceAt({ pieces }: PiecedText, at: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
