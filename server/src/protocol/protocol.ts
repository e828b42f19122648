/**
 * The requests and notifications that client and server share beyond LSP.
 * Everything here is plain JSON; a URI is a string as `vscode.Uri.toString()` writes it.
 */
import type { Hover, WorkspaceEdit } from 'vscode-languageserver';

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
export interface SameTopicParams extends PassageForms {
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
  readonly query: (Place & PassageTexts) & {
    readonly text: string;
    readonly topic: { readonly id: string; readonly label: string; readonly names: readonly string[] } | null;
  };
  /** Best first; never from the query's own statement. */
  readonly passages: readonly SameTopicPassage[];
}
export interface SameTopicPassage extends Place, PassageTexts {
  readonly section: string;
  readonly statement: { readonly title: string; readonly date: string };
  readonly score: number;
  readonly excerpt: string;
}
/** A whole passage on one line; of a section, one line for each of its passages. */
export interface PassageTexts {
  /** As the newspaper printed it: without what a mirror put in, torn characters restored. */
  readonly printed: MarkedText;
  /** The same in one script, where it was asked for. */
  readonly simplified?: MarkedText;
  readonly traditional?: MarkedText;
}
/** What a request for passages may ask for beside them. */
interface PassageForms {
  /** Whether each passage also comes in simplified and in traditional script. */
  readonly scripts?: boolean;
}
/** A text and where the topic is named in it, in order: UTF-16 units from the start of `text`, half-open. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** Client → server. The topics that are known: those of the workspace, then those of the product. */
export const Topics = 'rmrb/topics';
export interface TopicsResult {
  readonly topics: readonly TopicName[];
}
export interface TopicName {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
  /** What it belongs to, such as `regions`; empty where nobody says. */
  readonly field: string;
  readonly source: 'lexicon' | 'workspace';
}

/** A statement of the corpus; `offset` and `range` are those of its record in the file. */
export interface StatementPlace extends Place {
  /** Empty where the text has none. */
  readonly title: string;
  /** YYYY-MM-DD, or empty where the text does not say. */
  readonly date: string;
}

/** Client → server. Topics × statements: which statements name which topics, how often and where. */
export const TopicMatrix = 'rmrb/topicMatrix';
export interface TopicMatrixParams {
  /** How many places each cell gives; three where it is not said. */
  readonly places?: number;
}
export interface TopicMatrixResult {
  /** In the order of their dates, those without one last. */
  readonly statements: readonly StatementPlace[];
  /** Those that some statement names, in the order in which they are known. */
  readonly topics: readonly MatrixTopic[];
  /** Whether files of the workspace are still being read, so that some may be missing. */
  readonly indexing: boolean;
}
interface MatrixTopic extends TopicName {
  /** One for each statement that names the topic, in the order of the statements. */
  readonly cells: readonly MatrixCell[];
}
interface MatrixCell {
  /** Which one of the answer's statements, from 0. */
  readonly statement: number;
  /** How many of its passages name the topic. */
  readonly count: number;
  /** The first of these passages, in the order of the text. */
  readonly places: readonly MatrixPlace[];
}
export interface MatrixPlace extends Place {
  /** Numerals from the outermost section inwards as printed: 三/五; empty outside every section. */
  readonly section: string;
}

/** Client → server. All passages of all statements that name a topic or, where no topic is meant, a term. */
export const TopicPassages = 'rmrb/topicPassages';
export type TopicPassagesParams = PassageForms & ({ readonly topic: string } | { readonly term: string });
export interface TopicPassagesResult {
  /** `null` where there is no topic of that id any more; for a term that no topic has, one of that name alone. */
  readonly topic: TopicName | null;
  /** In the order of their dates, those without one last. */
  readonly statements: readonly TopicStatement[];
}
export interface TopicStatement {
  readonly statement: StatementPlace;
  /** In the order of the text. */
  readonly passages: readonly SameTopicPassage[];
}

/** A hover that tells of a topic: more than one of LSP, so that our client can offer what to do with it. */
export interface TopicHover extends Hover {
  /** How many statements speak of the topic; missing where the hover tells of something else. */
  readonly statements?: number;
}

/**
 * The command of the client that a code lens runs: shows the places in all statements of what stands at a place. Its
 * arguments are those of {@link ShowPlacesArguments}.
 */
export const SHOW_PLACES = 'rmrb.showPlacesAt';
export type ShowPlacesArguments = readonly [uri: string, line: number, character: number];

/** Client → server. The edit that has the workspace's `rmrb.topics.json` name a topic by what is selected. */
export const AddToTopic = 'rmrb/addToTopic';
export interface AddToTopicParams {
  readonly textDocument: { readonly uri: string };
  readonly range: Place['range'];
  /** One that is known, or one that is to be. */
  readonly topic: { readonly id: string } | { readonly label: string };
}
export type AddToTopicResult =
  /** `file`: what the edit changes or makes. */
  | { readonly edit: WorkspaceEdit; readonly file: string; readonly name: string }
  /** Why there is nothing to be edited, for the user. */
  | { readonly refused: string };

/** Server → client, a notification: statements or topics have changed, and what was answered on topics may read otherwise. */
export const TopicsChanged = 'rmrb/topicsChanged';

/**
 * Client → server. How an open text becomes records of the corpus: an LSP `WorkspaceEdit` whose edits each have an annotation, so
 * that the user may leave groups of them out, and what there is to say besides.
 */
export const ToRecord = 'rmrb/toRecord';
export interface ToRecordParams {
  readonly textDocument: { readonly uri: string };
  /** The day of the records, YYYYMMDD, where the user has said it. */
  readonly date?: string;
}
export interface ToRecordResult {
  /** Empty where there is nothing to do. */
  readonly documentChanges: readonly {
    readonly textDocument: { readonly uri: string; readonly version: number };
    readonly edits: readonly {
      readonly range: Place['range'];
      readonly newText: string;
      /** A key of `changeAnnotations`. */
      readonly annotationId: string;
    }[];
  }[];
  readonly changeAnnotations: Readonly<
    Record<string, { readonly label: string; readonly description?: string; readonly needsConfirmation?: boolean }>
  >;
  /** Where the text does not say its date: what else may have said it, YYYYMMDD. */
  readonly dateToAsk: { readonly proposal: string | null } | null;
  /** Codes of the fields that are left empty. */
  readonly missing: readonly string[];
  /** Sentences for the user: where the date comes from, what is left to fill in. */
  readonly notes: readonly string[];
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
