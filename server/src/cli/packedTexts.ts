import { NumberColumn } from '../corpus/numberColumn.ts';

const CHUNK = 262_144;
const LATIN1 = /^[\0-\xff]*$/;

/** Many short texts, in hardly more memory than their characters take. */
export class PackedTexts {
  readonly #chunks: Buffer[] = [];
  /** Of each text the number of its chunk, twice, and 1 more where it takes two bytes a character. */
  readonly #chunkOf = new NumberColumn();
  readonly #starts = new NumberColumn();
  readonly #ends = new NumberColumn();
  #end = CHUNK;

  add(text: string): void {
    const isWide = !LATIN1.test(text);
    const size = isWide ? text.length * 2 : text.length;
    if (this.#end + size > CHUNK) {
      this.#chunks.push(Buffer.allocUnsafeSlow(Math.max(CHUNK, size)));
      this.#end = 0;
    }
    this.#chunkOf.push((this.#chunks.length - 1) * 2 + Number(isWide));
    this.#starts.push(this.#end);
    this.#end += this.#chunks.at(-1)?.write(text, this.#end, isWide ? 'utf16le' : 'latin1') ?? 0;
    this.#ends.push(this.#end);
  }

  at(index: number): string {
    const place = this.#chunkOf.at(index);
    const encoding = place % 2 === 1 ? 'utf16le' : 'latin1';
    return this.#chunks[place >>> 1]?.toString(encoding, this.#starts.at(index), this.#ends.at(index)) ?? '';
  }
}
