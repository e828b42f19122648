/** Enough that handing work over costs little beside it, and little enough to share it evenly. */
const BATCH_BYTES = 131_072;
const BATCH_LENGTH = 64;

/** Puts pieces of work together that are handed over at once. */
export function* batchesOf<Item>(items: Iterable<Item>, sizeOf: (item: Item) => number): Generator<Item[]> {
  let batch: Item[] = [];
  let size = 0;
  for (const item of items) {
    batch.push(item);
    size += sizeOf(item);
    if (size < BATCH_BYTES && batch.length < BATCH_LENGTH) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
