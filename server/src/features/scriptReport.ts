import { type Document, documentText, positionAt } from '../statement/document.ts';
import { message, type Say } from '../text/messages.ts';
import type { ScriptChoice, ScriptConversion } from './convertScript.ts';
import { bold, escapeMarkdown, placeLink } from './markdown.ts';

/** Places that are listed of one choice; the editor finds the others. */
const MOST_PLACES = 12;
const AROUND = 8;

/** What a conversion had to choose, as a page of Markdown whose links lead to the places in the text as it was before. */
export function scriptReport(
  { uri, document, name }: { readonly uri: string; readonly document: Document; readonly name: string },
  { choices, words }: Pick<ScriptConversion, 'choices' | 'words'>,
  say: Say,
): string {
  const head = `# ${escapeMarkdown(say(message('scripts.report.title', { name })))}\n\n`;
  const parts = [
    ...(words.length > 0 ? [wordsPart(words, say)] : []),
    choices.length > 0 ? choicesPart(uri, document, choices, say) : say(message('scripts.report.none')),
  ];
  return `${head}${parts.join('\n\n')}\n`;
}

function wordsPart(words: ScriptConversion['words'], say: Say): string {
  const lines = words.map(({ from, to, count }) =>
    escapeMarkdown(say(message('scripts.report.word', { from, to, count }))),
  );
  return [say(message('scripts.report.words')), '', ...lines.map((line) => `- ${line}`)].join('\n');
}

function choicesPart(uri: string, document: Document, choices: readonly ScriptChoice[], say: Say): string {
  const parts = choices.map(({ character, chosen, others, offsets }) => {
    const title = say(
      message('scripts.report.choice', { character, chosen, others: others.join('、'), count: offsets.length }),
    );
    const places = offsets.slice(0, MOST_PLACES).map((offset) => `- ${place(uri, document, offset, say)}`);
    const rest = offsets.length - places.length;
    const more = rest > 0 ? [`- ${say(message('scripts.report.more', { count: rest }))}`] : [];
    return [`## ${escapeMarkdown(title)}`, '', ...places, ...more].join('\n');
  });
  return [say(message('scripts.report.intro')), ...parts].join('\n\n');
}

function place(uri: string, document: Document, offset: number, say: Say): string {
  const { line, character } = positionAt(document, offset);
  const text = (start: number, end: number) => documentText(document, { start: Math.max(0, start), end });
  const size = String.fromCodePoint(text(offset, offset + 2).codePointAt(0) ?? 0).length;
  const before = /[^\r\n]*$/.exec(text(offset - AROUND, offset))?.[0] ?? '';
  const behind = /^[^\r\n]*/.exec(text(offset + size, offset + size + AROUND))?.[0] ?? '';
  const link = placeLink(say(message('scripts.report.line', { line: line + 1 })), uri, line + 1, character + 1);
  return `${link} ${escapeMarkdown(before)}${bold(text(offset, offset + size))}${escapeMarkdown(behind)}`;
}
