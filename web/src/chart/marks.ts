import type {
  BarSeriesOption,
  LineSeriesOption,
  PieSeriesOption,
  RadarSeriesOption,
  SankeySeriesOption,
} from 'echarts/charts'
import type { GridComponentOption, RadarComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { say } from '../lang/say.ts'
import { systemFont } from '../lib/font.ts'
import { axisTimes, fullTime, grainOf, type Place } from '../lib/time.ts'
import { type ColorBook, colorOf, placeColor } from './colors.ts'
import { type Format, plain, written, writtenShort } from './format.ts'
import type { Drawing, LegendEntry } from './legend.ts'
import type { Plot, PlotSeries } from './plot.ts'
import { spotOf } from './spot.ts'
import type { ChartTheme } from './theme.ts'

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | PieSeriesOption
  | SankeySeriesOption
  | RadarSeriesOption
  | RadarComponentOption
  | GridComponentOption
  | TooltipComponentOption
>

/** What drawing needs to know besides the rows. */
export interface DrawContext extends Place {
  readonly theme: ChartTheme
  readonly colors: ColorBook
  /** False for readers who asked for less motion. */
  readonly motion: boolean
  /** False where the author wants no legend beside the drawing. */
  readonly legend?: boolean
  /** Colours the chart's author chose, by series. */
  readonly chosen?: readonly string[]
}

export type SeriesOption = LineSeriesOption | BarSeriesOption

/** A chart over two axes: which mark draws a series, and which way the values run. */
export interface Cartesian {
  readonly values: 'up' | 'across'
  readonly mark: (series: PlotSeries, color: string) => SeriesOption
  /** Space at both ends of the category axis, as bars need it. */
  readonly gap: boolean
}

export function cartesian(plot: Plot, context: DrawContext, { values, mark, gap }: Cartesian): Drawing {
  const category = categoryAxis(plot, context, gap, values === 'across')
  const format = formatOfAll(plot)
  const value = { ...valueAxis(context, format), minInterval: isWhole(plot) ? 1 : 0 }
  const option: ChartOption = {
    ...frame(context),
    tooltip: { ...tooltip(context, format), trigger: 'axis', axisPointer: { type: gap ? 'shadow' : 'line' } },
    grid: {
      top: 10,
      left: 2,
      right: 14,
      bottom: 2,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: values === 'up' ? category : value,
    yAxis: values === 'up' ? value : category,
    series: plot.series.map((series, index) => ({
      ...mark(series, seriesColor(series, context)),
      id: String(index),
    })),
  }
  return {
    option,
    legend: seriesLegend(plot, context),
    legendPlace: 'above',
    find: ({ seriesId, dataIndex }) => spotOf(plot.series[Number(seriesId)], dataIndex),
  }
}

/** Between whole numbers stands no mark: there are no halves of events. */
function isWhole({ series }: Plot): boolean {
  return series.every(({ values }) => values.every((value) => value === null || Number.isInteger(value)))
}

/** What every chart has in common, whatever its mark. */
export function frame({ theme, motion }: DrawContext): ChartOption {
  return {
    animation: motion,
    animationDuration: 250,
    animationDurationUpdate: 250,
    textStyle: { fontFamily: systemFont, color: theme.text },
  }
}

/** A lone series is named by the card's heading. */
function seriesLegend(plot: Plot, context: DrawContext): LegendEntry[] {
  if (plot.series.length < 2) return []
  return plot.series.map((series) => ({
    name: legendName(series),
    color: seriesColor(series, context),
    faint: series.period === 'previous',
  }))
}

/** How the numbers of all series are written; plain when they differ. */
export function formatOfAll({ series }: Plot): Format {
  const [first, ...others] = series.map((one) => one.format ?? plain)
  const isSame = others.every((other) => JSON.stringify(other) === JSON.stringify(first))
  return isSame ? (first ?? plain) : plain
}

export function tooltip({ theme, locale }: DrawContext, format = plain): TooltipComponentOption {
  return {
    confine: true,
    backgroundColor: theme.surface,
    borderColor: theme.line,
    borderWidth: 1,
    padding: [8, 12],
    textStyle: { color: theme.text, fontSize: 12 },
    order: 'valueDesc',
    transitionDuration: 0,
    valueFormatter: (value) => (typeof value === 'number' ? written(value, format, locale) : '–'),
  }
}

/** Text in a tooltip that is written as HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

export function seriesColor(series: PlotSeries, context: DrawContext): string {
  const chosen = context.chosen?.[series.place]
  if (series.key !== null) return colorOf(series.key, context.colors, context.theme.palette)
  return chosen ?? placeColor(series.place, context.theme.palette)
}

/** The name that legends and tooltips show; a compared period says so. */
export function legendName(series: PlotSeries): string {
  return series.period === 'previous' ? say('{name} (previous period)', { name: series.name }) : series.name
}

interface CategoryLabels {
  /** Short, beside the axis. */
  readonly axis: readonly string[]
  /** In full, at the head of the tooltip. */
  readonly full: readonly string[]
}

export function categoryLabels(plot: Plot, place: Place): CategoryLabels {
  if (plot.over !== 'time') return { axis: plot.categories, full: plot.categories }
  const grain = grainOf(plot.categories)
  return {
    axis: axisTimes(plot.categories, grain, place),
    full: plot.categories.map((time) => fullTime(time, grain, place)),
  }
}

export function categoryAxis(plot: Plot, context: DrawContext, gap: boolean, vertical: boolean) {
  const { theme } = context
  const labels = categoryLabels(plot, context)
  return {
    type: 'category' as const,
    data: [...labels.full],
    boundaryGap: gap,
    inverse: vertical,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.line } },
    axisLabel: {
      color: theme.muted,
      fontSize: 11,
      hideOverlap: true,
      formatter: (name: string, index: number) => labels.axis[index] ?? name,
      ...(vertical ? { width: 130, overflow: 'truncate' as const } : {}),
    },
  }
}

export function valueAxis({ theme, locale }: DrawContext, format = plain) {
  return {
    type: 'value' as const,
    splitNumber: 4,
    minInterval: 0,
    splitLine: { lineStyle: { color: theme.line } },
    axisLabel: {
      color: theme.muted,
      fontSize: 11,
      hideOverlap: true,
      formatter: (value: number) => writtenShort(value, format, locale),
    },
  }
}
