import type { Tag } from '../../markup/syntax.ts';
import { isFieldUse, type TagDefinition } from '../../markup/vocabulary.ts';
import { lineBreakOf, lineEnd } from '../../rules/lines.ts';
import { tagText } from '../../rules/tags.ts';
import { message } from '../../text/messages.ts';
import { type Span, shifted, spanOf } from '../../text/span.ts';
import { trimEnd } from '../../text/trim.ts';
import { type Halves, halvesAround } from './halves.ts';
import { agreement, type CompletionItem, filterTextOf, type Insertion } from './item.ts';
import { closedBracket, type Place } from './place.ts';
import { missingFields } from './missingFields.ts';
import { tagWritings } from './tagWritings.ts';
import { likelyValues } from './values.ts';

/** A tag that is being typed. Spans count in the record. */
export interface TypedTag {
  readonly span: Span;
  readonly text: string;
  readonly isClosing: boolean;
  /** Code, name or reading, or the beginning of it. */
  readonly query: string;
}

/**
 * 〖, 〖b, 〖-标 up to the caret; `undefined` where no bracket was opened, or what follows it is no tag. 【 is what many input methods have
 * on the key.
 */
export function typedTag(place: Place): TypedTag | undefined {
  const { at, before } = place;
  const match = /[〖【]([-－]?)([^\s〖〗【】-]{0,14})$/u.exec(before);
  if (!match) return undefined;
  const [text, mark = '', query = ''] = match;
  const span = spanOf(at - text.length, at + closedBracket(place, '〗'));
  return isWhole(place, span) ? undefined : { span, text, isClosing: mark !== '', query };
}

/** Whether a tag goes on behind the caret, or is what it should be and has its other half: it is only looked at. */
function isWhole({ record: { markup }, vocabulary }: Place, { start, end }: Span): boolean {
  const index = markup.tags.findIndex((tag) => tag.start === start);
  const tag = markup.tags[index];
  if (tag && tag.end > end) return true;
  if (!tag || tag.defects.length > 0 || tag.name !== (vocabulary.byCode.get(tag.code)?.name ?? tag.name)) return false;
  return markup.partner[index] !== -1;
}

/** The tags that may be meant by what has been typed behind 〖. */
export function tagItems(place: Place, typed: TypedTag): CompletionItem[] {
  const halves = halvesAround(place.record.markup.tags, typed.span, place.vocabulary);
  const closing = closingItems(place, halves, typed);
  return typed.isClosing ? closing : [...closing, ...openingItems(place, halves, typed)];
}

/** Fields by their code or name without a bracket, on an empty line where a field may stand. */
export function fieldItems(place: Place): CompletionItem[] {
  const [, , query] = /^(\s*)([A-Za-z]{0,10}|\p{Script=Han}{1,4})$/u.exec(place.before) ?? [];
  if (query === undefined || place.behind.trim() !== '') return [];
  const span = spanOf(place.at - query.length, place.at);
  const halves = halvesAround(place.record.markup.tags, span, place.vocabulary);
  const isInside = [...halves.unclosed, ...halves.enclosing].some(({ code }) => isField(place, code));
  return isInside ? [] : openingItems(place, halves, { span, text: query, isClosing: false, query }, isField);
}

function isField({ vocabulary }: Place, code: string): boolean {
  return isFieldUse(vocabulary.byCode.get(code)?.use ?? 'inline');
}

function closingItems(place: Place, { unclosed }: Halves, typed: TypedTag): CompletionItem[] {
  const codes = new Set<string>();
  return unclosed.flatMap(({ code, name }): CompletionItem[] => {
    const definition = place.vocabulary.byCode.get(code);
    if (codes.has(code) || !definition || agreement(typed.query, tagWritings(definition)) === undefined) return [];
    codes.add(code);
    return [
      {
        kind: 'closing-tag',
        label: `-${code}/${name}`,
        detail: place.context.say(message('completion.closing')),
        filterText: filterTextOf(typed.text, tagText('close', code, definition.name)),
        span: shifted(typed.span, place.start),
        insertion: { before: tagText('close', code, definition.name), after: '' },
        code,
      },
    ];
  });
}

