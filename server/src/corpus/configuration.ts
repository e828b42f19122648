// The module build: the other one hides its parts from bundlers.
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser/lib/esm/main.js';
import { URI, Utils } from 'vscode-uri';
import { type FileFailure, type FileSource, isFailure } from './fileSource.ts';
import type { Severities } from '../rules/check.ts';
import type { Severity } from '../rules/rule.ts';
import { decode } from '../text/decode.ts';
import { type LinePosition, lineBreaks } from '../text/lines.ts';
import { type Message, message } from '../text/messages.ts';

const CONFIGURATION_NAME = '.rmrbrc.json';
const DEFAULT_INCLUDE = '**/*.{rmrb,txt,md}';
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** What a `.rmrbrc.json` says; `include` and `exclude` are relative to the folder it stands in. */
export interface Configuration {
  readonly rules: Severities;
  readonly include: string;
  readonly exclude: readonly string[];
}

export const DEFAULT_CONFIGURATION: Configuration = { rules: new Map(), include: DEFAULT_INCLUDE, exclude: [] };

/** Something in a configuration file that cannot be understood. */
interface ConfigurationFault {
  readonly position: LinePosition;
  readonly message: Message;
}

/** A configuration file that was looked for and what became of it. */
export type FoundConfiguration =
  | { readonly state: 'none' }
  | { readonly state: 'read'; readonly uri: string; readonly configuration: Configuration }
  | { readonly state: 'faulty'; readonly uri: string; readonly faults: readonly ConfigurationFault[] }
  | { readonly state: 'failed'; readonly uri: string; readonly failure: FileFailure };

/** Looks for the nearest configuration file upwards from a folder; each folder is looked into once. */
export function configurationFinder(
  files: Pick<FileSource, 'read'>,
  knownCodes: ReadonlySet<string>,
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
    return parent === folder ? { state: 'none' } : find(parent);
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
    const fault = {
      position: { line: 0, character: 0 },
      message: message('config.encoding', { byte: decoded.badByte }),
    };
    return { state: 'faulty', uri, faults: [fault] };
  }
  const { configuration, faults } = parseConfiguration(decoded.text, knownCodes);
  return faults.length > 0 ? { state: 'faulty', uri, faults } : { state: 'read', uri, configuration };
}

/** Reads JSON with comments. What is faulty is as if it were not there, so that an editor may go on with the rest. */
export function parseConfiguration(
  text: string,
  knownCodes: ReadonlySet<string>,
): { readonly configuration: Configuration; readonly faults: readonly ConfigurationFault[] } {
  const breaks = lineBreaks(text);
  const faults: ConfigurationFault[] = [];
  const fault = (offset: number, what: Message) => {
    const line = breaks.filter((behind) => behind <= offset).length;
    faults.push({ position: { line, character: offset - (breaks[line - 1] ?? 0) }, message: what });
  };

  const syntaxErrors: ParseError[] = [];
  const root = parseTree(text, syntaxErrors, { allowTrailingComma: true });
  for (const { error, offset } of syntaxErrors)
    fault(offset, message('config.syntax', { what: printParseErrorCode(error) }));

  const rules = new Map<string, Severity | 'off'>();
  const settings: { include?: string; exclude?: string[] } = {};
  const readers: Record<string, (value: Node) => void> = {
    $schema: () => undefined,
    rules: (value) => {
      for (const { key, node } of members(value, fault)) {
        if (!knownCodes.has(key)) fault(startOfMember(node), message('config.unknownRule', { code: key }));
        else if (!isSeverity(node.value)) fault(node.offset, message('config.severity', { code: key }));
        else rules.set(key, node.value);
      }
    },
    corpus: (value) => readAll(value, 'corpus.'),
    'corpus.include': (value) => {
      if (typeof value.value === 'string' && value.value) settings.include = value.value;
      else fault(value.offset, message('config.include'));
    },
    'corpus.exclude': (value) => {
      const globs = value.type === 'array' ? (value.children ?? []) : [value];
      settings.exclude = globs.flatMap((glob) => {
        if (typeof glob.value === 'string' && glob.value) return [glob.value];
        fault(glob.offset, message('config.exclude'));
        return [];
      });
    },
  };
  const readAll = (object: Node, prefix: string) => {
    for (const { key, node } of members(object, fault)) {
      const name = prefix + key.replace(/^rmrb\./, '');
      const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
      if (read) read(node);
      else fault(startOfMember(node), message('config.unknownKey', { key }));
    }
  };
  if (root) readAll(root, '');
  return { configuration: { ...DEFAULT_CONFIGURATION, ...settings, rules }, faults };
}

export function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'off' || SEVERITIES.some((severity) => severity === value);
}

interface Member {
  readonly key: string;
  readonly node: Node;
}

function members(object: Node, fault: (offset: number, what: Message) => void): Member[] {
  if (object.type !== 'object') {
    fault(object.offset, message('config.object'));
    return [];
  }
  return (object.children ?? []).flatMap(({ children: [key, node] = [] }) =>
    typeof key?.value === 'string' && node ? [{ key: key.value, node }] : [],
  );
}

function startOfMember(value: Node): number {
  return value.parent?.offset ?? value.offset;
}
