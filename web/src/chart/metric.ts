import type { ChartAnswer, Row } from '../api/answers.ts'
import { say } from '../lang/say.ts'
import { numberOf } from './cell.ts'
import { type Format, formatOf } from './format.ts'
import { columnTitle, type Plot } from './plot.ts'
import { type Spot, spotOf } from './spot.ts'

/** One number in large type, and what it was in the period before. */
export interface Metric {
  readonly name: string
  readonly value: number | null
  readonly previous: number | null
  /** Growth over the previous period; null when there is nothing to grow from. */
  readonly change: number | null
  readonly spot?: Spot | undefined
  readonly format?: Format
  /** How it came about, step by step. */
  readonly spark?: readonly (number | null)[]
}

/** The numbers of answers that say by their columns what is the present one: with the one before, or month by month. */
export function ownMetrics(answer: ChartAnswer): Metric[] {
  const at = (name: string) => answer.columns.findIndex((column) => column.name === name)
  const number = (row: Row | undefined, name: string) => numberOf(row?.[at(name)])
  if (at('series') >= 0 || at('value') < 0) return []
  const format = formatOf(answer, 'value')
  const last = answer.rows.at(-1)
  const spot = { row: answer.rows.length - 1, column: 'value' }
  if (at('month') >= 0) {
    const spark = answer.rows.map((row) => number(row, 'value'))
    const before = number(answer.rows.at(-2), 'value')
    return [{ ...metric('', number(last, 'value'), before, spot), format, spark }]
  }
  if (answer.rows.length !== 1) return []
  if (at('previous') >= 0) return [metric('', number(last, 'value'), number(last, 'previous'), spot)]
  if (at('amount') < 0) return []
  const amount = metric(columnTitle('amount'), number(last, 'amount'), null, { row: 0, column: 'amount' })
  return [
    metric(columnTitle('count'), number(last, 'value'), null, spot),
    { ...amount, format: formatOf(answer, 'amount') },
  ]
}

/** The numbers of an answer without an axis; none when it has one. */
export function metricsOf(plot: Plot): Metric[] {
  if (plot.over === 'time' || plot.categoryKeys !== undefined) return []
  if (plot.over === 'nothing')
    return plot.series.map((one) => ({
      ...metric(one.name, one.values[0] ?? null, null, spotOf(one, 0)),
      ...(one.format === undefined ? {} : { format: one.format }),
    }))
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
