import { compactNumber } from '../../lib/number.ts'
import type { Drawing } from '../legend.ts'
import { lineMark } from '../line.ts'
import {
  type ChartOption,
  categoryAxis,
  type DrawContext,
  frame,
  type SeriesOption,
  tooltip,
  valueAxis,
} from '../marks.ts'
import type { PlotSeries } from '../plot.ts'
import { colorsFor } from './colors.ts'
import { legendOf } from './legend.ts'
import { numberLocale } from './numbers.ts'
import type { TreeOptions } from './options.ts'
import type { TreePlot } from './plot.ts'
import { headText, type TimeAxis, tickText, timesOf } from './times.ts'
import { lineOf, tooltipText, wordsOf } from './words.ts'

/** Which way values run, whether bars open, and what categories lie on when these are times. */
interface Axes {
  readonly values: 'up' | 'across'
  readonly times: TimeAxis | null
}

/** Bars beside each other or stacked; what has no value is drawn as 0. */
export function barsDrawing(
  plot: TreePlot,
  options: TreeOptions,
  context: DrawContext,
  values: 'up' | 'across',
  opens = false,
): Drawing {
  return draw(plot, options, context, { values, times: null }, (series, color) => ({
    type: 'bar',
    name: series.name,
    data: series.values.map((value) => value ?? 0),
    color,
    cursor: opens ? 'pointer' : 'default',
    barCategoryGap: options.bigBars ? '12%' : '40%',
    barGap: '8%',
    ...(options.bigBars ? {} : { barMaxWidth: 12 }),
    emphasis: { disabled: true },
    ...(options.stacking ? { stack: 'all' } : {}),
  }))
}

/** Lines, filled or not, that go on where a value is missing. */
export function linesDrawing(
  plot: TreePlot,
  options: TreeOptions,
  context: DrawContext,
  isFilled: boolean,
): Drawing {
  const times = timesOf(plot.categories, options.mode)
  const sorted = times === null ? plot : inOrder(plot, times)
  const axis = times === null ? null : { ...times, instants: [...times.instants].sort((a, b) => a - b) }
  return draw(sorted, options, context, { values: 'up', times: axis }, (series, color) => ({
    ...lineMark(series, color),
    data: series.values.map((value, index) => (axis === null ? value : [axis.instants[index] ?? 0, value])),
    connectNulls: true,
    ...(isFilled ? { areaStyle: { opacity: 0.22 } } : {}),
    ...(options.doubleYAxis && series.place === 1 ? { yAxisIndex: 1 } : {}),
  }))
}

