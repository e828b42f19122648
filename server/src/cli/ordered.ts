/**
 * Runs `work` on every input, at most `width` at a time, and gives the results in the order of the inputs.
 * @throws what `work` throws, when its turn has come.
 */
export async function* ordered<Input, Result>(
  inputs: Iterable<Input>,
  width: number,
  work: (input: Input) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for (const input of inputs) {
    const result = work(input);
    // Its turn comes later; until then a failure is not unhandled.
    result.catch(() => undefined);
    running.push(result);
    if (running.length >= width) yield await next(running);
  }
  while (running.length > 0) yield await next(running);
}

function next<Result>(running: Promise<Result>[]): Promise<Result> {
  const first = running.shift();
  if (!first) throw new RangeError('nothing is running');
  return first;
}
