import table from '../../data/over-conversions.json';
import type { Edit } from '../text/edits.ts';
import { message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import { type PlainText, plainText, printedSpan } from './plainText.ts';
import type { Finding, RecordRule } from './rule.ts';
import { strayScript } from './strayScript.ts';

interface Phrase {
  readonly wrong: string;
  readonly right: string;
  /** Characters before or behind which the phrase is part of other, right words. */
  readonly notAfter?: string;
  readonly notBefore?: string;
}

/** By first character, longer phrases before shorter ones. */
const PHRASES: ReadonlyMap<string, readonly Phrase[]> = byFirstCharacter();

/** A character of the other script, or one that a converter took for another word's: 書麵, 互不幹涉. */
export const charScript: RecordRule = {
  code: 'char.script',
  severity: 'warning',
  *check(record) {
    const plain = plainText(record);
    const phrases = [...overConversions(plain.text)];
    for (const { span, right } of phrases) yield phraseFinding(plain, span, right);
    for (const { span, right, script } of strayScript(
      record,
      plain,
      phrases.map((one) => one.span),
    )) {
      const printed = plain.text.slice(span.start, span.end);
      const printedAt = printedSpan(plain, span.start, span.end);
      const words = message(script === 'traditional' ? 'char.script.traditional' : 'char.script.simplified', {
        printed,
      });
      if (right === undefined) yield { span: printedAt, message: words };
      else yield { span: printedAt, message: words, fixes: [fixOf(plain, span, right)] };
    }
  },
};

function phraseFinding(plain: PlainText, span: Span, right: string): Finding {
  const printed = plain.text.slice(span.start, span.end);
  return {
    span: printedSpan(plain, span.start, span.end),
    message: message('char.script', { printed, right }),
    fixes: [fixOf(plain, span, right)],
  };
}

/** Edits only the characters that change: a reading may stand behind the others. */
function fixOf(plain: PlainText, { start, end }: Span, right: string) {
  const edits: Edit[] = [];
  for (let at = start; at < end; at++) {
    const newText = right.charAt(at - start);
    if (newText !== plain.text.charAt(at)) edits.push({ span: printedSpan(plain, at, at + 1), newText });
  }
  return {
    title: message('char.script.fix', { printed: plain.text.slice(start, end), right }),
    safe: false,
    edits,
  };
}

function* overConversions(text: string): Iterable<{ span: Span; right: string }> {
  for (let at = 0; at < text.length; at++) {
    const phrase = PHRASES.get(text.charAt(at))?.find(
      (one) => text.startsWith(one.wrong, at) && isMeant(text, at, one),
    );
    if (!phrase) continue;
    const end = at + phrase.wrong.length;
    yield { span: { start: at, end }, right: phrase.right };
    at = end - 1;
  }
}

function isMeant(text: string, at: number, { wrong, notAfter, notBefore }: Phrase): boolean {
  const before = text.charAt(at - 1);
  const behind = text.charAt(at + wrong.length);
  return !(before && notAfter?.includes(before)) && !(behind && notBefore?.includes(behind));
}

function byFirstCharacter(): Map<string, Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const [wrong, entry] of Object.entries<Omit<Phrase, 'wrong'>>(table)) {
    const first = wrong.charAt(0);
    phrases.set(first, [...(phrases.get(first) ?? []), { wrong, ...entry }]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.wrong.length - a.wrong.length);
  return phrases;
}
