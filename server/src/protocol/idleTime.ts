/** Milliseconds without a word from the client after which it waits for nothing. */
const QUIET = 100;
/** Milliseconds between two steps, in which what comes in meanwhile has its turn. */
const PAUSE = 4;

interface Clock {
  /** In milliseconds. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

const CLOCK: Clock = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** When the client waits for nothing, and what is done then. */
export class IdleTime {
  readonly #clock: Clock;
  #heard = Number.NEGATIVE_INFINITY;
  #isOver = false;

  constructor(clock = CLOCK) {
    this.#clock = clock;
  }

  /** The client has asked or told something: all else waits. */
  heard(): void {
    this.#heard = this.#clock.now();
  }

  /** Does something in steps, each as short as a keystroke can wait. Settles when it is done, or the session over. */
  async use(steps: Iterator<unknown>): Promise<void> {
    for (;;) {
      await this.#clock.wait(Math.max(PAUSE, this.#heard + QUIET - this.#clock.now()));
      if (this.#isOver) return;
      if (this.#heard + QUIET <= this.#clock.now() && steps.next().done) return;
    }
  }

  dispose(): void {
    this.#isOver = true;
  }
}
