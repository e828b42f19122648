import { isEdge } from './signs.ts';

/** What a quotation mark does where it stands, whichever way it is turned. */
export interface QuoteRoles {
  /** For each mark, whether it opens. */
  readonly opens: readonly boolean[];
  /** Indexes of those that are turned the other way. */
  readonly turned: readonly number[];
}

/**
 * What the marks of one kind in one paragraph do. They open and close in turn; a mark that does not is turned the wrong
 * way where the number of those left says that none is missing, or where what stands beside it leaves no other reading.
 */
export function quoteRoles(text: string, offsets: readonly number[], opening: string): QuoteRoles {
  const isOpening = offsets.map((at) => text.charAt(at) === opening);
  const opens: boolean[] = [];
  const turned: number[] = [];
  let depth = 0;
  const others = opening === '“' ? '‘’' : '“”';
  let from = offsets[0] ?? 0;
  // Marks of the other kind that are open inside the present quotation.
  let othersOpen = 0;
  for (const [index, at] of offsets.entries()) {
    for (; from < at; from++) {
      const place = others.indexOf(text.charAt(from));
      if (place !== -1) othersOpen = Math.max(0, othersOpen + (place === 0 ? 1 : -1));
    }
    const isLast = (offsets.length - index) % 2 === 1;
    let role = isOpening[index] ?? true;
    if (role && depth > 0) {
      // Quotations inside quotations are sometimes printed with the same marks.
      const isInner = othersOpen > 0 || (isOpening[index + 1] === false && isOpening[index + 2] === false);
      if (!isInner && (mustClose(text, at) || isLast)) {
        role = false;
        turned.push(index);
      }
    } else if (!role && depth === 0 && !mustClose(text, at) && (mustOpen(text, at) || !isLast)) {
      role = true;
      turned.push(index);
    }
    if (role && depth === 0) othersOpen = 0;
    depth = role ? depth + 1 : Math.max(0, depth - 1);
    if (depth > 2) depth = 2;
    opens.push(role);
  }
  return { opens, turned };
}

function mustClose(text: string, at: number): boolean {
  const behind = text.charAt(at + 1);
  return isEdge(behind) || '，。、；：！？）》,;:!?)'.includes(behind);
}

function mustOpen(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return before !== '' && '：（:('.includes(before);
}
