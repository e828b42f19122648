import { endsSentence } from '../text/characters.ts';
import { endsPreamble } from './furniture.ts';
import type { Marker } from './markers.ts';
import type { Paragraph } from './paragraphs.ts';
import { type NodeKind, type Numeral, TreeNode } from './tree.ts';

interface Level {
  readonly styles: Set<string>;
  readonly node: TreeNode;
  /** What lies below the node so far. */
  readonly children: TreeNode[];
  readonly value: number;
  readonly list: TreeNode[];
}

/** The level at which a kind of numeral was last seen, open or not. */
interface Seen {
  readonly level: Level;
  readonly depth: number;
}

export interface Sections {
  readonly nodes: readonly TreeNode[];
  /** A list without parent belongs to the body itself. */
  readonly lists: readonly { readonly parent: TreeNode | undefined; readonly members: readonly TreeNode[] }[];
}

/**
 * The tree of a body's paragraphs. A kind of numeral seen for the first time opens a level below the one it is found
 * in; seen again, it carries on its own. So 一 may be a section here and an item there.
 */
export function sectionsOf(text: string, paragraphs: readonly Paragraph[]): Sections {
  const nodes: TreeNode[] = [];
  const lists: { parent: TreeNode | undefined; members: TreeNode[] }[] = [];
  const levels: Level[] = [];
  const latest = new Map<string, Seen>();
  const bullets = unmarkedBullets(text, paragraphs);
  const preambleEnd = preambleLength(text, paragraphs);

  if (preambleEnd > 0) nodes.push(preambleOf(paragraphs.slice(0, preambleEnd)));
  for (let index = preambleEnd; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index];
    if (!paragraph) continue;
    const { marker } = paragraph;
    if (!marker) {
      const kind = paragraph.isBullet || bullets.has(index) ? 'bullet' : 'paragraph';
      place(levels, nodes, leaf(kind, paragraph));
      continue;
    }
    const { style, value } = marker.numeral;
    const earlier = latest.get(style);
    const depth = levelOf(levels, earlier, marker, paragraphs, index, text);
    const same =
      levels[depth] ?? (earlier?.depth === depth && goesOnElsewhere(earlier.level, marker) ? earlier.level : undefined);
    close(levels, depth);
    const parent = levels.at(-1)?.node;
    const node = numberedNode(depth === 0 ? 'section' : 'item', paragraph, marker);
    place(levels, nodes, node);
    const restarts = same !== undefined && value === 1 && startsAnew(text, paragraphs, index, same.value);
    const list = same && !restarts ? same.list : [];
    if (list.length === 0) lists.push({ parent, members: list });
    list.push(node);
    const styles = same?.styles ?? new Set<string>();
    styles.add(style);
    const level = { styles, node, children: [], value, list };
    levels.push(level);
    latest.set(style, { level, depth });
  }
  close(levels, 0);
  return { nodes, lists };
}

function preambleOf(paragraphs: readonly Paragraph[]): TreeNode {
  const children = paragraphs.map((paragraph) => leaf(paragraph.isBullet ? 'bullet' : 'paragraph', paragraph));
  const [first] = children;
  const start = first?.start ?? 0;
  const end = children.at(-1)?.end ?? start;
  const node = new TreeNode('preamble', start, end, first?.selectionStart ?? start, first?.selectionEnd ?? end);
  node.children = children;
  return node;
}

/** Ends the levels from `depth` on: nothing more comes below their nodes. */
function close(levels: Level[], depth: number): void {
  for (let at = depth; at < levels.length; at++) {
    const level = levels[at];
    // A copy has no room to grow, which many small arrays would waste memory on.
    if (level && level.children.length > 0) level.node.children = level.children.slice();
  }
  levels.length = depth;
}

/** Whether a list goes on under another parent: the articles of a treaty are numbered through its chapters. */
function goesOnElsewhere({ value }: Level, { numeral }: Marker): boolean {
  return numeral.value === value + 1 || (numeral.style === 'article' && numeral.value > 1);
}

/** Longer paragraphs are no headings. */
const LONGEST_HEADING = 30;

/** Whether a 1 where the list has come to `last` begins another one: a 2 follows, or a heading or a colon leads in to it. */
function startsAnew(text: string, paragraphs: readonly Paragraph[], index: number, last: number): boolean {
  const next = nextOfStyle(paragraphs, index)?.value;
  if (last > 1 && next === 2) return true;
  const before = paragraphs[index - 1];
  // What follows carries on the old list: then this is the slip.
  if (!before || before.marker || before.isBullet || next === last + 2) return false;
  const isHeading = before.end - before.start <= LONGEST_HEADING && !endsWithStop(text, before);
  return isHeading || endsWithColon(text, before);
}

