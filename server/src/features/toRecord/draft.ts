import { applyEdits, type Edit } from '../../text/edits.ts';
import { isLineBreak } from '../../text/lines.ts';
import { type Group, LOSSY } from './groups.ts';

/** An edit of a draft as it is at the moment, and the group that it belongs to. */
export interface DraftEdit extends Edit {
  readonly group: Group;
  /**
   * Whether inserted text belongs to what stands before it, and keeps to that when lines between are put back; by default it
   * belongs to what follows.
   */
  readonly belongsBefore?: boolean;
  /** Whether what was taken out inside the span before stays a change of its own, instead of becoming one with this. */
  readonly apart?: boolean;
  /** Whether all changes inside the span become part of this one, instead of the other way round. */
  readonly takesOver?: boolean;
}

/** A change of the first text: what stands there, and what is to stand there. Changes never overlap. */
export interface Change extends Edit {
  readonly group: Group;
}

/** One edit as it was made, whatever became of it later. */
export interface Step {
  readonly group: Group;
  readonly before: string;
  readonly after: string;
}

/** A stretch of the first text that is as it was, or a change of it. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly change: { readonly newText: string; readonly group: Group } | undefined;
}

/**
 * A text that is changed step by step, each step seeing what the ones before have made of it, and that knows all the while
 * what has changed of the first one and why. A step that changes what an earlier one has put in becomes part of that
 * change, so that each group can be carried out, or not, without the others.
 */
export class Draft {
  readonly source: string;
  readonly #log: Step[] = [];
  #text: string;
  #parts: readonly Part[];

  constructor(source: string) {
    this.source = source;
    this.#text = source;
    this.#parts = source === '' ? [] : [{ start: 0, end: source.length, change: undefined }];
  }

  get text(): string {
    return this.#text;
  }

  /** All that was done, in the order in which it was. */
  get log(): readonly Step[] {
    return this.#log;
  }

  /** @throws RangeError where two edits overlap. */
  apply(edits: readonly DraftEdit[]): void {
    const ordered = edits
      .filter(({ span, newText }) => this.#text.slice(span.start, span.end) !== newText)
      .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    if (ordered.length === 0) return;
    const text = applyEdits(this.#text, ordered);
    for (const { span, newText, group } of ordered) {
      this.#log.push({ group, before: this.#text.slice(span.start, span.end), after: newText });
    }
    this.#parts = new Rewriting(this.source, this.#parts).with(ordered);
    this.#text = text;
  }

  /** In order; those that come out as they went in are left out. */
  changes(): Change[] {
    return this.#parts.flatMap(({ start, end, change }) =>
      change && this.source.slice(start, end) !== change.newText
        ? [{ span: { start, end }, newText: change.newText, group: change.group }]
        : [],
    );
  }
}

function lengthOf({ start, end, change }: Part): number {
  return change ? change.newText.length : end - start;
}

/** One pass over the parts of a draft, which puts edits among them. */
class Rewriting {
  readonly #source: string;
  /** A copy: what is begun is cut short here. */
  readonly #parts: Part[];
  readonly #result: Part[] = [];
  /** The part that comes next, and where what is left of it stands in the text. */
  #next = 0;
  #at = 0;
  /** How much of the text of that part, a change, lies before; a stretch that is kept is cut instead. */
  #done = 0;

  constructor(source: string, parts: readonly Part[]) {
    this.#source = source;
    this.#parts = [...parts];
  }

