import type { ChartOption } from './marks.ts'
import type { Click, Spot } from './spot.ts'

/** One line of a legend. Drawn by the page, not by ECharts: it wraps, and is reached by keyboard. */
export interface LegendEntry {
  readonly name: string
  readonly color: string
  /** Belongs to the compared period. */
  readonly faint: boolean
}

/** What a chart file decides: the picture, and the names beside it. */
export interface Drawing {
  readonly option: ChartOption
  /** Empty when there is nothing to tell apart. */
  readonly legend: readonly LegendEntry[]
  readonly legendPlace: 'above' | 'beside' | 'below' | 'listed below'
  /** Which number of the answer was clicked. */
  readonly find?: (click: Click) => Spot | undefined
}

/** The option without the series, or slices, that the reader switched off. */
export function without(option: ChartOption, hidden: ReadonlySet<string>): ChartOption {
  if (hidden.size === 0) return option
  const series = Array.isArray(option.series) ? option.series : []
  const kept = series.filter(({ name }) => !hidden.has(String(name)))
  return {
    ...option,
    series: kept.map((one) =>
      one.type === 'pie'
        ? { ...one, data: (one.data ?? []).filter((slice) => !hidden.has(nameOf(slice))) }
        : one,
    ),
  }
}

function nameOf(slice: unknown): string {
  const name: unknown = typeof slice === 'object' && slice !== null ? Reflect.get(slice, 'name') : undefined
  return String(name)
}
