import type { Column, FromCompare, Script } from '../src/topics/messages.ts';
import type { Shown } from './compare.ts';
import { button, type Child, element } from './dom.ts';
import { filled } from './host.ts';
import { compareWordings, type Piece, SEPARATOR, type Wording } from './wording.ts';

type Post = (message: FromCompare) => void;

/** The chosen statements side by side. Arrow keys go from passage to passage, Enter opens the one that is focused. */
export function columnsView(shown: Shown, post: Post): HTMLElement {
  const { words, columns, state } = shown;
  if (columns.length === 0) return element('p', { class: 'empty' }, words.chooseSome);
  const wordings = columns.map((column) => wordingOf(column, state.script));
  const compared = compareWordings(wordings, state.base);
  const view = element('div', { id: 'columns', role: 'group', 'aria-label': words.columns });
  columns.forEach((column, index) => {
    const pieces = (compared[index] ?? []).filter(({ kind }) => state.showDropped || kind !== 'dropped');
    view.append(columnView(shown, column, index, passagesOf(pieces, column.texts.length), post));
  });
  moveByKeys(view);
  return view;
}

/** All passages of a statement, compared by their simplified characters, whichever are shown. */
function wordingOf({ texts }: Column, script: Script): Wording {
  const together = (of: readonly { readonly text: string }[]): string => of.map(({ text }) => text).join(SEPARATOR);
  return {
    shown: together(texts.map((text) => text[script] ?? text.printed)),
    compared: together(texts.map(({ simplified, printed }) => simplified ?? printed)),
  };
}

/** The pieces of each passage. */
function passagesOf(pieces: readonly Piece[], passages: number): Piece[][] {
  const parted: Piece[][] = Array.from({ length: passages }, () => []);
  let at = 0;
  for (const { kind, text } of pieces) {
    text.split(SEPARATOR).forEach((part, index) => {
      // What is gone may have stood in several passages; it is told of in one.
      if (index > 0 && kind !== 'dropped') at++;
      if (part !== '') parted[at]?.push({ kind, text: part });
    });
  }
  return parted;
}

function columnView(
  { words, state }: Shown,
  { key, date, title, texts }: Column,
  index: number,
  passages: readonly Piece[][],
  post: Post,
): HTMLElement {
  const head = element(
    'h2',
    { id: `column-${index}`, lang: 'zh', title },
    element('span', { class: 'date' }, date === '' ? words.noDate : date),
    element('span', { class: 'title' }, title),
  );
  const articles = texts.map(({ section }, at) => {
    const id = `passage-${index}-${at}`;
    const open = (): void => post({ type: 'open', statement: key, passage: at });
    const copy = (): void => post({ type: 'copy', statement: key, passage: at, script: state.script });
    const first = index === 0 && at === 0;
    const reach = { tabindex: first ? 0 : -1 };
    const text = element('p', { lang: 'zh' }, ...(passages[at] ?? []).map((piece) => pieceView(piece, words)));
    const article = element(
      'article',
      {
        id,
        tabindex: first ? 0 : -1,
        'aria-labelledby': `column-${index} ${id}-section`,
        'aria-describedby': `${id}-text`,
      },
      element(
        'div',
        { class: 'actions' },
        element('span', { id: `${id}-section`, class: 'section', lang: 'zh' }, section),
        button(words.open, { ...reach, id: `${id}-open` }, open),
        button(words.copy, { ...reach, id: `${id}-copy` }, copy),
      ),
      text,
    );
    text.id = `${id}-text`;
    // Who selects words to copy them does not want to go there.
    text.addEventListener('click', () => {
      if (getSelection()?.isCollapsed !== false) open();
    });
    article.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target === article) open();
    });
    return article;
  });
  // Of the first one nothing is marked: there is none before it.
  const said = [filled(words.passages, texts.length), index === 0 ? words.oldest : ''].filter((part) => part !== '');
  const count = element('p', { class: 'quiet' }, said.join(' · '));
  return element('section', { 'aria-labelledby': `column-${index}` }, head, count, ...articles);
}

/** What is new or gone is said in words too, for who hears the text; these are not copied with it. */
function pieceView({ kind, text }: Piece, words: Shown['words']): Child {
  if (kind === 'kept') return text;
  if (kind === 'everywhere') return element('span', { class: 'everywhere' }, text);
  const [tag, begin, end] =
    kind === 'added'
      ? (['ins', words.addedBegin, words.addedEnd] as const)
      : (['del', words.droppedBegin, words.droppedEnd] as const);
  const heard = (said: string): HTMLElement => element('span', { class: 'heard' }, said);
  return element(tag, {}, heard(begin), text, heard(end));
}

/** One passage can be reached by Tab, with its buttons; the arrow keys make it another one. */
function moveByKeys(view: HTMLElement): void {
  const rows = (): HTMLElement[][] =>
    [...view.children].map((column) => [...column.querySelectorAll<HTMLElement>('article')]);
  const reach = (article: HTMLElement): void => {
    for (const one of view.querySelectorAll('article, article button')) one.setAttribute('tabindex', '-1');
    for (const one of [article, ...article.querySelectorAll('button')]) one.setAttribute('tabindex', '0');
  };
  view.addEventListener('focusin', ({ target }) => {
    const article = target instanceof Element ? target.closest<HTMLElement>('article') : null;
    if (article !== null) reach(article);
  });
  view.addEventListener('keydown', (event) => {
    const { target } = event;
    const article = target instanceof Element ? target.closest<HTMLElement>('article') : null;
    if (article === null || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const columns = rows();
    const column = columns.findIndex((articles) => articles.includes(article));
    const at = columns[column]?.indexOf(article) ?? 0;
    const next = neighbour(columns, column, at, event.key);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

function neighbour(
  columns: readonly HTMLElement[][],
  column: number,
  at: number,
  key: string,
): HTMLElement | undefined {
  const beside = (articles: HTMLElement[] | undefined): HTMLElement | undefined =>
    articles?.[Math.min(at, articles.length - 1)];
  switch (key) {
    case 'ArrowDown':
      return columns[column]?.[at + 1];
    case 'ArrowUp':
      return columns[column]?.[at - 1];
    case 'ArrowRight':
      return beside(columns[column + 1]);
    case 'ArrowLeft':
      return beside(columns[column - 1]);
    case 'Home':
      return columns[0]?.[0];
    case 'End':
      return columns.at(-1)?.at(-1);
    default:
      return undefined;
  }
}
