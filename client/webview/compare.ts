import type { CompareDialogue, CompareState, ToCompare } from '../src/topics/messages.ts';
import { columnsView } from './compareColumns.ts';
import { chooser, toolbar } from './compareControls.ts';
import { type Child, element, redraw } from './dom.ts';
import { announce, connectHost, filled } from './host.ts';

/** What the panel shows. */
export type Shown = Extract<ToCompare, { type: 'show' }>;

const root = document.getElementById('root') ?? document.body;
const host = connectHost<CompareDialogue>((message) => {
  if (message.type === 'notice') return announce(message.text);
  host.setState(message.state);
  redraw(root, ['columns', 'statements'], () => draw(message));
  const rows = message.columns.length;
  const columns = message.columns.reduce((sum, { passages }) => sum + passages, 0);
  announce(filled(message.words.shown, rows, columns));
  host.postMessage({ type: 'shown', rows, columns });
});
host.postMessage({ type: 'ready' });

function draw(shown: Shown): Child[] {
  const { title, words, statements } = shown;
  const change = (changed: Partial<CompareState>): void => {
    host.postMessage({ type: 'change', state: { ...shown.state, ...changed } });
  };
  const head = element('header', {}, element('h1', { lang: 'zh' }, title), toolbar(shown, change));
  if (statements.length === 0) return [head, element('p', { class: 'empty' }, words.nothing)];
  return [head, chooser(shown, change), columnsView(shown, (message) => host.postMessage(message))];
}
