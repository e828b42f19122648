import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { Corpus } from '../corpus/corpus.ts';
import { type FileSource, isFailure } from '../corpus/fileSource.ts';
import { documentText } from '../statement/document.ts';
import { decode } from '../text/decode.ts';
import type { Say } from '../text/messages.ts';
import type { TopicTools } from './addToTopic.ts';
import { canResolveEdits } from './capabilities.ts';
import type { CodeActionTools } from './codeActions.ts';
import type { Configurations } from './configurations.ts';
import { normalUri } from './convert.ts';
import type { OpenFiles } from './openFiles.ts';
import type { ProblemLists } from './problemLists.ts';
import type { ConversionTools } from './toRecord.ts';
import type { Workspace } from './workspace.ts';
import { clientEdits, type OwnFile } from './workspaceEdits.ts';
import type { WorkspaceTopics } from './workspaceTopics.ts';

interface ToolsParts {
  readonly connection: Connection;
  readonly params: InitializeParams;
  readonly toRecordCommand: string | undefined;
  readonly say: Say;
  readonly open: OpenFiles;
  readonly files: FileSource;
  readonly corpus: Corpus;
  readonly workspace: Workspace;
  readonly problems: ProblemLists;
  readonly configurations: Configurations;
  readonly topics: WorkspaceTopics;
}

/** What the features that edit are given of what the server knows. */
export class Tools {
  readonly #parts: ToolsParts;

  constructor(parts: ToolsParts) {
    this.#parts = parts;
  }

  forConversion(): ConversionTools {
    const { say, corpus, problems } = this.#parts;
    return { say, corpus, vocabularyOf: (uri) => problems.vocabularyOf(normalUri(uri)) };
  }

  forCodeActions(): CodeActionTools {
    const { connection, params, toRecordCommand, say, open, corpus, problems, configurations } = this.#parts;
    return {
      say,
      edits: clientEdits(params.capabilities),
      lazy: canResolveEdits(params.capabilities),
      toRecordCommand,
      conversion: this.forConversion(),
      shown: problems.shown,
      open: (uri) => open.get(normalUri(uri)),
      checks: (uri) => problems.checks(normalUri(uri)),
      prepared: (uri) => problems.prepared(normalUri(uri)),
      configurationFor: (uri) => configurations.homeOf(normalUri(uri)),
      configurationText: (uri) => this.#ownFile(uri),
      corpus: () => this.#editedFiles(),
      hasOthers: (uri) => [...corpus.documents()].some((file) => file.uri !== normalUri(uri)),
      diagnosticContext: ({ uri, content }) => problems.diagnosticContext(uri, content),
      tell: (text) => connection.window.showWarningMessage(text),
    };
  }

  async forTopics(): Promise<TopicTools> {
    const { params, say, open, topics } = this.#parts;
    await topics.settled();
    return {
      say,
      edits: clientEdits(params.capabilities),
      topics: topics.all(),
      open: (uri) => open.get(normalUri(uri)),
      homeOf: (uri) => topics.homeOf(normalUri(uri)),
      ownFile: (uri) => this.#ownFile(uri),
    };
  }

  *#editedFiles(): Generator<ReturnType<CodeActionTools['corpus']> extends Iterable<infer File> ? File : never> {
    const { corpus, workspace, open } = this.#parts;
    for (const { uri, document } of corpus.documents()) {
      const edited = workspace.isOpen(uri) ? open.get(uri) : undefined;
      if (edited) yield { uri: edited.uri, version: edited.version, content: edited.content, isLegacy: false };
      else yield { uri: open.clientUri(uri), content: document, isLegacy: workspace.isLegacy(uri) };
    }
  }

  async #ownFile(uri: string): Promise<OwnFile | undefined> {
    const open = this.#parts.open.get(uri);
    if (open) return { uri: open.uri, version: open.version, text: documentText(open.content) };
    const bytes = await this.#parts.files.read(uri);
    if (isFailure(bytes)) return bytes.failure === 'missing' ? { uri, text: undefined } : undefined;
    const decoded = decode(bytes);
    return decoded.ok ? { uri, text: decoded.text } : undefined;
  }
}
