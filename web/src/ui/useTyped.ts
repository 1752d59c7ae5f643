import { useState } from 'react'

/** Where a dialog keeps what is typed in it, until it is saved or dropped. */
export interface Keeper {
  /** What was typed before the page went away; null for nothing. */
  readonly before: unknown
  /** Keeps it; null when there is nothing to be kept any more. */
  readonly keep: (typed: unknown) => void
}

/** What is typed in a dialog, and whether it is anything else than what was there at first. */
export function useTyped<T>(keeper: Keeper, initial: () => T) {
  const [first] = useState(initial)
  const [typed, setTyped] = useState<T>(() => (keeper.before as T | null) ?? first)
  const isChanged = (now: T) => JSON.stringify(now) !== JSON.stringify(first)
  const change = (next: T) => {
    setTyped(next)
    keeper.keep(isChanged(next) ? next : null)
  }
  return { typed, change, isChanged: isChanged(typed) }
}
