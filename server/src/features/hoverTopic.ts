import { byDate } from '../corpus/byDate.ts';
import { sameTopic } from '../corpus/sameTopic.ts';
import { positionAt } from '../statement/document.ts';
import { message } from '../text/messages.ts';
import type { FeatureContext } from './context.ts';
import { excerptMarkdown } from './excerpt.ts';
import type { Hover } from './hover.ts';
import { escapeMarkdown, placeLink } from './markdown.ts';
import { type TopicStatement, statementsOf } from './topicStatements.ts';
import { cut, onOneLine, openingWords } from './wording.ts';

const MOST_STATEMENTS = 6;
const LONGEST_TITLE = 40;
const LONGEST_NUMERAL = 4;

/** What the other statements say on what the caret is on: the best passage of each, in the order of their dates. */
export function hoverTopic(context: FeatureContext, uri: string, offset: number): Hover | undefined {
  const { say, indexing } = context;
  const answer = sameTopic(context, uri, { start: offset, end: offset });
  if (!answer) return undefined;
  const note = indexing ? [`*${say(message('hover.indexing'))}*`] : [];
  const { query, passages } = answer;
  if (passages.length === 0 && note.length === 0) return undefined;

  const statements = statementsOf(context, passages);
  const shown = statements.slice(0, MOST_STATEMENTS).sort((a, b) => byDate(a.best.statement, b.best.statement));
  const topic = escapeMarkdown(query.topic?.label ?? openingWords(afterNumeral(query.text)));
  const rest = statements.length - shown.length;
  const head =
    statements.length > 0
      ? message('hover.topic', { topic: `**${topic}**`, statements: statements.length, passages: passages.length })
      : message('hover.topicNone', { topic: `**${topic}**` });
  const lines = [
    say(head),
    ...shown.map((statement) => statementMarkdown(context, statement)),
    ...(rest > 0 ? [say(message('hover.moreStatements', { count: rest }))] : []),
    ...note,
  ];
  return { markdown: lines.join('\n\n'), span: query.span, statements: statements.length };
}

function statementMarkdown({ say }: FeatureContext, { best, document, count }: TopicStatement): string {
  const { statement, section, uri, span, marks } = best;
  const { line, character } = positionAt(document, marks[0]?.start ?? span.start);
  const title = shortened(onOneLine(statement.title)) || say(message('hover.untitled'));
  const heading = [statement.date, title].filter(Boolean).join(' ');
  const place = section ? ` · ${escapeMarkdown(section)}` : '';
  const more = count > 1 ? ` · ${say(message('hover.morePassages', { count: count - 1 }))}` : '';
  return `${placeLink(heading, uri, line + 1, character + 1)}${place}${more}  \n${excerptMarkdown(document, span, marks)}`;
}

function shortened(title: string): string {
  return title.length > LONGEST_TITLE ? `${cut(title, LONGEST_TITLE)}…` : title;
}

/** A section is pointed at by its numeral, which may stand alone on its line and says nothing of the topic. */
function afterNumeral(text: string): string {
  const [first = '', ...rest] = text.split(/[\r\n]+/);
  return first.trim().length <= LONGEST_NUMERAL && rest.length > 0 ? rest.join('\n') : text;
}
