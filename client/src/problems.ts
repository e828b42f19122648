import { type Disposable, l10n, type Memento, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { ShowProblems, type ShowProblemsParams } from '../../server/src/protocol/protocol.ts';
import type { Server } from './server.ts';

const KEY = 'problemsHidden';

/** Whether problems are shown in this workspace; while they are not, the status bar says so. */
export interface ProblemsToggle extends Disposable {
  readonly shown: boolean;
  toggle(): Promise<void>;
  show(): Promise<void>;
}

/** @param memory keeps the choice for the workspace */
export function createProblemsToggle(server: () => Server, memory: Memento): ProblemsToggle {
  const item = window.createStatusBarItem('rmrb.problems', StatusBarAlignment.Left);
  item.name = l10n.t('Problems hidden');
  item.text = `$(eye-closed) ${l10n.t('Problems hidden')}`;
  item.tooltip = l10n.t('The problems of the People’s Daily corpus are hidden. Click to show them again.');
  item.command = 'rmrb.toggleDiagnostics';
  item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
  let shown = !memory.get(KEY, false);
  if (!shown) item.show();

  const set = async (wanted: boolean): Promise<void> => {
    shown = wanted;
    if (shown) item.hide();
    else item.show();
    await memory.update(KEY, !shown);
    const params: ShowProblemsParams = { shown };
    await (await server().client())?.sendNotification(ShowProblems, params);
  };
  return {
    get shown() {
      return shown;
    },
    toggle: () => set(!shown),
    show: () => (shown ? Promise.resolve() : set(true)),
    dispose: () => item.dispose(),
  };
}
