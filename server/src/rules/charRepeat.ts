import type { Message } from '../text/messages.ts';
import { message } from '../text/messages.ts';
import { type PlainText, plainText, printedSpan } from './plainText.ts';
import { isProse, type Unit, unitsOf } from './prose.ts';
import type { Finding, RecordRule } from './rule.ts';
import { isChinese } from './signs.ts';
import { TEXT, TREE } from './traces.ts';

const DOUBLED_MARKS = /[，,、。；;：:]{2,}/g;
/** Words that nobody says twice. 的的 is right in 的的确确, 目的的, 的的士 and in names such as 的的喀喀湖, 的的黎波里. */
const DOUBLED_WORDS =
  /(?<![目标標之矢有无無中众眾鹄端怎])的的(?![的确確士哥姐票卡喀黎里款当當])|(双方|雙方|我们|我們|他们|他們|以及|并且|並且|但是|因为|因為|所以|已经|已經)\1/g;
/** Shorter paragraphs may be repeated on purpose: a refrain, a line of a dialogue. */
const SHORTEST_PARAGRAPH = 30;

/** Something that is there twice: a punctuation mark, a word, a paragraph. */
export const charRepeat: RecordRule = {
  code: 'char.repeat',
  severity: 'info',
  needs: { text: [TEXT.doubled, TEXT.address], tree: TREE.alike },
  *check(record) {
    const plain = plainText(record);
    const { text } = plain;
    for (const { index, 0: printed } of text.matchAll(DOUBLED_MARKS)) {
      if (isDoubled(text, index, printed)) yield finding(plain, index, printed, message('char.repeat', { printed }));
    }
    for (const { index, 0: printed } of text.matchAll(DOUBLED_WORDS)) {
      const word = printed.slice(printed.length / 2);
      yield finding(plain, index, printed, message('char.repeat.word', { word }));
    }
    yield* doubledParagraphs(plain, unitsOf(record, plain));
  },
};

function isDoubled(text: string, start: number, marks: string): boolean {
  // 。。。 is an ellipsis: `char.ellipsis`.
  if (/^。{3,}$/.test(marks)) return false;
  return isChinese(text.charAt(start - 1)) && !/[A-Za-z0-9/\\]/.test(text.charAt(start + marks.length));
}

function finding(plain: PlainText, start: number, printed: string, words: Message): Finding {
  return { span: printedSpan(plain, start, start + printed.length), message: words };
}

function* doubledParagraphs(plain: PlainText, units: readonly Unit[]): Iterable<Finding> {
  const first = new Map<string, Unit>();
  for (const unit of units) {
    if (!isProse(unit)) continue;
    const words = unit.pieces.map(({ start, end }) => plain.text.slice(start, end).replace(/\s/g, '')).join('');
    if (words.length < SHORTEST_PARAGRAPH) continue;
    const before = first.get(words);
    if (!before) {
      first.set(words, unit);
      continue;
    }
    yield {
      span: wholeOf(plain, unit),
      message: message('char.repeat.paragraph'),
      related: [{ span: wholeOf(plain, before), message: message('char.repeat.related') }],
    };
  }
}

function wholeOf(plain: PlainText, { pieces }: Unit) {
  return printedSpan(plain, pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0);
}
