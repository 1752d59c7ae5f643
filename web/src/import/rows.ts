const lineFeed = 10
const quote = 34
const blank = 32

/** What may stand between cells. */
export const delimiters = ',;\t|'

/**
 * Tells where rows end in the bytes of a file: in CSV a line feed between quotation marks ends none, and
 * only one at the beginning of a cell opens them. Works in every encoding that writes these as one byte.
 */
export class RowEnds {
  readonly #delimiters: ReadonlySet<number>
  readonly #quotes: boolean
  #inside = false
  #closing = false
  #begins = true

  /** Without delimiters every line is a row. */
  constructor(between: string) {
    this.#delimiters = new Set([...between].map((character) => character.charCodeAt(0)))
    this.#quotes = between !== ''
  }

  /** Whether a row ends with this byte, the one after those seen before. */
  endsWith(byte: number): boolean {
    if (!this.#quotes) return byte === lineFeed
    if (this.#inside) {
      if (byte === quote) {
        this.#closing = !this.#closing
        return false
      }
      if (!this.#closing) return false
      this.#inside = false
      this.#closing = false
    }
    if (byte === quote && this.#begins) {
      this.#inside = true
      this.#begins = false
      return false
    }
    const ends = byte === lineFeed
    this.#begins = ends || this.#delimiters.has(byte) || (this.#begins && byte === blank)
    return ends
  }

  /** Whether a row without anything in it is one: delimiters, blanks, quotation marks, a byte order mark. */
  isEmpty(row: Uint8Array): boolean {
    return row.every(
      (byte) => byte <= blank || byte === quote || this.#delimiters.has(byte) || orderMark.has(byte),
    )
  }
}

const orderMark = new Set([0xef, 0xbb, 0xbf])

export function countLines(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte === lineFeed) count += 1
  return count
}

export function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
