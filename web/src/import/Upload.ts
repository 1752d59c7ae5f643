import { isAbort } from '../api/errors.ts'
import { type Fault, type Preview, sendPart, type Target } from '../api/imports.ts'
import { bytesOf } from './file.ts'
import { cut, type Part } from './parts.ts'

/** How far a file is in. */
export interface Progress {
  readonly status: 'running' | 'stopped' | 'failed' | 'done'
  /** From 0 to 1, of the file's bytes. */
  readonly share: number
  readonly accepted: number
  readonly rejected: number
  readonly warned: number
  /** The first faults, each with its line in the file. */
  readonly faults: readonly Told[]
  readonly error: Error | null
}

/** A fault or a warning. */
export interface Told {
  readonly kind: 'rejected' | 'warning'
  readonly line: number
  readonly column: string
  readonly reason: string
}

/** How many faults are kept to be shown and downloaded. */
export const mostTold = 20_000

const nothing: Progress = {
  status: 'running',
  share: 0,
  accepted: 0,
  rejected: 0,
  warned: 0,
  faults: [],
  error: null,
}

/** Puts a file into a dataset, part by part. What failed on the way goes on where it stood. */
export class Upload {
  readonly #target: Target
  readonly #file: File
  readonly #delimiter: string
  readonly #parts: AsyncGenerator<Part>
  readonly #listeners = new Set<() => void>()
  #abort = new AbortController()
  #read = 0
  #import: number | undefined
  #part: Part | undefined
  #next: Part | undefined
  #begun = false
  #progress = nothing

  constructor(target: Target, file: File, preview: Preview) {
    this.#target = target
    this.#file = file
    this.#delimiter = preview.delimiter
    this.#parts = cut(
      bytesOf(file, (bytes) => {
        this.#read += bytes
      }),
      preview,
    )
  }

  /** For React's `useSyncExternalStore`. */
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  progress = () => this.#progress

  stop() {
    this.#abort.abort()
  }

  /** Begins, or goes on with the part that failed. */
  async run(): Promise<void> {
    this.#abort = new AbortController()
    this.#tell({ status: 'running', error: null })
    try {
      if (!this.#begun) {
        this.#begun = true
        await this.#advance()
        await this.#advance()
      }
      while (this.#part !== undefined) await this.#send(this.#part)
      this.#tell({ status: 'done', share: 1 })
    } catch (error) {
      const stopped = isAbort(error)
      this.#tell({ status: stopped ? 'stopped' : 'failed', error: stopped ? null : asError(error) })
    }
  }

  async #send(part: Part) {
    this.#abort.signal.throwIfAborted()
    const answer = await sendPart(
      this.#target,
      {
        delimiter: this.#delimiter,
        file: this.#file.name,
        import: this.#import,
        more: this.#next !== undefined,
      },
      part.bytes,
      this.#abort.signal,
    )
    this.#import = answer.import
    const { accepted, rejected, warned, faults } = this.#progress
    const warnings = answer.warnings ?? []
    const told = [
      ...answer.rejected.map((fault) => toldOf('rejected', fault, part)),
      ...warnings.map((fault) => toldOf('warning', fault, part)),
    ]
    await this.#advance()
    this.#tell({
      accepted: accepted + answer.accepted,
      rejected: rejected + answer.rejected.length,
      warned: warned + warnings.length,
      faults: [...faults, ...told.slice(0, mostTold - faults.length)],
      share: this.#file.size === 0 ? 1 : Math.min(1, this.#read / this.#file.size),
    })
  }

  async #advance() {
    this.#part = this.#next
    const { value, done } = await this.#parts.next()
    this.#next = done === true ? undefined : value
  }

  #tell(change: Partial<Progress>) {
    this.#progress = { ...this.#progress, ...change }
    for (const listener of this.#listeners) listener()
  }
}

function toldOf(kind: Told['kind'], { row, line, path, message }: Fault, { shift }: Part): Told {
  return { kind, line: (line ?? row + 1) + shift, column: path, reason: message }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
