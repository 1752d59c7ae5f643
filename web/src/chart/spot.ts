import type { PlotSeries } from './plot.ts'

/** A number of a chart: where it stands in the chart's answer. */
export interface Spot {
  readonly row: number
  /** The column, where rows have several numbers. */
  readonly column?: string
}

/** What was clicked of a drawing. */
export interface Click {
  readonly seriesId?: string | undefined
  readonly dataIndex: number
  readonly name: string
  readonly data?: unknown
}

/** A place in the window. */
export interface At {
  readonly x: number
  readonly y: number
}

export function spotOf(series: PlotSeries | undefined, index: number): Spot | undefined {
  const row = series?.rows?.[index]
  if (series === undefined || row === undefined) return undefined
  return series.column === undefined ? { row } : { row, column: series.column }
}

export type OnPick = (spot: Spot, at: At) => void

/** What to do about clicks on a drawing; undefined where they mean nothing. */
export function clicked(
  { find }: { readonly find?: ((click: Click) => Spot | undefined) | undefined },
  onPick: OnPick | undefined,
): ((click: Click, at: At) => void) | undefined {
  if (find === undefined || onPick === undefined) return undefined
  return (click, at) => {
    const spot = find(click)
    if (spot !== undefined) onPick(spot, at)
  }
}
