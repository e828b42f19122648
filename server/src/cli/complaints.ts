import type { Message, Say } from '../text/messages.ts';
import { visible } from './display.ts';
import type { Output } from './io.ts';

/** What a run could not do: told at once, and remembered for the exit status. */
export interface Complaints {
  readonly say: Say;
  readonly all: readonly string[];
  add(what: Message): Promise<void>;
}

export function openComplaints(stderr: Output, say: Say): Complaints {
  const all: string[] = [];
  return {
    say,
    all,
    async add(what) {
      const text = visible(say(what));
      all.push(text);
      await stderr.write(`rmrb: ${text}\n`);
    },
  };
}
