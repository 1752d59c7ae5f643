import type { ChartAnswer } from '../api/answers.ts'
import { fullNumber } from '../lib/number.ts'
import { areaChart } from './area.ts'
import { barChart, columnChart } from './bars.ts'
import type { Drawing } from './legend.ts'
import { lineChart } from './line.ts'
import { categoryLabels, type DrawContext, legendName } from './marks.ts'
import { type Metric, metricsOf } from './metric.ts'
import { pieChart } from './pie.ts'
import { type Plot, plotOf } from './plot.ts'
import { type Table, tableOf } from './table.ts'

/** What a chart shows, fully decided: components only put it on the screen. */
export type Spec =
  | { readonly kind: 'plot'; readonly drawing: Drawing; readonly summary: string }
  | { readonly kind: 'metric'; readonly metrics: readonly Metric[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'empty' }

type Draw = (plot: Plot, context: DrawContext) => Drawing

/** The chart types that are drawn as marks; every other type shows its table. */
const drawings: ReadonlyMap<string, Draw> = new Map<string, Draw>([
  ['line', lineChart],
  ['area', areaChart],
  ['bars', barChart],
  ['columns', columnChart],
  ['pie', pieChart],
])

/** From an answer's rows to what is shown. Pure: the same rows give the same picture. */
export function spec(type: string, answer: ChartAnswer, context: DrawContext): Spec {
  if (answer.rows.length === 0) return { kind: 'empty' }
  const draw = drawings.get(type)
  if (draw !== undefined) return plotSpec(type, draw, answer, context)
  const metrics = type === 'metric' ? metricsOf(plotOf(answer)) : []
  if (metrics.length > 0) return { kind: 'metric', metrics }
  return { kind: 'table', table: tableOf(answer, context) }
}

function plotSpec(type: string, draw: Draw, answer: ChartAnswer, context: DrawContext): Spec {
  const plot = plotOf(answer)
  const hasNumbers = plot.series.some(({ values }) => values.some((value) => value !== null))
  // Slices of a total cannot be told from values over time.
  if (!hasNumbers || (type === 'pie' && plot.over === 'time')) {
    return { kind: 'table', table: tableOf(answer, context) }
  }
  return { kind: 'plot', drawing: draw(plot, context), summary: summaryOf(plot, context) }
}

/** One sentence for those who cannot see the drawing. */
function summaryOf(plot: Plot, context: DrawContext): string {
  const names = plot.series.slice(0, 5).map(legendName)
  const more = plot.series.length > 5 ? ` and ${plot.series.length - 5} more` : ''
  const labels = categoryLabels(plot, context).full
  const range = labels.length > 1 ? `${labels[0]} to ${labels.at(-1)}` : (labels[0] ?? '')
  return `${names.join(', ')}${more}; ${range}; ${extremes(plot, context)}`
}

function extremes(plot: Plot, { locale }: DrawContext): string {
  const values = plot.series.flatMap((series) => series.values).filter((value) => value !== null)
  const low = fullNumber(Math.min(...values), locale)
  const high = fullNumber(Math.max(...values), locale)
  return low === high ? `value ${low}` : `values from ${low} to ${high}`
}
