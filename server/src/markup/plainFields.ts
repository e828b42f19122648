import { spanOf } from '../text/span.ts';
import { Table } from '../text/table.ts';
import type { Marks } from './records.ts';
import { isPlainClosing, plainEnd } from './scan.ts';
import type { Field } from './syntax.ts';
import { codeNumberOf, isFieldUse, type TagDefinition, type Vocabulary } from './vocabulary.ts';

type TagMarks = Pick<Marks, 'tagBrackets' | 'definitions'>;

/**
 * The fields of a record whose tags are written as the vocabulary has them, each closed before the one around it, as
 * nearly everywhere. As numbers: a large file has tens of thousands of them.
 */
export class PlainFields {
  readonly #table = new Table(7);
  readonly #open: TagDefinition[] = [];

  get length(): number {
    return this.#table.length;
  }

  /** Reads another record; answers whether its tags are as they should be. Otherwise, what is here is not all of it. */
  read(text: string, { tagBrackets: brackets, definitions }: TagMarks): boolean {
    const table = this.#table;
    table.clear();
    const open = this.#open;
    open.length = 0;
    /** The field that is open, how many tags were before it, and how many of them are open. */
    let field: TagDefinition | undefined;
    let depth = 0;
    let first = 0;
    let start = 0;
    let valueStart = 0;
    for (let index = 0; index < brackets.length; index++) {
      const bracket = brackets[index] ?? 0;
      const definition = definitions[index];
      if (!definition) return false;
      if (definition.use === 'alone') continue;
      const end = plainEnd(text, bracket, definition);
      if (!isPlainClosing(text, bracket)) {
        // What lies inside a field is that field's text.
        if (!field && isFieldUse(definition.use)) {
          field = definition;
          depth = open.length;
          first = index;
          start = bracket;
          valueStart = end;
        }
        open.push(definition);
      } else if (open.pop() !== definition) {
        return false;
      } else if (field && open.length === depth) {
        this.#add(field, start, end, valueStart, bracket, first, index);
        field = undefined;
      }
    }
    return open.length === 0;
  }

  /** As {@link codeNumberOf} counts it. */
  codeNumber(index: number): number {
    return this.#table.at(index, 0);
  }

  start(index: number): number {
    return this.#table.at(index, 1);
  }

  end(index: number): number {
    return this.#table.at(index, 2);
  }

  valueStart(index: number): number {
    return this.#table.at(index, 3);
  }

  valueEnd(index: number): number {
    return this.#table.at(index, 4);
  }

  toFields({ byCodeNumber }: Vocabulary): Field[] {
    const table = this.#table;
    return Array.from({ length: table.length }, (_, index): Field => {
      const definition = byCodeNumber[this.codeNumber(index)];
      const value = spanOf(this.valueStart(index), this.valueEnd(index));
      const [open, close] = [table.at(index, 5), table.at(index, 6)];
      const code = definition?.code ?? '';
      return { start: this.start(index), end: this.end(index), code, definition, open, close, value };
    });
  }

  #add(
    { code }: TagDefinition,
    start: number,
    end: number,
    valueStart: number,
    valueEnd: number,
    open: number,
    close: number,
  ): void {
    const table = this.#table;
    const row = table.add();
    table.set(row, 0, codeNumberOf(code));
    table.set(row, 1, start);
    table.set(row, 2, end);
    table.set(row, 3, valueStart);
    table.set(row, 4, valueEnd);
    table.set(row, 5, open);
    table.set(row, 6, close);
  }
}
