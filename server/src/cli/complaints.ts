import type { Message, Say } from '../text/messages.ts';
import { visible } from './display.ts';
import type { Output } from './io.ts';

/** What a run could not do: told at once, and remembered for the exit status. */
export interface Complaints {
  readonly say: Say;
  readonly all: readonly string[];
  add(what: Message): Promise<void>;
  /** What the user may want to know, though nothing has failed. */
  note(what: Message): Promise<void>;
}

export function openComplaints(stderr: Output, say: Say): Complaints {
  const all: string[] = [];
  const tell = (text: string) => stderr.write(`rmrb: ${text}\n`);
  return {
    say,
    all,
    add(what) {
      const text = visible(say(what));
      all.push(text);
      return tell(text);
    },
    note: (what) => tell(visible(say(what))),
  };
}
