import type { Tag } from '../../markup/syntax.ts';
import type { Vocabulary } from '../../markup/vocabulary.ts';
import type { Span } from '../../text/span.ts';

/** The tags around a place whose other half is, or should be, on its other side. */
export interface Halves {
  /** Opening tags before the place that nothing closes, innermost first. */
  readonly unclosed: readonly Tag[];
  /** Opening tags before the place that are closed behind it. */
  readonly enclosing: readonly Tag[];
  /** Closing tags behind the place that nothing opens. */
  readonly unopened: readonly Tag[];
}

/**
 * What is open at a place, where `typed` may be a tag that is just being written and says nothing yet. Linear in the tags.
 */
export function halvesAround(tags: readonly Tag[], typed: Span, { byCode }: Vocabulary): Halves {
  const isPaired = ({ code }: Tag) => byCode.get(code)?.use !== 'alone';
  const before = new OpenTags();
  for (const tag of tags) {
    if (tag.start >= typed.start || !isPaired(tag)) continue;
    if (tag.role === 'open') before.open(tag);
    else before.close(tag);
  }
  const behind = new OpenTags();
  const open = new Set(before.tags);
  const byItsCode = new Map<string, Tag[]>();
  for (const tag of open) {
    const same = byItsCode.get(tag.code);
    if (same) same.push(tag);
    else byItsCode.set(tag.code, [tag]);
  }
  const enclosing: Tag[] = [];
  const unopened: Tag[] = [];
  for (const tag of tags) {
    if (tag.start < typed.end || !isPaired(tag)) continue;
    if (tag.role === 'open') behind.open(tag);
    else if (!behind.close(tag)) {
      const closed = byItsCode.get(tag.code)?.pop();
      if (closed && open.delete(closed)) enclosing.push(closed);
      else unopened.push(tag);
    }
  }
  // A tag that may stand alone is most likely not to be closed.
  const rank = ({ code }: Tag) => (byCode.get(code)?.use === 'inline-or-alone' ? 1 : 0);
  const unclosed = [...open].reverse().sort((a, b) => rank(a) - rank(b));
  return { unclosed, enclosing, unopened };
}

/** Tags that have been opened and not closed, the last one on top. */
class OpenTags {
  readonly tags: Tag[] = [];
  readonly #counts = new Map<string, number>();

  open(tag: Tag): void {
    this.tags.push(tag);
    this.#count(tag, 1);
  }

  /** Closes the last one of that code, with those that were opened in it. Whether there was one. */
  close({ code }: Tag): boolean {
    if ((this.#counts.get(code) ?? 0) === 0) return false;
    for (let tag = this.tags.pop(); tag; tag = this.tags.pop()) {
      this.#count(tag, -1);
      if (tag.code === code) return true;
    }
    return true;
  }

  #count({ code }: Tag, change: number): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + change);
  }
}
