import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { IdleTime } from '../../server/src/protocol/idleTime.ts';

/** A clock that only waiting moves on, and what is to happen when. */
class Clock {
  time = 0;
  readonly events = new Map<number, () => void>();

  now(): number {
    return this.time;
  }

  async wait(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed++) this.events.get(++this.time)?.();
  }
}

/** The times at which five steps are done. */
async function doneAt(plan: (idle: IdleTime, clock: Clock) => void): Promise<number[]> {
  const clock = new Clock();
  const idle = new IdleTime(clock);
  const times: number[] = [];
  plan(idle, clock);
  await idle.use(
    (function* () {
      for (let step = 0; step < 5; step++) yield times.push(clock.time);
    })(),
  );
  return times;
}

describe('what is done while the client waits for nothing', () => {
  it('is done in steps, with pauses', async () => {
    assert.deepEqual(await doneAt(() => undefined), [4, 8, 12, 16, 20]);
  });

  it('waits until nothing has been heard for a while', async () => {
    assert.deepEqual(await doneAt((idle) => idle.heard()), [100, 104, 108, 112, 116]);
  });

  it('stops as soon as something is heard, and goes on later', async () => {
    const times = await doneAt((idle, clock) => {
      for (const at of [10, 60]) clock.events.set(at, () => idle.heard());
    });
    assert.deepEqual(times, [4, 8, 160, 164, 168]);
  });

  it('ends with the session', async () => {
    assert.deepEqual(await doneAt((idle, clock) => clock.events.set(10, () => idle.dispose())), [4, 8]);
  });
});
