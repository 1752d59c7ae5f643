import type { Drawing } from '../legend.ts'
import { type ChartOption, type DrawContext, frame, type SeriesOption, tooltip } from '../marks.ts'
import type { PlotSeries } from '../plot.ts'
import { keyAxis, numberAxes, timeAxis } from './axes.ts'
import { colorsFor } from './colors.ts'
import { legendOf } from './legend.ts'
import type { TreeOptions } from './options.ts'
import type { Scene } from './scene.ts'
import { headText, type TimeAxis } from './times.ts'
import { lineOf, tooltipText, wordsOf } from './words.ts'

/** A chart over two axes: which mark draws a series, which way values run, and over what. */
interface Cartesian {
  readonly values: 'up' | 'across'
  /** Null: over keys. */
  readonly times: TimeAxis | null
  readonly mark: (series: PlotSeries, color: string) => SeriesOption
}

export function cartesianDrawing(scene: Scene, chart: Cartesian): Drawing {
  const { plot, options, context } = scene
  const colors = colorsFor(plot.series.length, options, context)
  const series = plot.series.map((one, place) => ({
    ...chart.mark(one, colors[place] ?? ''),
    id: String(place),
  }))
  const isBar = series[0]?.type === 'bar'
  const option: ChartOption = {
    ...frame(context),
    useUTC: true,
    tooltip: {
      ...tooltip(context),
      trigger: 'axis',
      axisPointer: { type: isBar ? 'shadow' : 'line' },
      formatter: (items) => told(items, scene, chart.times, colors),
    },
    grid: {
      top: 10,
      left: 2,
      right: 14,
      bottom: 2,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...axesOf(scene, chart, isBar),
    series: [...series, ...plotLine(options, context, chart.values)],
  }
  const names = plot.series.map(({ name }) => name)
  const listed = options.legend?.layout !== 'horizontal'
  return { option, ...legendOf({ names, colors, listed }, options, context) }
}

function axesOf(scene: Scene, { values, times }: Cartesian, isBar: boolean): ChartOption {
  const upright = values === 'up'
  const keys = times === null ? keyAxis(scene, isBar, !upright) : timeAxis(times, scene.context)
  // The x axis is that of the keys, whichever way it runs.
  const category = { ...keys, show: !scene.options.hideXAxis }
  const numbers = numberAxes(scene)
  return upright ? { xAxis: category, yAxis: numbers } : { xAxis: numbers, yAxis: category }
}

/** A line across at a value, as a series of its own, so that no legend switches it off. */
function plotLine(
  { plotLine: at }: TreeOptions,
  { theme }: DrawContext,
  values: Cartesian['values'],
): SeriesOption[] {
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
        data: [values === 'up' ? { yAxis: at } : { xAxis: at }],
      },
    },
  ]
}

function told(
  items: unknown,
  { plot, options, context }: Scene,
  times: TimeAxis | null,
  colors: readonly string[],
): string {
  const points = (Array.isArray(items) ? items : [items]) as { seriesId: string; dataIndex: number }[]
  const index = points[0]?.dataIndex ?? 0
  const instant = times?.instants[index]
  const isTime = times !== null && instant !== undefined
  const heading = isTime ? headText(instant, times, context) : (plot.categories[index] ?? '')
  const lines = points.flatMap(({ seriesId, dataIndex }) => {
    const words = wordsOf(plot, Number(seriesId), dataIndex)
    // A gap that the line passes over is no point.
    if (words.y === null && times !== null) return []
    return [[colors[Number(seriesId)] ?? '', lineOf(words, options)] as const]
  })
  return tooltipText(heading, lines)
}