function draw(
  plot: TreePlot,
  options: TreeOptions,
  context: DrawContext,
  axes: Axes,
  mark: (series: PlotSeries, color: string) => SeriesOption,
): Drawing {
  const colors = colorsFor(plot.series.length, options, context)
  const names = plot.series.map(({ name }) => name)
  const series = plot.series.map((one, place) => ({ ...mark(one, colors[place] ?? ''), id: String(place) }))
  const option: ChartOption = {
    ...frame(context),
    useUTC: true,
    tooltip: {
      ...tooltip(context),
      trigger: 'axis',
      axisPointer: { type: series[0]?.type === 'bar' ? 'shadow' : 'line' },
      formatter: (items) => told(items, plot, options, context, { colors, times: axes.times }),
    },
    grid: {
      top: 10,
      left: 2,
      right: 14,
      bottom: 2,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...placed(plot, options, context, axes, series),
  }
  const listed = options.legend?.layout !== 'horizontal'
  return { option, ...legendOf({ names, colors, listed }, options, context) }
}

function placed(
  plot: TreePlot,
  options: TreeOptions,
  context: DrawContext,
  { values, times }: Axes,
  series: readonly SeriesOption[],
): ChartOption {
  const upright = values === 'up'
  const isBar = series[0]?.type === 'bar'
  const keys = times === null ? keyAxis(plot, context, isBar, !upright) : timeAxis(times, context)
  // The x axis is that of the keys, whichever way it runs.
  const category = { ...keys, show: !options.hideXAxis }
  const numbers = numberAxes(plot, options, context)
  return {
    xAxis: upright ? category : numbers,
    yAxis: upright ? numbers : category,
    series: [...series, ...plotLine(options, context, upright)],
  }
}

/** Two axes when the second series is measured on its own, at the right. */
function numberAxes(plot: TreePlot, options: TreeOptions, context: DrawContext) {
  const { plotLine, format, hideYAxis } = options
  const unit = format === 'percentage' ? '%' : ''
  const plain = valueAxis(context)
  const axis = {
    ...plain,
    show: !hideYAxis,
    axisLabel: {
      ...plain.axisLabel,
      formatter: (value: number) => `${compactNumber(value, numberLocale)}${unit}`,
    },
  }
  const first = plotLine === null ? axis : { ...axis, ...reaching(plotLine) }
  const isDouble = options.doubleYAxis && plot.series.length > 1
  return isDouble ? [first, { ...axis, position: 'right' as const, splitLine: { show: false } }] : first
}

/** Makes room for a line beyond the values. */
function reaching(line: number) {
  return {
    max: ({ max }: { max: number }) => (line > max ? line * (line > 0 ? 1.05 : 1) : undefined),
    min: ({ min }: { min: number }) => (line < min && line < 0 ? line * 1.05 : undefined),
  } as { max: () => number; min: () => number }
}

/** Of few keys each is written where it has room, however long another is. */
function keyAxis(plot: TreePlot, context: DrawContext, gap: boolean, vertical: boolean) {
  const axis = categoryAxis(plot, context, gap, vertical)
  const isFew = plot.categories.length <= 20
  return isFew ? { ...axis, axisLabel: { ...axis.axisLabel, interval: 0 } } : axis
}

function timeAxis(times: TimeAxis, context: DrawContext) {
  const hour = 3_600_000
  const { axisLine, axisTick, axisLabel } = categoryAxis(
    { categories: [], over: 'value', series: [] },
    context,
    false,
    false,
  )
  return {
    type: 'time' as const,
    axisLine,
    axisTick,
    splitNumber: 6,
    minInterval: times.grain === 'minute' ? 0 : times.grain === 'hour' ? hour : 24 * hour,
    axisLabel: { ...axisLabel, formatter: (instant: number) => tickText(instant, times, context) },
  }
}

/** A line across at a value, as a series of its own, so that no legend switches it off. */
function plotLine({ plotLine: at }: TreeOptions, { theme }: DrawContext, upright: boolean): SeriesOption[] {
  if (at === null) return []
  return [
    {
      type: 'line',
      data: [],
      markLine: {
        silent: true,
        symbol: 'none',
        label: { show: false },
        lineStyle: { color: theme.text, width: 2, type: 'solid' },
        data: [upright ? { yAxis: at } : { xAxis: at }],
      },
    },
  ]
}

interface Told {
  readonly colors: readonly string[]
  readonly times: TimeAxis | null
}

function told(
  items: unknown,
  plot: TreePlot,
  options: TreeOptions,
  context: DrawContext,
  { colors, times }: Told,
): string {
  const points = (Array.isArray(items) ? items : [items]) as { seriesId: string; dataIndex: number }[]
  const index = points[0]?.dataIndex ?? 0
  const instant = times?.instants[index]
  const heading =
    times === null || instant === undefined
      ? (plot.categories[index] ?? '')
      : headText(instant, times, context)
  const lines = points.flatMap(({ seriesId, dataIndex }) => {
    const words = wordsOf(plot, Number(seriesId), dataIndex)
    // A gap that the line passes over is no point.
    if (words.y === null && times !== null) return []
    return [[colors[Number(seriesId)] ?? '', lineOf(words, options)] as const]
  })
  return tooltipText(heading, lines)
}

/** The plot with its categories in the order of time. */
function inOrder(plot: TreePlot, { instants }: TimeAxis): TreePlot {
  const order = instants.map((_, index) => index).sort((a, b) => (instants[a] ?? 0) - (instants[b] ?? 0))
  const sorted = <T>(all: readonly T[]) => order.flatMap((index) => all.slice(index, index + 1))
  return {
    ...plot,
    categories: sorted(plot.categories),
    series: plot.series.map((series) => ({ ...series, values: sorted(series.values) })),
    facts: plot.facts.map(sorted),
  }
}
