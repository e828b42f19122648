import { dirname } from 'node:path';
import {
  type Configuration,
  configurationFinder,
  DEFAULT_CONFIGURATION,
  type FoundConfiguration,
  readConfiguration,
} from '../corpus/configuration.ts';
import { KNOWN_CODES } from '../corpus/ruleCodes.ts';
import { pathOf, uriOf } from '../host/files.node.ts';
import { type Message, message, type Say } from '../text/messages.ts';
import type { Complaints } from './complaints.ts';
import { failureMessage } from './failures.ts';
import type { Io } from './io.ts';
import { shownUri, uriAt } from './paths.ts';

/** The configuration that holds for the files of a folder, and the folder that its globs are relative to. */
interface Governing {
  readonly configuration: Configuration;
  readonly folder: string | undefined;
}

export interface Configurations {
  /** `undefined` where the configuration cannot be used; its faults are told once. */
  forFolder(path: string): Promise<Governing | undefined>;
}

/**
 * The configurations of a run: the file given with `--config` for everything, else the nearest one upwards.
 * `undefined` where the given one cannot be used.
 */
export async function openConfigurations(
  io: Io,
  named: string | undefined,
  complaints: Complaints,
): Promise<Configurations | undefined> {
  const told = new Set<string>();
  const governing = async (found: FoundConfiguration): Promise<Governing | undefined> => {
    if (found.state === 'none') return { configuration: DEFAULT_CONFIGURATION, folder: undefined };
    if (found.state === 'read') return { configuration: found.configuration, folder: dirname(pathOf(found.uri)) };
    if (!told.has(found.uri)) {
      told.add(found.uri);
      for (const what of faultMessages(io, found, complaints.say)) await complaints.add(what);
    }
    return undefined;
  };
  if (named !== undefined) {
    const given = await governing(await readConfiguration(io.files, uriAt(io.cwd, named), KNOWN_CODES));
    return given && { forFolder: async () => given };
  }
  const find = configurationFinder(io.files, KNOWN_CODES);
  return { forFolder: async (path) => governing(await find(uriOf(path))) };
}

function faultMessages(
  io: Io,
  found: Extract<FoundConfiguration, { state: 'faulty' | 'failed' }>,
  say: Say,
): Message[] {
  const file = shownUri(io.cwd, found.uri);
  if (found.state === 'failed') return [failureMessage(file, found.failure)];
  return found.faults.map(({ position, message: what }) => {
    const place = { line: position.line + 1, column: position.character + 1 };
    return message('cli.configurationFault', { file, ...place, what: say(what) });
  });
}
