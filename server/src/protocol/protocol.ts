/**
 * The requests and notifications that client and server share beyond LSP.
 * Everything here is plain JSON; a URI is a string as `vscode.Uri.toString()` writes it.
 */

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
  'dictionaries/script-characters',
  'dictionaries/topics',
  'messages/zh-cn',
  'messages/en',
] as const;

/** Client → server, a notification: shows all problems or takes them back, until it says otherwise. */
export const ShowProblems = 'rmrb/showProblems';
export interface ShowProblemsParams {
  readonly shown: boolean;
}

/** Client → server. Is this text (its first {@link DETECT_LENGTH} UTF-16 units are enough) one that the product is for? */
export const Detect = 'rmrb/detect';
export interface DetectParams {
  readonly text: string;
  /** The last part of the file's path, which may say it already: `.rmrb`. */
  readonly fileName?: string;
}
export interface DetectResult {
  readonly recognised: boolean;
}
/** UTF-16 units from the start of a document that {@link Detect} looks at. */
export const DETECT_LENGTH = 65_536;

/** Client → server. The same topic in the other statements; the answer is that of `rmrb xref --format json` with `uri` and `range` added. */
export const SameTopic = 'rmrb/sameTopic';
export interface SameTopicParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Place['range']['start'];
}
/** Where something stands in a file, for programs (`offset`, UTF-16 units) and for editors (`range`). */
export interface Place {
  readonly uri: string;
  /** The path below its workspace folder. */
  readonly file: string;
  readonly offset: readonly [start: number, end: number];
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}
export interface SameTopicResult {
  readonly query: Place & {
    readonly text: string;
    readonly topic: { readonly id: string; readonly label: string; readonly names: readonly string[] } | null;
  };
  /** Best first; never from the query's own statement. */
  readonly passages: readonly SameTopicPassage[];
}
export interface SameTopicPassage extends Place {
  readonly section: string;
  readonly statement: { readonly title: string; readonly date: string };
  readonly score: number;
  readonly excerpt: string;
}

/** Client → server, a request with work-done progress: checks the files of the corpus and publishes what it finds. */
export const CheckWorkspace = 'rmrb/checkWorkspace';
export interface CheckWorkspaceParams {
  readonly workDoneToken?: string | number;
  /** URIs of folders and files: nothing else is checked. Without it, everything is. */
  readonly within?: readonly string[];
}
export interface CheckWorkspaceResult {
  readonly files: number;
  readonly problems: number;
}

/** Server → client. The files of the workspace folders that `include` names, less what `exclude` and the editor exclude. */
export const ListFiles = 'rmrb/listFiles';
export interface ListFilesParams {
  readonly include: string;
  readonly exclude: readonly string[];
}
export interface ListFilesResult {
  readonly uris: readonly string[];
}

/** Server → client. A file's bytes in Base64, or `null` where there is no such file or it may not be read. */
export const ReadFile = 'rmrb/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export interface ReadFileResult {
  readonly base64: string | null;
}

/** Client → server. What belongs around the caret once the opening tag before it is complete: its closing tag. */
export const AutoInsert = 'rmrb/autoInsert';
export interface AutoInsertParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Place['range']['start'];
}
/** The caret stays between the two; `null` where nothing is missing. */
export type AutoInsertResult = { readonly before: string; readonly after: string } | null;

/** Client → server. Where the next or previous record, section or item begins; `null` where there is none. */
export const Neighbour = 'rmrb/neighbour';
export interface NeighbourParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Place['range']['start'];
  readonly kind: 'record' | 'section' | 'item';
  readonly direction: 'next' | 'previous';
}
export type NeighbourResult = Place['range']['start'] | null;

/** Client → server. The edits that change the places of two neighbouring members of a numbered list. */
export const MoveSection = 'rmrb/moveSection';
export interface MoveSectionParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Place['range']['start'];
  readonly direction: 'up' | 'down';
}
/** `caret` counts in UTF-16 units from the start of the edited text; `null` where there is nothing to change places with. */
export type MoveSectionResult = { readonly edits: readonly PlainEdit[]; readonly caret: number } | null;
export interface PlainEdit {
  readonly range: Place['range'];
  readonly newText: string;
}

/** Client → server. The edits that number the paragraphs of `range`. */
export const NumberParagraphs = 'rmrb/numberParagraphs';
export interface NumberParagraphsParams {
  readonly textDocument: { readonly uri: string };
  readonly range: Place['range'];
  readonly mark: NumberMark;
}

/** Client → server. The edits that give the numbers of the list at a place another form. */
export const ChangeNumerals = 'rmrb/changeNumerals';
export interface ChangeNumeralsParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Place['range']['start'];
  readonly mark: NumberMark;
}

/** Kinds of numbers, each by its first one. Those of the last two stand on lines of their own. */
export const NUMBER_MARKS = ['一、', '（一）', '1.', '1）', '（1）', '①', '第一条　', '第一，', '一', '1'] as const;
export type NumberMark = (typeof NUMBER_MARKS)[number];
export interface NumberingResult {
  readonly edits: readonly PlainEdit[];
  /** Why there are none, for the user. */
  readonly refused?: string;
}

/** Client → server. The edits that put a file, or a part of it, into another script, and what had to be chosen. */
export const ConvertScript = 'rmrb/convertScript';
export interface ConvertScriptParams {
  readonly textDocument: { readonly uri: string };
  /** All of the file where it is missing. */
  readonly range?: Place['range'];
  readonly to: TargetScript;
}
/** Scripts as a region writes them; `-words` takes its words too (软件 → 軟體). */
export type TargetScript =
  | 'simplified'
  | 'simplified-words'
  | 'traditional'
  | 'taiwan'
  | 'taiwan-words'
  | 'hong-kong'
  | 'hong-kong-words';
export interface ConvertScriptResult {
  readonly edits: readonly PlainEdit[];
  /** How many things had to be chosen: characters with several counterparts, words of a region. */
  readonly choices: number;
  /** They, with their places, as a page of Markdown. */
  readonly report: string;
}

/** Client → server. A file in simplified script, for reading, and where each part of that text comes from. */
export const ReadingView = 'rmrb/readingView';
export interface ReadingViewParams {
  readonly textDocument: { readonly uri: string };
}
export interface ReadingViewResult {
  readonly text: string;
  /** Start and length in the view, start and length in the file, one after another, in UTF-16 units. */
  readonly runs: readonly number[];
}
