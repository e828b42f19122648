/** What the client passes as `initializationOptions`. */
export interface InitializationOptions {
  /**
   * Who reads the files of the workspace: `server` reads the disk itself; `client` answers
   * {@link ListFiles} and {@link ReadFile} (web and virtual workspaces, where the server has no disk).
   */
  readonly files?: 'server' | 'client';
  /** Whether problems are shown from the start; {@link ShowProblems} changes it. */
  readonly problems?: 'shown' | 'hidden';
  /**
   * The URI of a rule's page, with `{code}` where the rule's code goes, such as `file:///…/docs/rules.md#{code}`. Problems link to it;
   * without it, they link nowhere.
   */
  readonly rulePage?: string;
  /** The URI of a folder for the server's own files about this workspace, such as its index. Without it, none are kept. */
  readonly storage?: string;
  /**
   * A command of the client that converts the text whose URI it is given, asking for what the text does not say. A code action
   * calls it; without it, the action brings its edit.
   */
  readonly toRecordCommand?: string;
  /**
   * For a server in a worker, which reads no files: the addresses of scripts by the names in {@link SERVER_RESOURCES}. Each leaves what its
   * file holds in the worker's global `rmrbResource`. The server runs one when it first needs it.
   */
  readonly resources?: Readonly<Record<string, string>>;
}

/** What the server loads once it needs it, each from a file of that name in `dist/`. */
export const SERVER_RESOURCES = [
  'dictionaries/opencc',
  'dictionaries/opencc-traditional',
  'dictionaries/official-prose',
  'dictionaries/over-conversions',
  'dictionaries/pinyin-damage',
  'dictionaries/plain-words',
  'dictionaries/script-characters',
  'dictionaries/topics',
  'messages/zh-cn',
  'messages/en',
] as const;
