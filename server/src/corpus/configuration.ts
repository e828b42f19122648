// The module build: the other one hides its parts from bundlers.
import type { Node } from 'jsonc-parser/lib/esm/main.js';
import { URI, Utils } from 'vscode-uri';
import { type FileFailure, type FileSource, isFailure } from './fileSource.ts';
import { type JsonFault, members, nameOf, readJson, type TellFault } from './jsonSyntax.ts';
import type { Severities } from '../rules/check.ts';
import type { Severity } from '../rules/rule.ts';
import { isTagCode, isTagName, NEWSPAPER_VOCABULARY, type TagNames } from '../markup/vocabulary.ts';
import { decode } from '../text/decode.ts';
import { message } from '../text/messages.ts';

export const CONFIGURATION_NAME = '.rmrbrc.json';
const DEFAULT_INCLUDE = '**/*.{rmrb,txt,md}';
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** What a `.rmrbrc.json` says; `include` and `exclude` are relative to the folder it stands in. */
export interface Configuration {
  readonly rules: Severities;
  readonly include: string;
  readonly exclude: readonly string[];
  readonly ignored: readonly IgnoredPlace[];
  /** Tags that these files have beside those of the newspaper. */
  readonly vocabulary: TagNames;
}

/** One problem that is known and shall not be reported. */
export interface IgnoredPlace {
  readonly code: string;
  /** Relative to the folder of the configuration, parted by `/`. */
  readonly file: string;
  /** What the problem covers with a little of what stands around it, so that it is found again after edits elsewhere. */
  readonly text: string;
  /** Which one, from 1, of those in the file that read the same. */
  readonly nth: number;
}

export const DEFAULT_CONFIGURATION: Configuration = {
  rules: new Map(),
  include: DEFAULT_INCLUDE,
  exclude: [],
  ignored: [],
  vocabulary: new Map(),
};

/** A configuration file that was looked for and what became of it. */
export type FoundConfiguration =
  | { readonly state: 'none' }
  | { readonly state: 'read'; readonly uri: string; readonly configuration: Configuration }
  /** The configuration is what could be understood of it. */
  | {
      readonly state: 'faulty';
      readonly uri: string;
      readonly configuration: Configuration;
      readonly faults: readonly JsonFault[];
    }
  | { readonly state: 'failed'; readonly uri: string; readonly failure: FileFailure };

/**
 * Looks for the nearest configuration file upwards from a folder, no further than to one that is a top; each folder is
 * looked into once.
 */
export function configurationFinder(
  files: Pick<FileSource, 'read'>,
  knownCodes: ReadonlySet<string>,
  isTop: (folderUri: string) => boolean = () => false,
): (folderUri: string) => Promise<FoundConfiguration> {
  const found = new Map<string, Promise<FoundConfiguration>>();
  const find = (folder: string): Promise<FoundConfiguration> => {
    const known = found.get(folder);
    if (known) return known;
    const answer = lookIn(folder);
    found.set(folder, answer);
    return answer;
  };
  const lookIn = async (folder: string): Promise<FoundConfiguration> => {
    const here = URI.parse(folder);
    const own = await readConfiguration(files, Utils.joinPath(here, CONFIGURATION_NAME).toString(), knownCodes);
    if (own.state !== 'failed' || own.failure.failure !== 'missing') return own;
    const parent = Utils.dirname(here).toString();
    return parent === folder || isTop(folder) ? { state: 'none' } : find(parent);
  };
  return find;
}

export async function readConfiguration(
  files: Pick<FileSource, 'read'>,
  uri: string,
  knownCodes: ReadonlySet<string>,
): Promise<FoundConfiguration> {
  const bytes = await files.read(uri);
  if (isFailure(bytes)) return { state: 'failed', uri, failure: bytes };
  const decoded = decode(bytes);
  if (!decoded.ok) {
    const position = { line: 0, character: 0 };
    const fault = { position, end: position, message: message('config.encoding', { byte: decoded.badByte }) };
    return { state: 'faulty', uri, configuration: DEFAULT_CONFIGURATION, faults: [fault] };
  }
  const { configuration, faults } = parseConfiguration(decoded.text, knownCodes);
  return faults.length > 0 ? { state: 'faulty', uri, configuration, faults } : { state: 'read', uri, configuration };
}

