import { createContext } from 'react'
import type { Chart } from '../api/dashboards.ts'
import type { Format } from './download.ts'

/** Where files of what is on the screen are, with what the reader has chosen. */
export interface Files {
  /** Of one chart, or of the whole dashboard. */
  readonly path: (format: Format, chart?: Chart['id']) => string
  readonly headers: Readonly<Record<string, string>>
}

/** Null where nothing may be saved. */
export const FilesContext = createContext<Files | null>(null)
