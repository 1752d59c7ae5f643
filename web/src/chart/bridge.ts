import type { BarSeriesOption } from 'echarts/charts'
import { fullNumber } from '../lib/number.ts'
import { placeColor } from './colors.ts'
import type { Drawing } from './legend.ts'
import { categoryAxis, type DrawContext, escaped, frame, tooltip, valueAxis } from './marks.ts'
import type { Plot } from './plot.ts'
import { type Spot, spotOf } from './spot.ts'

/** A value on the way from one to another: where the way stands before and after it. */
export interface Step {
  readonly name: string
  readonly value: number
  readonly from: number
  readonly to: number
  /** Stands on the ground: what there was at first, or what all before it came to. */
  readonly isLevel: boolean
  readonly spot?: Spot | undefined
}

/** How far sums of fractions may be off, as a share of the largest value. */
const tolerance = 1e-6

/**
 * The steps of a row of several metrics, or of one metric by category. The first is a level, and so
 * is each later one that is what those before it come to; all others go up or down from there.
 */
export function stepsOf({ categories, series }: Plot): Step[] {
  const [only] = series
  const named: readonly (readonly [string, number | null, Spot | undefined])[] =
    categories.length === 1 || only === undefined
      ? series.map((one) => [one.name, one.values[0] ?? null, spotOf(one, 0)])
      : series.length === 1
        ? categories.map((name, index) => [name, only.values[index] ?? null, spotOf(only, index)])
        : []
  const largest = Math.max(0, ...named.map(([, value]) => Math.abs(value ?? 0)))
  const steps: Step[] = []
  for (const [name, value, spot] of named) {
    if (value === null) continue
    const step = stepAfter(steps.at(-1), name, value, largest * tolerance)
    steps.push(spot === undefined ? step : { ...step, spot })
  }
  return steps.length > 1 ? steps : []
}

function stepAfter(before: Step | undefined, name: string, value: number, near: number): Step {
  const stand = before?.to
  const isLevel = stand === undefined || (before?.isLevel === false && Math.abs(stand - value) <= near)
  const from = isLevel ? 0 : stand
  return { name, value, from, to: isLevel ? value : from + value, isLevel }
}

/** Bars that hang in the air where the way goes up or down, and stand where it begins and ends. */
export function bridgeChart(steps: readonly Step[], context: DrawContext): Drawing {
  const { theme } = context
  const plot: Plot = { categories: steps.map(({ name }) => name), over: 'value', series: [] }
  const bar = (data: NonNullable<BarSeriesOption['data']>): BarSeriesOption => ({
    type: 'bar',
    stack: 'way',
    barCategoryGap: '30%',
    barMaxWidth: 56,
    emphasis: { disabled: true },
    data,
  })
  return {
    option: {
      ...frame(context),
      tooltip: { ...tooltip(context), trigger: 'item', formatter: (item) => told(item, steps, context) },
      grid: {
        top: 10,
        left: 2,
        right: 14,
        bottom: 2,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      xAxis: {
        ...categoryAxis(plot, context, true, false),
        axisLabel: { color: theme.muted, fontSize: 11, interval: 0, ...labelsFor(steps.length) },
      },
      yAxis: valueAxis(context),
      series: [
        { ...bar(steps.map(ground)), silent: true, itemStyle: { color: 'transparent' } },
        bar(steps.map((step) => ({ value: above(step), itemStyle: { color: colorOf(step, context) } }))),
        bar(steps.map((step) => ({ value: below(step), itemStyle: { color: colorOf(step, context) } }))),
      ],
    },
    legend: [],
    legendPlace: 'above',
    find: ({ dataIndex }) => steps[dataIndex]?.spot,
  }
}

/** Names of a few steps stand upright beside each other; of more they are turned, so that none covers another. */
function labelsFor(count: number) {
  return count <= 4
    ? { overflow: 'break' as const, width: 70 }
    : { rotate: 35, overflow: 'truncate' as const, width: 110 }
}

/** How far from zero a bar begins; nothing when it reaches across. */
function ground({ from, to }: Step): number {
  const low = Math.min(from, to)
  const high = Math.max(from, to)
  return low > 0 ? low : Math.min(high, 0)
}

function above({ from, to }: Step): number {
  return Math.max(from, to, 0) - Math.max(Math.min(from, to), 0)
}

function below({ from, to }: Step): number {
  return Math.min(from, to, 0) - Math.min(Math.max(from, to), 0)
}

/** Levels, ways up and ways down: three places of the palette. */
function colorOf({ value, isLevel }: Step, { theme, chosen }: DrawContext): string {
  const place = isLevel ? 0 : value < 0 ? 3 : 2
  return chosen?.[place] ?? placeColor(place, theme.palette)
}

function told(item: unknown, steps: readonly Step[], { locale }: DrawContext): string {
  const step = steps[Number(Reflect.get(Object(item), 'dataIndex'))]
  return step === undefined ? '' : `${escaped(step.name)}<br><b>${signed(step, locale)}</b>`
}

function signed({ value, isLevel }: Step, locale: DrawContext['locale']): string {
  return `${isLevel || value <= 0 ? '' : '+'}${fullNumber(value, locale)}`
}

/** The way in one sentence. */
export function summaryOfSteps(steps: readonly Step[], { locale }: DrawContext): string {
  return steps.map((step) => `${step.name} ${signed(step, locale)}`).join(', ')
}
