import type { RadarSeriesOption } from 'echarts/charts'
import type { Drawing } from '../legend.ts'
import { type ChartOption, frame, tooltip } from '../marks.ts'
import type { PlotSeries } from '../plot.ts'
import { colorsFor } from './colors.ts'
import { legendOf } from './legend.ts'
import { plainNumber } from './numbers.ts'
import type { TreeOptions } from './options.ts'
import type { TreePlot } from './plot.ts'
import type { Scene } from './scene.ts'
import { byShape } from './shape.ts'
import { filled, passes } from './template.ts'
import { lineOf, tooltipText, wordsOf } from './words.ts'

/** Names at the sides need room. */
const radii = { wide: '74%', square: '66%', tall: '50%' }

/** An axis a category, from 0 in the middle; a lone series is filled, several are lines. */
export function radarDrawing(scene: Scene): Drawing {
  const { plot, options, context } = scene
  const { theme } = context
  const colors = colorsFor(plot.series.length, options, context)
  const max = roundMax(plot)
  const option: ChartOption = {
    ...frame(context),
    tooltip: {
      ...tooltip(context),
      trigger: 'item',
      formatter: (item) => told(Number((item as { seriesId: string }).seriesId), scene, colors),
    },
    radar: {
      indicator: plot.categories.map((name) => ({ name, min: 0, max })),
      radius: radii.wide,
      splitNumber: 4,
      // Numbers at the points stand between these and their names.
      axisNameGap: isLabelled(plot, options) ? 24 : 12,
      axisName: { color: theme.muted, fontSize: 11, formatter: (name) => shortened(name ?? '') },
      axisLine: { lineStyle: { color: theme.line } },
      splitLine: { lineStyle: { color: theme.line } },
      splitArea: { show: false },
    },
    media: byShape((shape) => ({ radar: { radius: radii[shape] } })),
    series: plot.series.map((series, place) => mark(series, colors[place] ?? '', scene)),
  }
  const names = plot.series.map(({ name }) => name)
  return { option, ...legendOf({ names, colors, listed: false }, options, context) }
}

function mark(
  { name, place, values }: PlotSeries,
  color: string,
  { plot, options, context: { theme } }: Scene,
): RadarSeriesOption {
  const isAlone = plot.series.length === 1
  return {
    type: 'radar',
    id: String(place),
    name,
    data: [{ name, value: values.map((value) => value ?? 0) }],
    color,
    symbol: 'circle',
    symbolSize: 5,
    lineStyle: { width: 2, color },
    ...(isAlone ? { areaStyle: { color, opacity: 0.25 } } : {}),
    label: {
      show: isLabelled(plot, options),
      color: theme.text,
      fontSize: 11,
      formatter: ({ dimensionIndex }) => labelOf(plot, place, dimensionIndex ?? 0, options),
    },
  }
}

/** Labels of several series would cover each other, unless they are asked for. */
function isLabelled(plot: TreePlot, { labels }: TreeOptions): boolean {
  return labels?.enabled ?? plot.series.length === 1
}

/** What is written at a point. */
export function labelOf(
  plot: TreePlot,
  series: number,
  category: number,
  { labels, format }: TreeOptions,
): string {
  const words = wordsOf(plot, series, category)
  if (words.y === null || (labels?.filter && !passes(labels.filter, words))) return ''
  if (labels?.format != null) return filled(labels.format, words)
  return `${plainNumber(words.y)}${format === null || format === 'count' ? '' : '%'}`
}

/** All axes end at the same number, one or two digits above what is drawn. */
function roundMax(plot: TreePlot): number {
  const most = Math.max(0, ...plot.series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  if (most === 0) return 1
  const step = 10 ** Math.floor(Math.log10(most)) / 2
  return Math.ceil(most / step) * step
}

function shortened(name: string): string {
  return name.length > 20 ? `${name.slice(0, 19)}…` : name
}

function told(place: number, { plot, options }: Scene, colors: readonly string[]): string {
  const color = colors[place] ?? ''
  const lines = plot.categories.map((name, category) => {
    const words = wordsOf(plot, place, category)
    // The heading names the series, so each line names its category.
    const line =
      options.tooltip === null ? lineOf({ ...words, series: name }, options) : lineOf(words, options)
    return [color, line] as const
  })
  return tooltipText(plot.series[place]?.name ?? '', lines)
}