/** Those that may stand here: in a field what belongs into its text, elsewhere the fields, the missing ones in their order first. */
function openingItems(
  place: Place,
  halves: Halves,
  typed: TypedTag,
  isWanted: (place: Place, code: string) => boolean = () => true,
): CompletionItem[] {
  const { vocabulary } = place;
  const { missing, present } = missingFields(place, typed.span);
  const inline = vocabulary.definitions.filter(({ use }) => !isFieldUse(use));
  const open = [...halves.unclosed, ...halves.enclosing].filter(({ code }) => isField(place, code));
  const startsLine = place.before.slice(0, place.before.length - typed.text.length).trim() === '';
  const isInBody = open.every(({ code }) => vocabulary.byCode.get(code)?.use === 'body');
  const mayBeField = open.length === 0 || (startsLine && isInBody && halves.unclosed.length > 0);
  const fields = [...missing, ...present];
  const offered = !mayBeField
    ? inline
    : startsLine && open.length === 0
      ? [...fields, ...inline]
      : [...inline, ...fields];
  const ranked = offered.flatMap((definition) => {
    const rank = isWanted(place, definition.code) ? agreement(typed.query, tagWritings(definition)) : undefined;
    return rank === undefined ? [] : [{ definition, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ definition }) => itemsFor(place, halves, typed, definition, missing.includes(definition)));
}

function itemsFor(
  place: Place,
  halves: Halves,
  typed: TypedTag,
  definition: TagDefinition,
  isMissing: boolean,
): CompletionItem[] {
  const { say } = place.context;
  const { code, name, use } = definition;
  const opening = tagText('open', code, name);
  const item = (insertion: Insertion, more: Partial<CompletionItem>): CompletionItem => ({
    kind: isFieldUse(use) ? 'field' : 'inline-tag',
    label: `${code}/${name}`,
    filterText: filterTextOf(typed.text, opening),
    span: shifted(typed.span, place.start),
    insertion,
    code,
    ...more,
  });
  const alone = { before: opening, after: '' };
  if (use === 'alone') return [item(alone, {})];
  if (use === 'inline-or-alone') {
    return [
      item({ ...pairOf(definition), leavable: true }, {}),
      item(alone, { detail: say(message('completion.alone')) }),
    ];
  }
  if (halves.unopened.some((tag) => tag.code === code && isNear(place, tag.start, use))) return [item(alone, {})];
  const enclosed = isFieldUse(use) ? enclosing(place, typed, definition) : undefined;
  const detail = isMissing ? { detail: say(message('completion.missing')) } : {};
  if (enclosed) return [item({ ...alone, ...enclosed.insertion }, { ...detail, more: enclosed.closing })];
  if (use === 'body') return [item(bodyPair(place, definition), detail)];
  const values = isMissing ? likelyValues(place, definition) : [];
  const [best] = values;
  return [
    item(
      { ...pairOf(definition), ...(best !== undefined && { values }), leavable: true },
      best === undefined ? detail : { detail: best },
    ),
  ];
}

/** The body may end anywhere behind; any other field ends on the line. */
function isNear({ at, behind }: Place, start: number, use: TagDefinition['use']): boolean {
  return use === 'body' || start <= at + behind.length;
}

function pairOf({ code, name }: TagDefinition): Insertion {
  return { before: tagText('open', code, name), after: tagText('close', code, name) };
}

/** That of the archive's paragraphs. */
const INDENTATION = '    ';

function bodyPair({ record }: Place, { code, name }: TagDefinition): Insertion {
  const lineBreak = lineBreakOf(record);
  return {
    before: tagText('open', code, name) + lineBreak + INDENTATION,
    after: lineBreak + tagText('close', code, name),
  };
}

/**
 * Where text stands behind the caret that has no tags yet, it is what the field holds: the rest of the line, or as the body the rest of
 * the record.
 */
function enclosing(
  place: Place,
  typed: TypedTag,
  { code, name, use }: TagDefinition,
): { readonly insertion: Partial<Insertion>; readonly closing: NonNullable<CompletionItem['more']> } | undefined {
  const { record, start, at, before } = place;
  if (before.slice(0, before.length - typed.text.length).trim() !== '') return undefined;
  const { text } = record;
  const ownLine = lineEnd(record, at);
  const limit = use === 'body' ? text.length : ownLine;
  const from = typed.span.end;
  const to = trimEnd(text, from, limit);
  const isBody = use === 'body';
  // The body's text may have tags of its own, but another field is none of it.
  const isOther = (tag: Tag) => from <= tag.start && tag.start < to && (!isBody || isField(place, tag.code));
  if (to === from || record.markup.tags.some(isOther)) return undefined;
  const lineBreak = lineBreakOf(record);
  const isOwnLine = text.slice(from, ownLine).trim() === '';
  return {
    insertion: isBody && !isOwnLine ? { before: tagText('open', code, name) + lineBreak } : {},
    closing: {
      span: shifted(spanOf(to, to), start),
      newText: (isBody ? lineBreak : '') + tagText('close', code, name),
    },
  };
}
