import { resolve } from 'node:path';
import type { FileFailure } from '../corpus/fileSource.ts';
import type { Complaints } from './complaints.ts';
import { unwritableMessage } from './failures.ts';
import type { Io, Output } from './io.ts';

/** Where a report goes. */
export interface Sink extends Pick<Output, 'isTerminal' | 'isClosed'> {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

export function outputSink(output: Output): Sink {
  return {
    isTerminal: output.isTerminal,
    get isClosed() {
      return output.isClosed;
    },
    write: (text) => output.write(text),
    close: async () => undefined,
  };
}

/** For a report that nobody asked for. */
export const NO_SINK: Sink = {
  isTerminal: false,
  isClosed: false,
  write: async () => undefined,
  close: async () => undefined,
};

/** `undefined` where the file cannot be written. */
export async function fileSink(named: string, io: Io, complaints: Complaints): Promise<Sink | undefined> {
  const complain = (failure: FileFailure) => complaints.add(unwritableMessage(named, failure));
  const file = await io.disk.create(resolve(io.cwd, named));
  if ('failure' in file) {
    await complain(file);
    return undefined;
  }
  return {
    isTerminal: false,
    isClosed: false,
    write: (text) => file.write(text),
    async close() {
      const failure = await file.close();
      if (failure) await complain(failure);
    },
  };
}