/** The depth that a marker belongs to: that of its kind where it is open, else one deeper, or a list that it carries on. */
function levelOf(
  levels: readonly Level[],
  earlier: Seen | undefined,
  { numeral: { style, value } }: Marker,
  paragraphs: readonly Paragraph[],
  index: number,
  text: string,
): number {
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    if (levels[depth]?.styles.has(style)) return depth;
  }
  if (earlier?.depth === levels.length) return levels.length;
  if (value > 1) {
    // 九、 and then 10. : the list goes on in another dress.
    for (let depth = levels.length - 1; depth >= 0; depth--) {
      if (levels[depth]?.value === value - 1) return depth;
    }
    // 一、 3. 三、 : a member in another dress and with a wrong number; the member behind it tells.
    const next = paragraphs.slice(index + 1, index + HORIZON).find((paragraph) => paragraph.marker)?.marker?.numeral;
    const depth = levels.findIndex((level) => next && level.styles.has(next.style) && level.value === next.value - 2);
    return depth === -1 ? levels.length : depth;
  }
  // Converters restyle to digits.
  if (!style.startsWith('digit-')) return levels.length;
  const top = levels.at(-1);
  const before = paragraphs[index - 1];
  // One item alone is no list: where nothing leads in to it, a converter has restyled the next member.
  const isAlone = nextOfStyle(paragraphs, index)?.value !== 2;
  const leadsIn = before !== undefined && (before.textStart >= before.end || endsWithColon(text, before));
  return top && top.list.length > 1 && isAlone && !leadsIn ? levels.length - 1 : levels.length;
}

/** How many paragraphs ahead the second member of a list is looked for. */
const HORIZON = 200;

/** The next numeral of the same kind as that of paragraph `index`. */
function nextOfStyle(paragraphs: readonly Paragraph[], index: number): Numeral | undefined {
  const style = paragraphs[index]?.marker?.numeral.style;
  const limit = Math.min(paragraphs.length, index + HORIZON);
  for (let next = index + 1; next < limit; next++) {
    const numeral = paragraphs[next]?.marker?.numeral;
    if (numeral?.style === style) return numeral;
  }
  return undefined;
}

function place(levels: readonly Level[], nodes: TreeNode[], node: TreeNode): void {
  for (const { node: around } of levels) if (around.end < node.end) around.end = node.end;
  (levels.at(-1)?.children ?? nodes).push(node);
}

function leaf(kind: NodeKind, paragraph: Paragraph): TreeNode {
  const { start, end, textStart, pieces } = paragraph;
  const hasText = textStart < end;
  return nodeOf(kind, paragraph, hasText ? textStart : start, pieces?.[0]?.end ?? end);
}

function numberedNode(kind: NodeKind, paragraph: Paragraph, { numeral, span }: Marker): TreeNode {
  const node = nodeOf(kind, paragraph, span.start, span.end);
  node.numeral = numeral;
  return node;
}

function nodeOf(kind: NodeKind, paragraph: Paragraph, selectionStart: number, selectionEnd: number): TreeNode {
  const { start, end, textStart, pieces } = paragraph;
  const hasText = textStart < end;
  const node = hasText
    ? new TreeNode(kind, start, end, selectionStart, selectionEnd, textStart, end)
    : new TreeNode(kind, start, end, selectionStart, selectionEnd);
  node.severalPieces = pieces;
  return node;
}

/**
 * How many paragraphs come before what the statement says: all before the first number, or where nothing is numbered,
 * those up to 声明如下：
 */
function preambleLength(text: string, paragraphs: readonly Paragraph[]): number {
  const numbered = paragraphs.findIndex((paragraph) => paragraph.marker !== undefined);
  if (numbered !== -1) return numbered;
  return paragraphs.slice(0, 8).findIndex(({ start, end }) => endsPreamble(text.slice(start, end))) + 1;
}

/**
 * Members of lists that have neither number nor bullet: behind a paragraph that ends with a colon, at least two that
 * end with semicolons and the one that ends the sentence.
 */
function unmarkedBullets(text: string, paragraphs: readonly Paragraph[]): ReadonlySet<number> {
  let bullets = NO_BULLETS;
  for (let lead = 0; lead < paragraphs.length; lead++) {
    const leading = paragraphs[lead];
    if (!leading || !endsWithColon(text, leading)) continue;
    let at = lead + 1;
    while (isPlain(paragraphs[at]) && lastCharacter(text, paragraphs[at]) === '；') at++;
    const ends = isPlain(paragraphs[at]) && endsWithStop(text, paragraphs[at]);
    if (at - lead <= 2 || !ends) continue;
    if (bullets === NO_BULLETS) bullets = new Set();
    for (let member = lead + 1; member <= at; member++) bullets.add(member);
    lead = at;
  }
  return bullets;
}

/** Shared by the records without such lists, and never added to. */
const NO_BULLETS = new Set<number>();

function isPlain(paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && !paragraph.marker && !paragraph.isBullet && !paragraph.isHeading;
}

function lastCharacter(text: string, paragraph: Paragraph | undefined): string {
  const last = paragraph ? text.charAt(paragraph.end - 1) : '';
  return last === ';' ? '；' : last;
}

function endsWithColon(text: string, { end }: Paragraph): boolean {
  const last = text.charCodeAt(end - 1);
  return last === FULL_COLON || last === COLON;
}

const FULL_COLON = '：'.charCodeAt(0);
const COLON = ':'.charCodeAt(0);

function endsWithStop(text: string, paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && endsSentence(text, paragraph.start, paragraph.end);
}
