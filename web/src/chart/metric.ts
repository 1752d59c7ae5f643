import { say } from '../lang/say.ts'
import type { Plot } from './plot.ts'

/** One number in large type, and what it was in the period before. */
export interface Metric {
  readonly name: string
  readonly value: number | null
  readonly previous: number | null
  /** Growth over the previous period; null when there is nothing to grow from. */
  readonly change: number | null
}

/** The numbers of an answer without an axis; none when it has one. */
export function metricsOf(plot: Plot): Metric[] {
  if (plot.over === 'time' || plot.categoryKeys !== undefined) return []
  if (plot.over === 'nothing')
    return plot.series.map(({ name, values }) => metric(name, values[0] ?? null, null))
  const values = (period: string) => plot.series.find((series) => series.period === period)?.values
  if (plot.series.some(({ name }) => name !== say('Total'))) return []
  return plot.categories.map((name, index) =>
    metric(name, values('current')?.[index] ?? null, values('previous')?.[index] ?? null),
  )
}

function metric(name: string, value: number | null, previous: number | null): Metric {
  const change =
    value === null || previous === null || previous === 0 ? null : (value - previous) / Math.abs(previous)
  return { name, value, previous, change }
}
