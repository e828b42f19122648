/** A stretch that two sequences have in common: where it starts in each, and how long it is. */
export interface Block {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** Texts of one length with more differences than twice this have nothing to say to each other character by character, and would take long. */
const MOST_DIFFERENT = 1000;

/**
 * What two sequences have in common, in order: a longest common subsequence by Myers' algorithm, divided in the middle so that its memory
 * is linear. Its time is the length times the number of differences; where these are very many, nothing is common.
 */
export function commonBlocks(before: Int32Array, after: Int32Array): Block[] {
  const kept: Kept = { before: new Uint8Array(before.length), after: new Uint8Array(after.length) };
  const open: Part[] = [{ a: 0, aEnd: before.length, b: 0, bEnd: after.length }];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const rest = keepEnds(before, after, part, kept);
    if (rest.a === rest.aEnd || rest.b === rest.bEnd) continue;
    const split = middle(before, after, rest);
    if (split === undefined) continue;
    open.push({ ...rest, aEnd: split.a, bEnd: split.b }, { ...rest, a: split.a, b: split.b });
  }
  return blocksOf(kept);
}

/** Which elements are common. */
interface Kept {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** `before[a, aEnd)` is to be compared with `after[b, bEnd)`. */
interface Part {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** What is left when the common beginning and the common end are taken off. */
function keepEnds(before: Int32Array, after: Int32Array, part: Part, kept: Kept): Part {
  let { a, aEnd, b, bEnd } = part;
  for (; a < aEnd && b < bEnd && before[a] === after[b]; a++, b++) kept.before[a] = kept.after[b] = 1;
  for (; a < aEnd && b < bEnd && before[aEnd - 1] === after[bEnd - 1]; aEnd--, bEnd--) {
    kept.before[aEnd - 1] = kept.after[bEnd - 1] = 1;
  }
  return { a, aEnd, b, bEnd };
}

/** A point on a shortest way from the beginning to the end, found from both sides; `undefined` where too little is common. */
function middle(
  before: Int32Array,
  after: Int32Array,
  { a, aEnd, b, bEnd }: Part,
): { a: number; b: number } | undefined {
  const width = aEnd - a;
  const height = bEnd - b;
  const most = Math.ceil(Math.min(width + height, 2 * MOST_DIFFERENT + Math.abs(width - height)) / 2);
  const delta = width - height;
  // On an odd difference of lengths the ways meet while the one from the beginning is grown.
  const odd = delta % 2 !== 0;
  const zero = most + 1;
  const forward = new Int32Array(2 * most + 3).fill(-1);
  const backward = new Int32Array(2 * most + 3).fill(-1);
  forward[zero + 1] = backward[zero + 1] = 0;
  // Diagonals that have left the rectangle are followed no further.
  const skipped = { forward: [0, 0], backward: [0, 0] } satisfies Record<string, [number, number]>;
  for (let depth = 0; depth <= most; depth++) {
    const ahead = step(forward, skipped.forward, depth, (x, y) => before[a + x] === after[b + y]);
    if (odd && ahead !== undefined) return { a: a + ahead.x, b: b + ahead.y };
    const back = step(backward, skipped.backward, depth, (x, y) => before[aEnd - 1 - x] === after[bEnd - 1 - y]);
    if (!odd && back !== undefined) return { a: aEnd - back.x, b: bEnd - back.y };
  }
  return undefined;

  /** Grows all ways of one side by one difference; answers where one of them meets a way of the other side. */
  function step(
    ways: Int32Array,
    skip: number[],
    depth: number,
    equal: (x: number, y: number) => boolean,
  ): { x: number; y: number } | undefined {
    const others = ways === forward ? backward : forward;
    const meeting = (ways === forward) === odd;
    for (let k = -depth + at(skip, 0); k <= depth - at(skip, 1); k += 2) {
      const down = at(ways, zero + k + 1);
      const right = at(ways, zero + k - 1);
      let x = k === -depth || (k !== depth && right < down) ? down : right + 1;
      let y = x - k;
      while (x < width && y < height && equal(x, y)) {
        x++;
        y++;
      }
      ways[zero + k] = x;
      if (x > width) skip[1] = at(skip, 1) + 2;
      else if (y > height) skip[0] = at(skip, 0) + 2;
      else if (meeting) {
        const other = others[zero + delta - k] ?? -1;
        if (other !== -1 && x >= width - other) return { x, y };
      }
    }
    return undefined;
  }
}

function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? -1;
}

function blocksOf(kept: Kept): Block[] {
  const blocks: Block[] = [];
  for (let a = 0, b = 0; a < kept.before.length && b < kept.after.length; ) {
    const start = { a, b };
    while (kept.before[a] === 1 && kept.after[b] === 1) {
      a++;
      b++;
    }
    if (a > start.a) blocks.push({ before: start.a, after: start.b, length: a - start.a });
    while (kept.before[a] === 0) a++;
    while (kept.after[b] === 0) b++;
  }
  return blocks;
}
