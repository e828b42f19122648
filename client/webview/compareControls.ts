import type { CompareState, Script } from '../src/topics/messages.ts';
import type { Shown } from './compare.ts';
import { button, checkbox, type Child, dropdown, element } from './dom.ts';
import { filled } from './host.ts';

type Change = (changed: Partial<CompareState>) => void;

/** More statements than these are compared with patience only. */
const MOST_CHOSEN = 40;

/** How the passages are shown, and what the marks in them mean. */
export function toolbar({ words, state }: Shown, change: Change): HTMLElement {
  const scripts: [Script, string][] = [
    ['printed', words.printed],
    ['simplified', words.simplified],
    ['traditional', words.traditional],
  ];
  const bases: [CompareState['base'], string][] = [
    ['previous', words.previous],
    ['first', words.first],
  ];
  return element(
    'div',
    { class: 'toolbar' },
    dropdown(words.script, 'script', scripts, state.script, (script) => change({ script })),
    dropdown(words.base, 'base', bases, state.base, (base) => change({ base })),
    checkbox(words.showDropped, 'dropped', state.showDropped, (showDropped) => change({ showDropped })),
    legend(words, state.showDropped),
  );
}

function legend(words: Shown['words'], showDropped: boolean): HTMLElement {
  return element(
    'div',
    { class: 'legend', role: 'note', 'aria-label': words.legend },
    element('ins', {}, words.added),
    showDropped ? element('del', {}, words.dropped) : undefined,
    element('span', { class: 'everywhere' }, words.everywhere),
  );
}

/** Whether the list of statements is unfolded; the user's choice holds as long as the panel does. */
let unfolded: boolean | undefined;

/** Which statements stand side by side. */
export function chooser({ words, statements, state }: Shown, change: Change): HTMLElement {
  const chosen = new Set(state.chosen);
  const choose = (keys: ReadonlySet<string>): void => {
    change({ chosen: statements.map(({ key }) => key).filter((key) => keys.has(key)) });
  };
  const boxes = statements.map(({ key, date, title, passages }, index) => {
    const name: Child = element(
      'span',
      { lang: 'zh' },
      element('b', {}, date === '' ? words.noDate : date),
      ` ${title} `,
      element('span', { class: 'quiet' }, filled(words.passages, passages)),
    );
    return checkbox(name, `statement-${index}`, chosen.has(key), (on) => {
      const keys = new Set(chosen);
      if (on) keys.add(key);
      else keys.delete(key);
      choose(keys);
    });
  });
  const all = statements.length <= MOST_CHOSEN;
  const summary = `${words.statements} · ${filled(words.many, chosen.size, statements.length)}`;
  const details = element(
    'details',
    { open: unfolded ?? statements.length > (state.chosen?.length ?? 0) },
    element('summary', {}, summary),
    element(
      'div',
      { class: 'choice' },
      all ? button(words.all, { id: 'all' }, () => choose(new Set(statements.map(({ key }) => key)))) : undefined,
      button(words.none, { id: 'none' }, () => choose(new Set())),
    ),
    element('div', { id: 'statements', role: 'group', 'aria-label': words.statements }, ...boxes),
  );
  details.addEventListener('toggle', () => {
    unfolded = details.open;
  });
  return details;
}
