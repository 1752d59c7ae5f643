import type { Revision } from '../api/editing.ts'

/** Which revisions to bring back for one step; null where there is none. */
export interface Steps {
  readonly undo: number | null
  readonly redo: number | null
}

/**
 * What can be undone and redone, told from a dashboard's history (newest first) alone, so that it
 * survives a reload and holds for everybody. Bringing back what stood before is a step back, what came
 * after a step forward; anything else written begins a new way on. Revisions that left the content
 * as it was are passed over.
 */
export function steps(history: readonly Revision[]): Steps {
  const origins = new Map<number, number>()
  let line: number[] = []
  let at = -1
  for (const revision of history.toReversed()) {
    if (!revision.changed && line.length > 0) continue
    const origin = originOf(revision, origins)
    if (origin === line[at - 1]) at -= 1
    else if (origin === line[at + 1]) at += 1
    else {
      line = [...line.slice(0, at + 1), origin]
      at = line.length - 1
    }
  }
  return { undo: line[at - 1] ?? null, redo: line[at + 1] ?? null }
}

/** The revision that first had this content. */
function originOf({ id, restored }: Revision, origins: Map<number, number>): number {
  const origin = restored === null ? id : (origins.get(restored) ?? restored)
  origins.set(id, origin)
  return origin
}
