import { relative } from 'node:path';
import type { Configuration, IgnoredPlace } from '../corpus/configuration.ts';
import type { CheckOptions } from './check.ts';
import type { Configurations } from './configurations.ts';
import type { Io } from './io.ts';
import { slashed } from './paths.ts';
import { severitiesFor } from './settings.ts';
import type { Target } from './targets.ts';
import type { Task } from './task.ts';

/** What the checks of a file depend on, beside what it holds and where it stands. */
type Circumstances = Pick<Task, 'severities' | 'vocabulary' | 'encoding' | 'today'>;

/** The files to check, and what holds for them. There may be a million, so that nothing is kept for each. */
export interface Jobs {
  readonly targets: readonly Target[];
  /** Of all of them. Files for which the same holds share it. */
  readonly circumstances: ReadonlySet<Circumstances>;
  /** All that a task has of its file's folder. */
  termsOf(target: Target): Circumstances & Pick<Task, 'ignored'>;
  /** What standard input holds. */
  readonly bytes: Map<Target, Uint8Array>;
}

/** What holds in a folder. */
interface Terms {
  readonly circumstances: Circumstances;
  readonly configuration: Configuration;
  /** Where the configuration stands. */
  readonly home: string | undefined;
}

/** Files whose configuration cannot be used are left out: what holds for them is not known. */
export async function jobsFor(
  targets: readonly Target[],
  { rules, encoding }: Pick<CheckOptions, 'rules' | 'encoding'>,
  io: Io,
  configurations: Configurations,
): Promise<Jobs> {
  const shared = new Map<Configuration, Circumstances>();
  const termsIn = new Map<string, Terms | undefined>();
  const bytes = new Map<Target, Uint8Array>();
  const addTerms = async (folder: string): Promise<void> => {
    const governing = await configurations.forFolder(folder);
    if (!governing) return void termsIn.set(folder, undefined);
    const { configuration, folder: home } = governing;
    const { vocabulary } = configuration;
    const severities = () => severitiesFor(configuration.rules, rules);
    const circumstances = shared.get(configuration) ?? {
      severities: severities(),
      vocabulary,
      encoding,
      today: io.today,
    };
    shared.set(configuration, circumstances);
    termsIn.set(folder, { circumstances, configuration, home });
  };
  for (const { folder } of targets) if (!termsIn.has(folder)) await addTerms(folder);
  const usable = targets.every(({ folder }) => termsIn.get(folder))
    ? targets
    : targets.filter(({ folder }) => termsIn.get(folder));
  for (const target of usable) if (target.isStdin) bytes.set(target, await io.stdin());
  return {
    targets: usable,
    circumstances: new Set(shared.values()),
    bytes,
    termsOf({ folder, path }) {
      const terms = termsIn.get(folder);
      if (!terms) throw new RangeError('files without terms are left out');
      return { ...terms.circumstances, ignored: ignoredIn(terms, path) };
    },
  };
}

const NOTHING_IGNORED: readonly IgnoredPlace[] = [];

function ignoredIn({ configuration: { ignored }, home }: Terms, path: string): readonly IgnoredPlace[] {
  if (home === undefined || ignored.length === 0) return NOTHING_IGNORED;
  const file = slashed(relative(home, path));
  return ignored.filter((place) => place.file === file);
}

/** Of so many files the size is asked for: to ask takes about as long as to read a small one. */
const ASKED = 256;

/** About how many bytes the files have. */
export interface Sizes {
  readonly total: number;
  of(index: number): number;
}

/** Takes each file to be as large as one of its neighbours. */
export function estimatedSizes({ targets, bytes }: Jobs, { disk }: Io): Sizes {
  const step = Math.ceil(targets.length / ASKED);
  const asked: number[] = [];
  for (let index = 0; index < targets.length; index += step) {
    const target = targets[index];
    if (target) asked.push(bytes.get(target)?.length ?? disk.sizeOf(target.path));
  }
  return {
    total: step * asked.reduce((sum, size) => sum + size, 0),
    of: (index) => asked[Math.floor(index / step)] ?? 0,
  };
}
