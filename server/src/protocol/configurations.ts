import {
  CONFIGURATION_NAME,
  configurationFinder,
  type FoundConfiguration,
  parseConfiguration,
} from '../corpus/configuration.ts';
import type { FileSource } from '../corpus/fileSource.ts';
import type { JsonFault } from '../corpus/jsonSyntax.ts';
import { KNOWN_CODES } from '../corpus/ruleCodes.ts';
import { message } from '../text/messages.ts';
import { folderOf, isInside } from './convert.ts';

export function isConfiguration(uri: string): boolean {
  return uri.endsWith(`/${CONFIGURATION_NAME}`);
}

interface ConfigurationsParts {
  readonly files: Pick<FileSource, 'read'>;
  /** The folders of the workspace; nothing is looked for above them or elsewhere. */
  folders(): readonly string[];
  /** What an open file holds, which counts before what is on disk. */
  openText(uri: string): string | undefined;
}

const NONE: FoundConfiguration = { state: 'none' };

/** Which `.rmrbrc.json` holds for a file: the nearest one upwards, as it is in the editor or on disk. */
export class Configurations {
  readonly #parts: ConfigurationsParts;
  /** By folder; what was found stays in force until it has been read anew. */
  readonly #found = new Map<string, FoundConfiguration>();
  #find: ReturnType<typeof configurationFinder>;

  constructor(parts: ConfigurationsParts) {
    this.#parts = parts;
    this.#find = this.#finder();
  }

  /** What holds for a file that {@link load} has been asked for. */
  for(uri: string): FoundConfiguration {
    return this.#found.get(folderOf(uri)) ?? NONE;
  }

  /** Finds out what holds for a file. */
  async load(uri: string): Promise<void> {
    if (!this.#found.has(folderOf(uri))) await this.#look(folderOf(uri));
  }

  /** Reads anew whatever has been found so far, and looks again where there was nothing. */
  async reload(): Promise<void> {
    this.#find = this.#finder();
    await Promise.all([...this.#found.keys()].map((folder) => this.#look(folder)));
  }

  /** What is wrong with a configuration file, where it is open or holds for a file. */
  faultsOf(uri: string): readonly JsonFault[] {
    if (this.#workspaceFolderOf(uri) === undefined) return [];
    const text = this.#parts.openText(uri);
    if (text !== undefined) return parseConfiguration(text, KNOWN_CODES).faults;
    for (const found of this.#found.values()) {
      if (found.state === 'none' || found.uri !== uri) continue;
      if (found.state === 'faulty') return found.faults;
      if (found.state === 'failed') {
        const start = { line: 0, character: 0 };
        const args = { reason: found.failure.detail };
        return [{ position: start, end: start, message: message('config.failed', args) }];
      }
    }
    return [];
  }

  /** The configuration files that hold for some file. */
  uris(): ReadonlySet<string> {
    return new Set([...this.#found.values()].flatMap((found) => (found.state === 'none' ? [] : [found.uri])));
  }

  /** Where what is said about a file belongs: into the configuration that holds for it, else into one at the top. */
  homeOf(uri: string): string | undefined {
    const found = this.for(uri);
    if (found.state !== 'none') return found.uri;
    const folder = this.#workspaceFolderOf(uri);
    return folder === undefined ? undefined : `${folder}/${CONFIGURATION_NAME}`;
  }

  /** A configuration's own folder is one that its file lies in, so that no folder's configuration is looked for twice. */
  async #look(folder: string): Promise<void> {
    for (;;) {
      const find = this.#find;
      const found = this.#workspaceFolderOf(`${folder}/`) === undefined ? NONE : await find(folder);
      // What was read before the last change says nothing.
      if (find !== this.#find) continue;
      this.#found.set(folder, found);
      return;
    }
  }

  #finder(): ReturnType<typeof configurationFinder> {
    const { files, openText } = this.#parts;
    const read: FileSource['read'] = async (uri) => {
      const text = openText(uri);
      return text === undefined ? files.read(uri) : new TextEncoder().encode(text);
    };
    return configurationFinder({ read }, KNOWN_CODES, (folder) => this.#parts.folders().includes(folder));
  }

  #workspaceFolderOf(uri: string): string | undefined {
    const around = this.#parts.folders().filter((folder) => isInside(folder, uri));
    return around.sort((a, b) => b.length - a.length)[0];
  }
}
