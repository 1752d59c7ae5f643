/** When to look at the data again. Pure: whoever has a clock asks it. */
export interface Pace {
  /** Milliseconds from the end of one look to the beginning of the next, at least. */
  readonly rest: number
  /** Milliseconds that the last look took. */
  readonly took: number
}

const shortest = 2_000
const longest = 60_000

/** How long to wait after a look: the longer it took, the longer, so that a busy server is not pressed. */
export function restAfter(took: number): number {
  return Math.min(longest, Math.max(shortest, took * 2))
}

/** How long to wait for the next try after so many failed ones. */
export function patienceAfter(failures: number): number {
  return Math.min(30_000, 1_000 * 2 ** Math.min(failures, 5))
}