/** Reads JSON with comments. What is faulty is as if it were not there, so that an editor may go on with the rest. */
export function parseConfiguration(
  text: string,
  knownCodes: ReadonlySet<string>,
): { readonly configuration: Configuration; readonly faults: readonly JsonFault[] } {
  const { root, fault, faults } = readJson(text);
  const rules = new Map<string, Severity | 'off'>();
  const vocabulary = new Map<string, string>();
  const settings: { include?: string; exclude?: string[]; ignored?: IgnoredPlace[] } = {};
  const readers: Record<string, (value: Node) => void> = {
    $schema: () => undefined,
    rules: (value) => {
      for (const { key, node } of members(value, fault)) {
        if (!knownCodes.has(key)) fault(nameOf(node), message('config.unknownRule', { code: key }));
        else if (!isSeverity(node.value)) fault(node, message('config.severity', { code: key }));
        else rules.set(key, node.value);
      }
    },
    ignore: (value) => {
      if (value.type !== 'array') fault(value, message('config.ignore'));
      settings.ignored = (value.children ?? []).flatMap((entry) => ignoredPlace(entry, knownCodes, fault) ?? []);
    },
    vocabulary: (value) => {
      for (const { key: code, node } of members(value, fault)) {
        const known = NEWSPAPER_VOCABULARY.byCode.get(code);
        const name: unknown = node.value;
        if (!isTagCode(code)) fault(nameOf(node), message('config.tagCode', { code }));
        else if (typeof name !== 'string' || !isTagName(name)) fault(node, message('config.tagName', { code }));
        else if (known && known.name !== name) fault(node, message('config.knownTag', { code, name: known.name }));
        else vocabulary.set(code, name);
      }
    },
    corpus: (value) => readAll(value, 'corpus.'),
    'corpus.include': (value) => {
      if (typeof value.value === 'string' && value.value) settings.include = value.value;
      else fault(value, message('config.include'));
    },
    'corpus.exclude': (value) => {
      const globs = value.type === 'array' ? (value.children ?? []) : [value];
      settings.exclude = globs.flatMap((glob) => {
        if (typeof glob.value === 'string' && glob.value) return [glob.value];
        fault(glob, message('config.exclude'));
        return [];
      });
    },
  };
  const readAll = (object: Node, prefix: string) => {
    for (const { key, node } of members(object, fault)) {
      const name = prefix + key.replace(/^rmrb\./, '');
      const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
      if (read) read(node);
      else fault(nameOf(node), message('config.unknownKey', { key }));
    }
  };
  if (root) readAll(root, '');
  return { configuration: { ...DEFAULT_CONFIGURATION, ...settings, rules, vocabulary }, faults };
}

export function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'off' || SEVERITIES.some((severity) => severity === value);
}

const IGNORED_KEYS = ['code', 'file', 'text', 'nth'];

function ignoredPlace(entry: Node, knownCodes: ReadonlySet<string>, fault: TellFault): IgnoredPlace | undefined {
  const values = new Map<string, unknown>();
  for (const { key, node } of members(entry, fault)) {
    if (!IGNORED_KEYS.includes(key)) fault(nameOf(node), message('config.ignoreKey', { key }));
    else if (key === 'code' && !knownCodes.has(String(node.value))) {
      fault(node, message('config.unknownRule', { code: String(node.value) }));
    } else values.set(key, node.value);
  }
  const [code, file, text, nth = 1] = IGNORED_KEYS.map((key) => values.get(key));
  if (typeof code !== 'string') {
    // A code that is not known has been told of.
    if (entry.type === 'object' && !entry.children?.some(({ children }) => children?.[0]?.value === 'code')) {
      fault(entry, message('config.ignoreEntry'));
    }
    return undefined;
  }
  if (typeof file !== 'string' || typeof text !== 'string' || typeof nth !== 'number' || !(nth >= 1)) {
    fault(entry, message('config.ignoreEntry'));
    return undefined;
  }
  return { code, file: file.replace(/^\.\//, ''), text, nth };
}
