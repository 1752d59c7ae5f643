import { say } from '../lang/say.ts'
import type { Plot } from './plot.ts'
import { type Spot, spotOf } from './spot.ts'

/** One number in large type, and what it was in the period before. */
export interface Metric {
  readonly name: string
  readonly value: number | null
  readonly previous: number | null
  /** Growth over the previous period; null when there is nothing to grow from. */
  readonly change: number | null
  readonly spot?: Spot | undefined
}

/** The numbers of an answer without an axis; none when it has one. */
export function metricsOf(plot: Plot): Metric[] {
  if (plot.over === 'time' || plot.categoryKeys !== undefined) return []
  if (plot.over === 'nothing')
    return plot.series.map((one) => metric(one.name, one.values[0] ?? null, null, spotOf(one, 0)))
  const run = (period: string) => plot.series.find((series) => series.period === period)
  if (plot.series.some(({ name }) => name !== say('Total'))) return []
  return plot.categories.map((name, index) =>
    metric(
      name,
      run('current')?.values[index] ?? null,
      run('previous')?.values[index] ?? null,
      spotOf(run('current'), index),
    ),
  )
}

function metric(name: string, value: number | null, previous: number | null, spot: Spot | undefined): Metric {
  const change =
    value === null || previous === null || previous === 0 ? null : (value - previous) / Math.abs(previous)
  return spot === undefined ? { name, value, previous, change } : { name, value, previous, change, spot }
}
