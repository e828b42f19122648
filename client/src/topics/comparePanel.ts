import { env, l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { citation } from './citation.ts';
import {
  columnsOf,
  type Compared,
  comparedParagraph,
  comparedTopic,
  type ComparedStatement,
  firstChoice,
  textIn,
  withinReason,
} from './compared.ts';
import type { CompareDialogue, CompareState, Subject, ToCompare } from './messages.ts';
import { fillPanel, webviewOptions } from './panel.ts';
import { openPlace } from './places.ts';
import type { TopicRequests } from './requests.ts';
import { compareWords } from './words.ts';

export const COMPARE = 'rmrb.compare';

/** What a panel showed first: how many statements and passages. */
export interface ShownFirst {
  readonly rows: number;
  readonly columns: number;
}

export interface ComparePanels {
  /** @param from the text that the user is in; `chosen`: the keys of statements */
  open(subject: Subject, from?: string, chosen?: readonly string[]): Promise<ShownFirst | undefined>;
  restore(panel: WebviewPanel, state: CompareState): void;
  /** Statements or topics have changed. A panel that is hidden asks when it is shown. */
  refresh(): void;
}

/** 同题对读: the passages of chosen statements side by side. One panel for each subject. */
export function comparePanels(extension: Uri, requests: TopicRequests): ComparePanels {
  const open = new Map<string, { panel: WebviewPanel; choose(chosen: readonly string[]): void; refresh(): void }>();

  const fill = (
    panel: WebviewPanel,
    first: CompareState,
    from?: string,
    chosen?: readonly string[],
  ): Promise<ShownFirst | undefined> => {
    const key = JSON.stringify(first.subject);
    let state = first;
    let atOnce = chosen;
    let compared: Compared = { title: '', statements: [] };
    let shown: (first: ShownFirst | undefined) => void = () => {};
    const firstShown = new Promise<ShownFirst | undefined>((resolve) => {
      shown = resolve;
    });

    const show = (): void => {
      panel.title = l10n.t('Compare: {0}', compared.title);
      const chosen = state.chosen ?? firstChoice(compared, from);
      const statements = compared.statements.map(({ key, title, date, passages }) => ({ key, title, date, passages }));
      const columns = columnsOf(compared, chosen);
      const { title } = compared;
      send({ type: 'show', words: compareWords(), title, state: { ...state, chosen }, statements, columns });
    };
    const load = async (): Promise<void> => {
      compared = await compare(requests, state.subject);
      if (atOnce !== undefined) state = { ...state, chosen: withinReason(compared, atOnce) };
      atOnce = undefined;
      show();
    };
    const passageOf = (message: { statement: string; passage: number }) => {
      const statement = compared.statements.find((one) => one.key === message.statement);
      const text = statement?.texts[message.passage];
      return statement && text && { statement, text };
    };
    const send: (message: ToCompare) => void = fillPanel<CompareDialogue>(
      panel,
      extension,
      'compare',
      async (message): Promise<unknown> => {
        switch (message.type) {
          case 'ready':
            return load();
          case 'change':
            // The subject stays what it was opened for.
            state = { ...message.state, subject: first.subject };
            return show();
          case 'open': {
            const found = passageOf(message);
            return found && openPlace({ uri: found.statement.uri, range: found.text.range }, panel);
          }
          case 'copy': {
            const found = passageOf(message);
            if (found === undefined) return undefined;
            await copyCitation(found.statement, found.text.section, textIn(found.text, message.script).text);
            return send({ type: 'notice', text: l10n.t('Copied as a citation.') });
          }
          case 'shown':
            return shown(message);
        }
      },
    );
    const choose = (chosen: readonly string[]): void => {
      atOnce = chosen;
      void load();
    };
    open.set(key, { panel, choose, refresh: () => void (panel.visible && load()) });
    panel.onDidDispose(() => {
      open.delete(key);
      shown(undefined);
    });
    return firstShown;
  };

  return {
    open: async (subject, from, chosen) => {
      const known = open.get(JSON.stringify(subject));
      if (known !== undefined) {
        known.panel.reveal();
        if (chosen !== undefined) known.choose(chosen);
        return undefined;
      }
      const panel = window.createWebviewPanel(COMPARE, l10n.t('Compare'), ViewColumn.Active, {
        ...webviewOptions(extension),
        enableFindWidget: true,
      });
      const state: CompareState = { subject, script: 'printed', base: 'previous', showDropped: false };
      return fill(panel, state, from, chosen);
    },
    restore: (panel, state) => void fill(panel, state),
    refresh: () => {
      for (const one of open.values()) one.refresh();
    },
  };
}

async function compare(requests: TopicRequests, subject: Subject): Promise<Compared> {
  const none: Compared = { title: '', statements: [] };
  if ('uri' in subject) {
    const { uri, line, character } = subject;
    const position = { line, character };
    const result = await requests.sameTopic({ textDocument: { uri }, position, scripts: true });
    return result === undefined ? none : comparedParagraph(result, await requests.matrix());
  }
  const result = await requests.passages({ ...subject, scripts: true });
  return result === undefined ? none : comparedTopic(result, 'topic' in subject ? subject.topic : subject.term);
}

export async function copyCitation(
  { title, date }: Pick<ComparedStatement, 'title' | 'date'>,
  section: string,
  text: string,
): Promise<void> {
  await env.clipboard.writeText(citation({ text, title, date, section }));
}
