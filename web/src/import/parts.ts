import { countLines, join, RowEnds } from './rows.ts'

/** How a file is written, as the preview found out. */
export interface Shape {
  readonly format: 'csv' | 'ndjson'
  readonly delimiter: string
}

/** A part of a file that is a file of its own: whole rows, in CSV below the names of the columns. */
export interface Part {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** What to add to a line's number in this part to have its number in the file. */
  readonly shift: number
}

export interface Limits {
  readonly bytes: number
  readonly rows: number
  /** How long a single row may be. */
  readonly row: number
}

/** Well below what the server takes at once, so that progress shows. */
export const limits: Limits = { bytes: 4 << 20, rows: 50_000, row: 16 << 20 }

/** A row that does not end, most often for a quotation mark that nothing closes. */
export class EndlessRow extends Error {
  readonly line: number

  constructor(line: number) {
    super(`The row on line ${line} does not end`)
    this.name = 'EndlessRow'
    this.line = line
  }
}

/** Cuts a file into parts as it is read; never holds more than one of them. */
export async function* cut(
  pieces: AsyncIterable<Uint8Array>,
  shape: Shape,
  most: Limits = limits,
): AsyncGenerator<Part> {
  const cutter = new Cutter(shape, most)
  for await (const piece of pieces) yield* cutter.parts(piece)
  const last = cutter.rest()
  if (last !== undefined) yield last
}

class Cutter {
  readonly #ends: RowEnds
  readonly #most: Limits
  /** The names of the columns; undefined while they are looked for. */
  #header: Uint8Array | undefined
  #held: Uint8Array[] = []
  #heldBytes = 0
  #heldRows = 0
  #rowBytes = 0
  #linesBefore = 0

  constructor({ format, delimiter }: Shape, most: Limits) {
    this.#ends = new RowEnds(format === 'csv' ? delimiter : '')
    this.#most = most
    this.#header = format === 'csv' ? undefined : new Uint8Array()
  }

  *parts(piece: Uint8Array): Generator<Part> {
    let from = 0
    for (let at = 0; at < piece.length; at++) {
      if (!this.#ends.endsWith(piece[at] ?? 0)) {
        this.#lengthen()
        continue
      }
      this.#rowBytes = 0
      this.#heldRows += 1
      if (!this.#isFull(at - from)) continue
      this.#hold(piece.subarray(from, at + 1))
      from = at + 1
      const part = this.#release()
      if (part !== undefined) yield part
    }
    this.#hold(piece.subarray(from))
  }

  #lengthen() {
    this.#rowBytes += 1
    if (this.#rowBytes > this.#most.row) throw new EndlessRow(this.#line())
  }

  /** Whether a part ends with these further bytes; the names of the columns stand alone. */
  #isFull(further: number): boolean {
    return (
      this.#header === undefined ||
      this.#heldRows >= this.#most.rows ||
      this.#heldBytes + further >= this.#most.bytes
    )
  }

  rest(): Part | undefined {
    return this.#release()
  }

  #hold(bytes: Uint8Array) {
    if (bytes.length === 0) return
    // The reader may use its memory again.
    this.#held.push(bytes.slice())
    this.#heldBytes += bytes.length
  }

  #line(): number {
    return this.#linesBefore + countLines(join(this.#held)) + 1
  }

  #release(): Part | undefined {
    const rows = join(this.#held)
    const lines = countLines(rows)
    const before = this.#linesBefore
    this.#held = []
    this.#heldBytes = 0
    this.#heldRows = 0
    this.#linesBefore += lines
    if (this.#header === undefined) {
      if (!this.#ends.isEmpty(rows)) this.#header = rows
      return undefined
    }
    if (rows.length === 0) return undefined
    return { bytes: join([this.#header, rows]), shift: before - countLines(this.#header) }
  }
}
