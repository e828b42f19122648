const PAGE_BITS = 14;
const PAGE = 1 << PAGE_BITS;

/** Many whole numbers of 32 bits without a sign, in as much memory as they need. */
export class NumberColumn implements Iterable<number> {
  readonly #pages: Uint32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const at = this.#length++ & (PAGE - 1);
    if (at === 0) this.#pages.push(new Uint32Array(PAGE));
    const page = this.#pages.at(-1);
    if (page) page[at] = value;
  }

  /** @throws RangeError beyond the last one */
  at(index: number): number {
    if (index >= this.#length) throw new RangeError(`there is no number ${index}`);
    return this.#pages[index >>> PAGE_BITS]?.[index & (PAGE - 1)] ?? 0;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let index = 0; index < this.#length; index++) yield this.at(index);
  }
}