  with(edits: readonly DraftEdit[]): readonly Part[] {
    for (const edit of edits) {
      this.#copyTo(edit.span.start);
      if (edit.span.end === edit.span.start) this.#insert(edit);
      else if (edit.newText === '' && (edit.apart || this.#meetsInsertion(edit.span.end))) this.#deleteApart(edit);
      else this.#replace(edit);
    }
    this.#copyTo(Number.POSITIVE_INFINITY);
    return this.#result;
  }

  /** Copies up to an offset, or to the start of the change in whose text it lies; what takes no room there is left. */
  #copyTo(offset: number): void {
    for (let part = this.#parts[this.#next]; part && this.#at < offset; part = this.#parts[this.#next]) {
      const left = lengthOf(part) - this.#done;
      if (this.#at + left <= offset) {
        this.#push(part);
        this.#pass(left);
      } else if (part.change) {
        return;
      } else {
        this.#push({ start: part.start, end: this.#cut(part, offset - this.#at), change: undefined });
      }
    }
  }

  #insert({ span, newText, group, belongsBefore = false }: DraftEdit): void {
    const part = this.#parts[this.#next];
    if (part?.change && (this.#at < span.start || this.#done > 0)) {
      const cut = this.#done + span.start - this.#at;
      const { newText: old } = part.change;
      const text = old.slice(0, cut) + newText + old.slice(cut);
      this.#parts[this.#next] = { ...part, change: { ...part.change, newText: text } };
      this.#done = cut + newText.length;
      this.#at = span.start;
      return;
    }
    // What has been taken out here: whole lines keep their places, and what stood inside a line its words.
    const gone = this.#emptyAhead();
    const firstLine = gone.findIndex((one) => this.#isWholeLine(one));
    const lastLine = gone.findLastIndex((one) => this.#isWholeLine(one));
    const before = belongsBefore ? (firstLine === -1 ? gone.length : firstLine) : lastLine + 1;
    for (const one of gone.slice(0, before)) this.#pushNext(one);
    const at = this.#parts[this.#next]?.start ?? this.#source.length;
    this.#push({ start: at, end: at, change: { newText, group } });
  }

  /** Takes out what is kept of a span; changes inside that have taken out something stay as they are. */
  #deleteApart({ span, group }: DraftEdit): void {
    for (let part = this.#parts[this.#next]; part && this.#at < span.end; part = this.#parts[this.#next]) {
      if (!part.change) {
        const end = this.#cut(part, span.end - this.#at);
        this.#push({ start: part.start, end, change: { newText: '', group } });
        continue;
      }
      const { newText } = part.change;
      const from = this.#done + Math.max(0, span.start - this.#at);
      const to = Math.min(newText.length, this.#done + span.end - this.#at);
      const isPassed = to === newText.length;
      const cut = { ...part, change: { ...part.change, newText: newText.slice(0, from) + newText.slice(to) } };
      this.#at += to - this.#done;
      this.#parts[this.#next] = cut;
      this.#done = from;
      if (isPassed) this.#pushNext(cut);
    }
  }

  #replace({ span, newText, group, takesOver = false }: DraftEdit): void {
    // What was taken out right before stays a change of its own.
    if (this.#at === span.start) for (const one of this.#emptyAhead()) this.#pushNext(one);
    const start = this.#parts[this.#next]?.start ?? this.#source.length;
    let end = start;
    let head = '';
    let tail = '';
    const owners: Group[] = [];
    let coversKept = false;
    for (let part = this.#parts[this.#next]; part && this.#at < span.end; part = this.#parts[this.#next]) {
      if (!part.change) {
        end = this.#cut(part, span.end - this.#at);
        coversKept = true;
        continue;
      }
      const { newText: old } = part.change;
      if (owners.length === 0) head = old.slice(0, this.#done + Math.max(0, span.start - this.#at));
      owners.push(part.change.group);
      tail = old.slice(this.#done + span.end - this.#at);
      end = part.end;
      this.#pass(old.length - this.#done);
    }
    // Where two lines become one, whatever stood between them goes and comes back with the break.
    if (!takesOver && this.#endsWithBreak(end)) {
      for (const gone of this.#emptyAhead()) {
        if (!this.#isWholeLine(gone)) break;
        owners.push(gone.change?.group ?? group);
        end = gone.end;
        this.#next++;
      }
    }
    if (owners.length === 0) {
      this.#push({ start, end, change: { newText, group } });
      return;
    }
    // Whatever comes next may lie in what this change puts in.
    const concerned = coversKept ? [group, ...owners] : owners;
    const owner = takesOver ? group : (concerned.find((one) => LOSSY.has(one)) ?? owners[0] ?? group);
    this.#parts[--this.#next] = { start, end, change: { newText: head + newText + tail, group: owner } };
    this.#done = head.length + newText.length;
    this.#at = span.end;
  }

  /** Whether a change has put something in between here and `end`, of which some would go together with what is kept. */
  #meetsInsertion(end: number): boolean {
    let at = this.#at - this.#done;
    for (let index = this.#next; at < end; index++) {
      const part = this.#parts[index];
      if (!part) return false;
      if (part.change && part.change.newText !== '') return true;
      at += lengthOf(part);
    }
    return false;
  }

  /** Passes over as much of a kept stretch as there is, at most `length`, and answers where that ends in the source. */
  #cut(part: Part, length: number): number {
    const end = Math.min(part.end, part.start + length);
    this.#at += end - part.start;
    if (end === part.end) this.#next++;
    else this.#parts[this.#next] = { start: end, end: part.end, change: undefined };
    return end;
  }

  /** Changes at this place that have left nothing. */
  #emptyAhead(): Part[] {
    const empty: Part[] = [];
    for (let at = this.#next; ; at++) {
      const part = this.#parts[at];
      if (!part?.change || part.change.newText !== '') return empty;
      empty.push(part);
    }
  }

  #endsWithBreak(end: number): boolean {
    return isLineBreak(this.#source.charCodeAt(end - 1));
  }

  #isWholeLine({ start, end }: Part): boolean {
    for (let at = start; at < end; at++) if (isLineBreak(this.#source.charCodeAt(at))) return true;
    return false;
  }

  #pass(left: number): void {
    this.#at += left;
    this.#next++;
    this.#done = 0;
  }

  #pushNext(part: Part): void {
    this.#push(part);
    this.#next++;
    this.#done = 0;
  }

  #push(part: Part): void {
    const last = this.#result.at(-1);
    if (!part.change && last && !last.change && last.end === part.start) {
      this.#result[this.#result.length - 1] = { start: last.start, end: part.end, change: undefined };
    } else if (part.change || part.end > part.start) {
      this.#result.push(part);
    }
  }
}
