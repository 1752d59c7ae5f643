import { createContext } from 'react'

/** What a chart may need to know of how its dashboard is looked at, to tell of it. */
export interface Look {
  readonly project: number
  /** JSON: the property filters of the reader. */
  readonly properties: string
}

/** Null where the reader filters nothing. */
export const LookContext = createContext<Look | null>(null)
