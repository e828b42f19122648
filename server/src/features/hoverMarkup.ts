import type { Tag } from '../markup/syntax.ts';
import type { TagDefinition, Vocabulary } from '../markup/vocabulary.ts';
import { parseDate } from '../statement/dates.ts';
import { type Document, recordAt } from '../statement/document.ts';
import { type Message, type MessageId, message } from '../text/messages.ts';
import { shifted, touches } from '../text/span.ts';
import { dayInWords } from './calendar.ts';
import type { FeatureContext } from './context.ts';
import type { Hover } from './hover.ts';
import { escapeMarkdown } from './markdown.ts';
import { valueSpan, valueText } from './recordFields.ts';
import { tagAt } from './tags.ts';

/** What the field means. */
const MEANINGS: Readonly<Record<string, MessageId>> = {
  ZQ: 'hover.tag.ZQ',
  RQ: 'hover.tag.RQ',
  BH: 'hover.tag.BH',
  TH: 'hover.tag.TH',
  YT: 'hover.tag.YT',
  BT: 'hover.tag.BT',
  FT: 'hover.tag.FT',
  ZZ: 'hover.tag.ZZ',
  BM: 'hover.tag.BM',
  TC: 'hover.tag.TC',
  ZW: 'hover.tag.ZW',
  HH: 'hover.tag.HH',
  JZ: 'hover.tag.JZ',
  ZI: 'hover.tag.ZI',
};

/** On a tag, or on a value that says more than it shows: what the field is, what it must hold, what this value says. */
export function hoverMarkup(
  context: FeatureContext,
  uri: string,
  document: Document,
  offset: number,
): Hover | undefined {
  const vocabulary = context.vocabularyOf(uri);
  const { record, start } = recordAt(document, offset);
  const at = offset - start;
  const tag = tagAt(record, at)?.tag;
  const field = record.markup.fields.find((candidate) => touches(candidate, at));
  const value = field ? valueText(record, field) : '';
  if (tag) {
    const own = field?.code === tag.code ? value : '';
    return { markdown: describeTag(context, vocabulary, tag.code, tag, own), span: shifted(tag, start) };
  }
  // A title or a body is read for its own sake; there the topic is what is asked for.
  if (!field?.definition || !isCoded(field.definition)) return undefined;
  const span = shifted(valueSpan(record, field), start);
  return { markdown: describeTag(context, vocabulary, field.code, undefined, value), span };
}

function isCoded({ value }: TagDefinition): boolean {
  return value === 'issue' || value === 'date' || value === 'page' || value === 'item' || value === 'people';
}

/**
 * What a tag stands for, as Markdown.
 *
 * @param tag as printed, for one that is not known
 * @param value what the field holds, where that says more than it shows
 */
export function describeTag(
  { say, locale }: Pick<FeatureContext, 'say' | 'locale'>,
  vocabulary: Vocabulary,
  code: string,
  tag?: Tag,
  value = '',
): string {
  const definition = vocabulary.byCode.get(code);
  if (!definition) return say(message('hover.tag.unknown', { code: escapeMarkdown(code || (tag?.name ?? '')) }));
  const meaning = MEANINGS[code] ?? 'hover.tag.workspace';
  const mustBe = say(message(`hover.value.${definition.value}`));
  const required = definition.required ? say(message('hover.required')) : '';
  const says = value && readValue(definition, value);
  return [
    `**${escapeMarkdown(definition.name)}** \`${definition.code}\``,
    say(message(meaning)),
    [definition.use === 'alone' ? '' : mustBe, required].filter(Boolean).join(' '),
    says ? say(says) : '',
  ]
    .filter(Boolean)
    .join('\n\n');

  function readValue({ value: kind }: TagDefinition, text: string): Message | undefined {
    const day = kind === 'date' ? parseDate(text) : undefined;
    if (day) return message('hover.says.date', { value: escapeMarkdown(text), day: dayInWords(day, locale) });
    if (kind === 'date') return message('hover.says.noDate', { value: escapeMarkdown(text) });
    if (kind === 'people') return message('hover.says.people', { count: text.split(/[\s\u3000]+/).length });
    if (!/^\d{1,9}$/.test(text)) return undefined;
    const number = Number(text);
    if (kind === 'issue') return message('hover.says.issue', { number });
    if (kind === 'page') return message('hover.says.page', { number });
    if (kind === 'item') return message('hover.says.item', { number });
    return undefined;
  }
}
