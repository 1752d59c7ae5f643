import type { ChartAnswer } from '../api/answers.ts'
import { say } from '../lang/say.ts'
import { fullNumber } from '../lib/number.ts'
import { areaChart } from './area.ts'
import { barChart, columnChart } from './bars.ts'
import { bridgeChart, stepsOf, summaryOfSteps } from './bridge.ts'
import { durationPlot } from './durations.ts'
import type { Drawing } from './legend.ts'
import { lifecycleChart } from './lifecycle.ts'
import { lineChart } from './line.ts'
import { categoryLabels, type DrawContext, legendName } from './marks.ts'
import { type Metric, metricsOf, ownMetrics } from './metric.ts'
import { pieChart } from './pie.ts'
import { pivotOf } from './pivot.ts'
import { type Plot, plotOf } from './plot.ts'
import { isCalendar, isDurations, isFunnel, isPaths, isRetention } from './rows.ts'
import { type Table, tableOf } from './table.ts'

/**
 * What a chart shows. Kinds with rows of their own carry these: they are read by the part of the
 * page that draws them, which few dashboards load.
 */
export type Spec =
  | { readonly kind: 'plot'; readonly drawing: Drawing; readonly summary: string }
  | { readonly kind: 'metric'; readonly metrics: readonly Metric[] }
  | { readonly kind: 'funnel' | 'retention' | 'paths'; readonly answer: ChartAnswer }
  | { readonly kind: 'calendar'; readonly plot: Plot }
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
  ['lifecycle', lifecycleChart],
  ['stickiness', columnChart],
  // Of a funnel's answers, those that are no steps.
  ['funnel', lineChart],
])

/** From an answer's rows to what is shown. Pure: the same rows give the same picture. */
export function spec(type: string, answer: ChartAnswer, context: DrawContext): Spec {
  if (answer.rows.length === 0) return { kind: 'empty' }
  const own = ownSpec(type, answer, context)
  if (own !== null) return own
  const draw = drawings.get(type)
  if (draw !== undefined) return plotSpec(type, draw, answer, context)
  const metrics = type === 'metric' ? metricsIn(answer) : []
  if (metrics.length > 0) return { kind: 'metric', metrics }
  const pivot = type === 'table' ? pivotOf(answer, context) : null
  return { kind: 'table', table: pivot ?? tableOf(answer, context) }
}

function metricsIn(answer: ChartAnswer): Metric[] {
  const own = ownMetrics(answer)
  return own.length > 0 ? own : metricsOf(plotOf(answer))
}

/** The types with rows of their own kind; null for others, and for rows that are not of that kind. */
function ownSpec(type: string, answer: ChartAnswer, context: DrawContext): Spec | null {
  switch (type) {
    case 'funnel':
      if (isDurations(answer)) return durationSpec(answer, context)
      return isFunnel(answer) ? { kind: type, answer } : null
    case 'retention':
      return isRetention(answer) ? { kind: type, answer } : null
    case 'paths':
      return isPaths(answer) ? { kind: type, answer } : null
    case 'bridge':
      return bridgeSpec(answer, context)
    case 'calendar': {
      const plot = plotOf(answer)
      return isCalendar(plot) ? { kind: type, plot } : null
    }
    default:
      return null
  }
}

function bridgeSpec(answer: ChartAnswer, context: DrawContext): Spec | null {
  const steps = stepsOf(plotOf(answer))
  if (steps.length === 0) return null
  return { kind: 'plot', drawing: bridgeChart(steps, context), summary: summaryOfSteps(steps, context) }
}

function durationSpec(answer: ChartAnswer, context: DrawContext): Spec {
  const plot = durationPlot(answer, context.locale)
  return { kind: 'plot', drawing: columnChart(plot, context), summary: summaryOf(plot, context) }
}

function plotSpec(type: string, draw: Draw, answer: ChartAnswer, context: DrawContext): Spec {
  const plot = plotOf(answer, type !== 'pie')
  const hasNumbers = plot.series.some(({ values }) => values.some((value) => value !== null))
  // Slices of a total cannot be told from values over time.
  if (!hasNumbers || (type === 'pie' && plot.over === 'time')) {
    return { kind: 'table', table: tableOf(answer, context) }
  }
  const drawing = draw(plot, context)
  const legend = context.legend === false ? [] : drawing.legend
  return { kind: 'plot', drawing: { ...drawing, legend }, summary: summaryOf(plot, context) }
}

/** One sentence for those who cannot see the drawing. */
export function summaryOf(plot: Plot, context: DrawContext): string {
  const names = plot.series.slice(0, 5).map(legendName)
  const left = plot.series.length - 5
  const more = left > 0 ? ` ${say('and {count} more', { count: left })}` : ''
  const labels = categoryLabels(plot, context).full
  const range = rangeText(labels[0] ?? '', labels.at(-1) ?? '')
  return `${names.join(', ')}${more}; ${range}; ${extremes(plot, context)}`
}

function rangeText(first: string, last: string): string {
  return first === last ? first : say('{first} to {last}', { first, last })
}

function extremes(plot: Plot, { locale }: DrawContext): string {
  const values = plot.series.flatMap((series) => series.values).filter((value) => value !== null)
  const low = fullNumber(Math.min(...values), locale)
  const high = fullNumber(Math.max(...values), locale)
  return low === high
    ? say('value {value}', { value: low })
    : say('values from {low} to {high}', { low, high })
}
