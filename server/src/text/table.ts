/**
 * Rows of whole numbers, where objects by the ten thousand would cost more than what is found out about them. A table that
 * is cleared keeps its room, so that who reads one thing after another needs no more than one.
 */
export class Table {
  length = 0;
  readonly #width: number;
  #cells: Int32Array;

  /** @param width how many numbers a row has */
  constructor(width: number, cells = new Int32Array(width * ROOM)) {
    this.#width = width;
    this.#cells = cells;
  }

  /** Adds a row, all of whose numbers are to be set, and answers which one it is. */
  add(): number {
    const row = this.length++;
    if (this.length * this.#width > this.#cells.length) {
      const more = new Int32Array(2 * this.#cells.length);
      more.set(this.#cells);
      this.#cells = more;
    }
    return row;
  }

  at(row: number, column: number): number {
    return this.#cells[row * this.#width + column] ?? 0;
  }

  set(row: number, column: number, value: number): void {
    this.#cells[row * this.#width + column] = value;
  }

  clear(): void {
    this.length = 0;
  }

  /** The same rows in no more room than they take. */
  copy(): Table {
    const copy = new Table(this.#width, this.#cells.slice(0, this.length * this.#width));
    copy.length = this.length;
    return copy;
  }
}

const ROOM = 64;
