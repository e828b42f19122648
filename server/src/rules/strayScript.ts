import type { RecordTree } from '../statement/tree.ts';
import { isHan } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import type { PlainText } from './plainText.ts';
import { isProse, type Unit, unitsOf } from './prose.ts';
import { countScripts, isOnlyIn, type Script, simplifiedForm } from './scriptCharacters.ts';

/** Characters of the other script in a row. */
interface Stray {
  readonly span: Span;
  readonly script: Script;
  /** The same in the record's script, where that is clear. */
  readonly right: string | undefined;
}

/** A record in one script has at least so many characters that only that script has, and so few of the other one. */
const FEWEST_OF_SCRIPT = 40;
const MOST_STRAY = 0.05;
/** How often the record must print a character in its own script for the other form to be a slip. */
const FEWEST_OWN = 2;
const KANA = /[\u3041-\u3096\u30a1-\u30fa]/;
const OPENING = '《〈“‘「『';
const CLOSING = '》〉”’」』';

/**
 * Characters that only one script has in a record that is otherwise printed in the other one. Only those that the record
 * itself prints in its own script elsewhere: names keep their characters. Quotations and titles may quote.
 */
export function* strayScript(record: RecordTree, plain: PlainText, known: readonly Span[]): Iterable<Stray> {
  const { text } = plain;
  const { traditional, simplified } = countScripts(text);
  const script = traditional < simplified ? 'traditional' : 'simplified';
  const own = script === 'traditional' ? 'simplified' : 'traditional';
  const strays = Math.min(traditional, simplified);
  const most = Math.max(traditional, simplified);
  if (most < FEWEST_OF_SCRIPT || strays === 0 || strays > most * MOST_STRAY || KANA.test(text)) return;
  // Most characters of the other script stand in quotations, where nobody asks for them.
  let formOf: OwnForm | undefined;
  const ownForm: OwnForm = (character) => {
    formOf ??= own === 'simplified' ? simplifiedOf(printedIn(text, own)) : traditionalOf(printedIn(text, own));
    return formOf(character);
  };
  const isKnown = inside(known);
  for (const unit of unitsOf(record, plain)) {
    if (isRunning(unit)) yield* straysIn(text, unit, script, ownForm, isKnown);
  }
}

/** How often each character that only one script has is printed. */
function printedIn(text: string, script: Script): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length; at++) {
    if (!isOnlyIn(script, text.charCodeAt(at))) continue;
    const character = text.charAt(at);
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

function isRunning(unit: Unit): boolean {
  return isProse(unit) || unit.kind === 'title';
}

/** The form that the record itself prints; empty where it prints several; `undefined` where the character is no stray. */
type OwnForm = (character: string) => string | undefined;

function* straysIn(
  text: string,
  { pieces }: Unit,
  script: Stray['script'],
  ownForm: OwnForm,
  isKnown: (at: number) => boolean,
): Iterable<Stray> {
  let quoted = 0;
  for (const piece of pieces) {
    let start = -1;
    let right = '';
    let isClear = true;
    for (let at = piece.start; at <= piece.end; at++) {
      const character = at < piece.end ? text.charAt(at) : '';
      const unit = character.charCodeAt(0);
      if (character !== '' && !isHan(unit)) {
        if (OPENING.includes(character)) quoted++;
        if (CLOSING.includes(character)) quoted = Math.max(0, quoted - 1);
      }
      const isStray = quoted === 0 && isOnlyIn(script, unit) && !isKnown(at);
      const own = isStray ? ownForm(character) : undefined;
      if (own !== undefined) {
        if (start === -1) start = at;
        right += own;
        isClear &&= own !== '';
        continue;
      }
      if (start !== -1) yield { span: { start, end: at }, script, right: isClear ? right : undefined };
      start = -1;
      right = '';
      isClear = true;
    }
  }
}

function simplifiedOf(simplified: ReadonlyMap<string, number>): OwnForm {
  return (character) => {
    const form = simplifiedForm(character);
    return form !== undefined && (simplified.get(form) ?? 0) >= FEWEST_OWN ? form : undefined;
  };
}

function traditionalOf(traditional: ReadonlyMap<string, number>): OwnForm {
  const forms = new Map<string, string[]>();
  for (const [form, count] of traditional) {
    const simple = simplifiedForm(form);
    if (simple !== undefined && count >= FEWEST_OWN) forms.set(simple, [...(forms.get(simple) ?? []), form]);
  }
  return (character) => {
    const own = forms.get(character);
    return own && (own.length === 1 ? own[0] : '');
  };
}

/** Whether an offset lies in one of the ascending spans; to be asked in ascending order of offsets. */
function inside(spans: readonly Span[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while (next < spans.length && (spans[next]?.end ?? 0) <= at) next++;
    return (spans[next]?.start ?? Number.POSITIVE_INFINITY) <= at;
  };
}
