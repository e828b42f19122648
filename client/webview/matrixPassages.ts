import type { CellPassage, MatrixWord, Words } from '../src/topics/messages.ts';
import { button, type Child, element } from './dom.ts';
import { filled } from './host.ts';

interface Shown {
  readonly title: string;
  readonly passages: readonly CellPassage[];
  /** How many there are. */
  readonly all: number;
  readonly words: Words<MatrixWord>;
}

interface Actions {
  open(passage: number): void;
  compare(): void;
  close(): void;
}

/** The passages of a cell. Arrow keys go from one to the next, Enter opens it, Escape goes back to the grid. */
export function passagesView({ title, passages, all, words }: Shown, { open, compare, close }: Actions): HTMLElement {
  const items = passages.map(({ date, title: name, section, text }, index) => {
    const source = [date, name, section].filter((part) => part !== '').join(' · ');
    const item = button('', { class: 'passage', lang: 'zh' }, () => open(index));
    item.append(element('span', { class: 'quiet' }, source), element('span', {}, ...marked(text)));
    return element('li', {}, item);
  });
  const list = element('ol', {}, ...items);
  list.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = items.findIndex((item) => item.contains(document.activeElement));
    if (step === 0 || at === -1) return;
    event.preventDefault();
    items[at + step]?.querySelector('button')?.focus();
  });
  const head = element(
    'div',
    { class: 'passages-head' },
    element('h2', { lang: 'zh' }, title),
    passages.length < all ? element('span', { class: 'quiet' }, filled(words.more, passages.length, all)) : undefined,
    button(words.compare, { id: 'compare' }, compare),
    button(words.close, { id: 'close' }, close),
  );
  const view = element('div', { class: 'passages' }, head, list);
  view.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  return view;
}

function marked({ text, marks }: CellPassage['text']): Child[] {
  const parts: Child[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at) continue;
    parts.push(text.slice(at, start), element('mark', {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}
