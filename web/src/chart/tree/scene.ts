import type { DrawContext } from '../marks.ts'
import type { TreeOptions } from './options.ts'
import type { TreePlot } from './plot.ts'

/** All that decides a drawing. */
export interface Scene {
  readonly plot: TreePlot
  readonly options: TreeOptions
  readonly context: DrawContext
  /** Whether a click opens some of the points. */
  readonly opens: boolean
}
