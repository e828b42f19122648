import type { RecordTree } from '../statement/tree.ts';
import type { Edit } from '../text/edits.ts';
import { isLineBreak } from '../text/lines.ts';
import { message } from '../text/messages.ts';
import { overlaps, type Span } from '../text/span.ts';
import { skipWhite } from '../text/trim.ts';
import { decodeEntity, ENTITY } from './entities.ts';
import { lineBreakOf, lineEnd, lineStart } from './lines.ts';
import type { Finding, RecordRule } from './rule.ts';
import { boilerplateSpans } from './structureBoilerplate.ts';
import { TEXT } from './traces.ts';

/** What Markdown, HTML or typesetting left in the text: headings, links, bold type, tags, entities, <img=522b0201aa>. */
export const structureResidue: RecordRule = {
  code: 'structure.residue',
  severity: 'warning',
  needs: { text: [TEXT.residue] },
  *check(record) {
    // Lines that go as a whole need no cleaning.
    const covered = boilerplateSpans(record);
    let next = 0;
    for (const residue of residues(record)) {
      while ((covered[next]?.end ?? Number.POSITIVE_INFINITY) <= residue.span.start) next++;
      const cover = covered[next];
      if (cover && overlaps(cover, residue.span)) continue;
      yield findingOf(record, residue);
    }
  },
};

type Kind = 'heading' | 'bold' | 'link' | 'image' | 'tag' | 'entity' | 'escape';

interface Residue {
  readonly kind: Kind;
  readonly span: Span;
  readonly edits: readonly Edit[];
}

const TAG_NAMES =
  'p|br|hr|div|span|b|i|u|s|em|strong|font|a|img|image|table|thead|tbody|tr|td|th|ul|ol|li|dl|dt|dd|h[1-6]|center|sup|sub|small|big|strike|del|ins|blockquote|pre|code|section|article|header|footer|figure|figcaption|iframe|video|embed|object|param|input|form|label|button|script|style|link|meta|html|head|body|title|o:p|st1:[a-z]+';
/** A tag by name, with attributes; a comment; <img=522b0201aa> and <KG1> of typesetting; not 〈〉, nor a<b of a formula. */
const TAG = `<\\/?(?:${TAG_NAMES})(?:[\\s/=][^<>\\r\\n]{0,500})?>|<!--[^<>]{0,500}-->|<\\/?[A-Za-z][A-Za-z0-9_=.-]{0,40}>`;
const URL = `(?:https?:|mailto:|javascript:|#|\\.{0,2}\\/|www\\.)[^\\s()\\u3400-\\u9fff]{0,600}(?:\\([^\\s()]{0,100}\\)[^\\s()]{0,200})?|[^\\s()\\u3400-\\u9fff]{1,200}\\.(?:html?|shtml|php|aspx?|jpe?g|png|gif|pdf|docx?)`;
const RESIDUE = new RegExp(
  [
    `(?<image>!\\[(?<alt>[^\\[\\]\\r\\n]{0,300})\\]\\((?:${URL})?(?:\\s+"[^"\\r\\n]{0,200}")?\\))`,
    `(?<link>\\[(?<label>[^\\[\\]\\r\\n]{1,300})\\]\\((?:${URL})(?:\\s+"[^"\\r\\n]{0,200}")?\\))`,
    `(?<heading>(?<=^[ \\t\\u3000\\ufeff]{0,8})#{1,6}[ \\t]+(?=[^\\s#]))`,
    `(?<bold>\\*\\*(?=[^\\s*])[^*\\r\\n]{1,2000}(?<=[^\\s*])\\*\\*)`,
    `(?<tag>(?:${TAG}){1,20})`,
    `(?<entity>(?:${ENTITY}){1,20})`,
    `(?<escape>\\\\[_*#\\[\\]~\`>])`,
  ].join('|'),
  'gimu',
);
/** A page begins a new line at each of these. */
const BREAKING = /<\/?(?:p|br|hr|div|tr|li|h[1-6]|blockquote|section|article|table|ul|ol)\b/i;
const BOLD_MARK = 2;

function* residues(record: RecordTree): Generator<Residue> {
  const { text } = record;
  RESIDUE.lastIndex = 0;
  for (const { 0: printed, index, groups = {} } of text.matchAll(RESIDUE)) {
    const span = { start: index, end: index + printed.length };
    const kind = (Object.keys(groups) as Kind[]).find((name) => name in TITLES && groups[name] !== undefined);
    if (!kind) continue;
    switch (kind) {
      case 'image':
      case 'link': {
        const words = groups[kind === 'image' ? 'alt' : 'label'] ?? '';
        const from = span.start + printed.indexOf('[') + 1;
        const before = { span: { start: span.start, end: from }, newText: '' };
        yield { kind, span, edits: [before, { span: { start: from + words.length, end: span.end }, newText: '' }] };
        break;
      }
      case 'bold': {
        const opening = { start: span.start, end: span.start + BOLD_MARK };
        const closing = { start: span.end - BOLD_MARK, end: span.end };
        yield { kind, span, edits: [opening, closing].map((mark) => ({ span: mark, newText: '' })) };
        break;
      }
      case 'tag':
        yield { kind, span, edits: [{ span, newText: BREAKING.test(printed) ? lineBreakFor(record, span) : '' }] };
        break;
      case 'entity': {
        const decoded = decodeAll(printed);
        if (decoded !== undefined) yield { kind, span, edits: [{ span, newText: decoded }] };
        break;
      }
      case 'escape':
        yield { kind, span, edits: [{ span: { start: span.start, end: span.start + 1 }, newText: '' }] };
        break;
      case 'heading':
        yield { kind, span, edits: [{ span, newText: '' }] };
    }
  }
}

const TITLES = {
  heading: 'structure.residue.heading',
  bold: 'structure.residue.bold',
  link: 'structure.residue.link',
  image: 'structure.residue.image',
  tag: 'structure.residue.tag',
  entity: 'structure.residue.entity',
  escape: 'structure.residue.escape',
} as const;
const QUOTED = 24;

function findingOf({ text }: RecordTree, { kind, span, edits }: Residue): Finding {
  const whole = text.slice(span.start, span.end).trim();
  const printed = whole.length > QUOTED ? `${whole.slice(0, QUOTED)}…` : whole;
  const decoded = kind === 'entity' ? (edits[0]?.newText ?? '') : '';
  return {
    span,
    message: message(TITLES[kind], { printed }),
    fixes: [
      {
        title: decoded.trim()
          ? message('structure.residue.fix.entity', { printed, decoded })
          : message('structure.residue.fix', { printed }),
        safe: false,
        edits,
      },
    ],
  };
}

function decodeAll(entities: string): string | undefined {
  const decoded = (entities.match(new RegExp(ENTITY, 'gi')) ?? []).map(decodeEntity);
  return decoded.every((one) => one !== undefined) ? decoded.join('') : undefined;
}

/** A break, with the indentation of the line, where a tag that breaks the line has text on both sides. */
function lineBreakFor(record: RecordTree, { start, end }: Span): string {
  const { text } = record;
  const from = lineStart(record, start);
  const to = lineEnd(record, end);
  const first = skipWhite(text, from, start);
  const next = skipWhite(text, end, to);
  if (first === start || next === to || isLineBreak(text.charCodeAt(next))) return '';
  return lineBreakOf(record) + text.slice(from, first);
}
