/** Something with a score and a place that decides where scores are equal. */
export interface Ranked {
  readonly score: number;
  /** The record's place among all records. */
  readonly ordinal: number;
  /** The passage's place in its record. */
  readonly passage: number;
}

/** The best of all that is offered, best first; of two that are as good, the earlier one. */
export class Best<Item extends Ranked> {
  readonly items: Item[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** What has to be reached to be among the best. */
  get threshold(): number {
    return this.items.length < this.#most ? 0 : (this.items.at(-1)?.score ?? Number.POSITIVE_INFINITY);
  }

  offer(item: Item): void {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.items[middle];
      if (other && isBefore(other, item)) low = middle + 1;
      else high = middle;
    }
    if (low >= this.#most) return;
    this.items.splice(low, 0, item);
    if (this.items.length > this.#most) this.items.pop();
  }
}

function isBefore(a: Ranked, b: Ranked): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.ordinal === b.ordinal ? a.passage < b.passage : a.ordinal < b.ordinal;
}

/** The `nth` largest (from 1) of the values at `places`; 0 where there are fewer. */
export function nthLargest(values: Float64Array, places: Uint32Array, nth: number): number {
  if (places.length < nth) return 0;
  // A heap of the largest ones so far, the least of them on top.
  const heap = new Float64Array(nth);
  let size = 0;
  for (const place of places) {
    const value = values[place] ?? 0;
    if (size < nth) {
      heap[size++] = value;
      if (size === nth) heap.sort();
    } else if (value > (heap[0] ?? 0)) {
      heap[0] = value;
      sink(heap);
    }
  }
  return heap[0] ?? 0;
}

function sink(heap: Float64Array): void {
  const value = heap[0] ?? 0;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++;
    if ((heap[child] ?? 0) >= value) break;
    heap[at] = heap[child] ?? 0;
    at = child;
  }
  heap[at] = value;
}
