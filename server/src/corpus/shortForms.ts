import type { Span } from '../text/span.ts';
import { isSubsequence } from './abbreviations.ts';
import { namingsIn } from './namings.ts';
import { occurrences } from './occurrences.ts';
import type { Passage } from './passages.ts';
import { kindOf } from './plainWords.ts';

/** What one statement says instead of a longer name, be it by its own definition or by the way it goes on. */
export interface ShortForm {
  readonly short: string;
  readonly long: string;
  /** Whether the text does not say so: after 《…条约》, a mere 条约 is that one. */
  readonly implied: boolean;
}

/** Documents that are afterwards called by the last word of their title. */
const HEAD = /(条约|公约|宪章|宣言|协定|协议|议定书|纲要)$/;
const TITLE = /《([^《》]{3,60})》/g;
const LONGEST_LONG = 40;
/** What stands before a name and is no part of it. */
const BEFORE_NAME = /[，。；：、！？“”（）《》\n]/;
/** Verbs and pronouns between which and a bare 条约 no word of its title can stand. */
const GOVERNING =
  /(?:恪守|遵守|遵循|履行|落实|执行|根据|依据|按照|依照|基于|签署|签订|缔结|批准|加入|维护|违反|修改|延长|该|本|此|上述|这一|这些|各项|有关|所有)$/;

const known = new WeakMap<readonly Passage[], readonly ShortForm[]>();

/** The short forms of a record, from all its passages; worked out once. */
export function shortFormsOf(passages: readonly Passage[]): readonly ShortForm[] {
  let found = known.get(passages);
  if (!found) {
    found = shortFormsIn(passages.map(({ normal }) => normal.text));
    known.set(passages, found);
  }
  return found;
}

/** The short forms that the paragraphs of one statement bring in. */
export function shortFormsIn(texts: readonly string[]): ShortForm[] {
  const forms: ShortForm[] = [];
  const add = (form: ShortForm): void => {
    if (!forms.some(({ short }) => short === form.short)) forms.push(form);
  };
  for (const text of texts) {
    for (const { term: short, behind } of namingsIn(text)) {
      const long = nameBefore(text, behind, short);
      if (long && long !== short) add({ short, long, implied: false });
    }
  }
  for (const text of texts) {
    for (const [, long = ''] of text.matchAll(TITLE)) {
      const [, short] = HEAD.exec(long) ?? [];
      if (short && short !== long) add({ short, long, implied: true });
    }
  }
  return forms;
}

/** Whether a passage may bring in a short form by saying so. */
export function isDefining(text: string): boolean {
  return namingsIn(text).length > 0;
}

/** Whether a document of this name may go by the last word of it. */
export function hasHead(name: string): boolean {
  return HEAD.test(name);
}

/** Where a text says the short form and means it: not inside of another title, nor at the end of another name. */
export function shortFormPlaces(text: string, { short, implied }: ShortForm): Span[] {
  return occurrences(text, short).filter(({ start, end }) => {
    const isTitle = text[start - 1] === '《' && text[end] === '》';
    return isTitle || (!isInTitle(text, start) && (!implied || isBare(text, start)));
  });
}

function isInTitle(text: string, at: number): boolean {
  const open = text.lastIndexOf('《', at);
  return open >= 0 && text.lastIndexOf('》', at) < open;
}

function isBare(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  return (
    before === '' ||
    BEFORE_NAME.test(before.slice(-1)) ||
    kindOf(before.slice(-1)) === 'function' ||
    GOVERNING.test(before)
  );
}

/** The name that a definition behind it shortens. */
function nameBefore(text: string, at: number, short: string): string | undefined {
  const last = text[at - 1];
  if (last === '》' || last === '”') {
    const start = text.lastIndexOf(last === '》' ? '《' : '“', at - 1);
    return start < 0 ? undefined : text.slice(start + 1, at - 1);
  }
  let start = at;
  while (start > 0 && at - start < LONGEST_LONG && !BEFORE_NAME.test(text.charAt(start - 1))) start--;
  // Without marks, the name begins where the short form does.
  const first = text.indexOf(short.charAt(0), start);
  return first >= 0 && first < at && isSubsequence(short, text.slice(first, at)) ? text.slice(first, at) : undefined;
}
