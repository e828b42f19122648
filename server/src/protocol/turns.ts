const LONGEST_STRETCH = 8;

/** Lets waiting messages in: a cancellation, a keystroke. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    // A timer costs a millisecond at least; browsers have nothing better.
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

/** For long work: `await breathe()` after each small part takes a turn only where one is due. */
export function breather(now: () => number = () => performance.now()): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since < LONGEST_STRETCH) return;
    await nextTurn();
    since = now();
  };
}
