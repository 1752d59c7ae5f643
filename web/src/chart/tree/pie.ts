import type { Drawing } from '../legend.ts'
import { type ChartOption, type DrawContext, frame, tooltip } from '../marks.ts'
import { colorsFor } from './colors.ts'
import { legendOf } from './legend.ts'
import { sliceText } from './numbers.ts'
import type { TreeOptions } from './options.ts'
import type { TreePlot } from './plot.ts'
import type { Scene } from './scene.ts'
import { byShape, type Shape } from './shape.ts'
import { filled, type PointWords, passes } from './template.ts'
import { tooltipText, wordsOf } from './words.ts'

export interface Slice {
  readonly words: PointWords
  readonly color: string
  /** What is written at the slice; null for nothing. */
  readonly label: string | null
}

/** Shares of a whole: the first series, each point a slice. */
export function pieDrawing({ plot, options, context, opens }: Scene): Drawing {
  const slices = slicesOf(plot, options, context)
  const isBare = slices.every(({ label }) => label === null) || (options.labels?.distance ?? 0) < 0
  const option: ChartOption = {
    ...frame(context),
    tooltip: {
      ...tooltip(context),
      trigger: 'item',
      formatter: (item) => told(slices[placeOf(item)], options),
    },
    series: [
      {
        type: 'pie',
        ...shape(options, 'wide', isBare),
        ...(options.isHalf ? { startAngle: 180, endAngle: 360 } : {}),
        cursor: opens ? 'pointer' : 'default',
        // A legend takes slices out: each knows its own place.
        data: slices.map((slice, place) => ({ ...sliceOption(slice, options), place })),
        itemStyle: { borderColor: context.theme.surface, borderWidth: 2 },
        label: { color: context.theme.text, fontSize: 11, overflow: 'break' },
        emphasis: { scale: false },
      },
    ],
    media: byShape((given) => ({ series: [shape(options, given, isBare)] })),
  }
  const names = slices.map(({ words }) => words.name)
  const colors = slices.map(({ color }) => color)
  const listed = options.legend?.layout === 'vertical'
  return { option, ...legendOf({ names, colors, listed }, options, context) }
}

/** A slice keeps its colour whatever the others are; nothing has no slice. */
export function slicesOf(plot: TreePlot, options: TreeOptions, context: DrawContext): Slice[] {
  const colors = colorsFor(plot.categories.length, options, context)
  const values = plot.series[0]?.values ?? []
  const whole = values.reduce<number>((sum, value) => sum + Math.max(0, value ?? 0), 0)
  return values.flatMap((value, index) => {
    if (value === null || value <= 0) return []
    const words = { ...wordsOf(plot, 0, index), percentage: (value / whole) * 100 }
    return [{ words, color: colors[index] ?? '', label: labelOf(words, options) }]
  })
}

function labelOf(words: PointWords, options: TreeOptions): string | null {
  const { labels, legend, format } = options
  if (labels !== null && !labels.enabled) return null
  if (labels?.filter && !passes(labels.filter, words)) return null
  if (labels?.format != null) return filled(labels.format, words)
  const text = sliceText(words.y ?? 0, words.percentage ?? 0, format)
  return legend === null ? `${words.name}: ${text}` : text
}

/** Radii in percent of half the shorter side: labels need room at both sides, a half pie has it above. */
const radii = {
  whole: { wide: 70, square: 56, tall: 44 },
  half: { wide: 118, square: 84, tall: 56 },
}

function shape({ innerRadius, isHalf }: TreeOptions, given: Shape, isBare: boolean) {
  const bare = isHalf ? (given === 'wide' ? 140 : 94) : 94
  const outer = isBare ? bare : radii[isHalf ? 'half' : 'whole'][given]
  const radius = [innerRadius ? `${outer * 0.65}%` : 0, `${outer}%`]
  return isHalf ? { radius, center: ['50%', given === 'wide' ? '82%' : '68%'] } : { radius }
}

function sliceOption({ words, color, label }: Slice, { labels }: TreeOptions) {
  const away = labels?.distance ?? 12
  return {
    name: words.name,
    value: words.y ?? 0,
    itemStyle: { color },
    label:
      label === null
        ? { show: false }
        : { formatter: () => label, position: away < 0 ? ('inside' as const) : ('outside' as const) },
    labelLine: { show: label !== null && away > 0, length: away * 0.6, length2: away * 0.4 },
  }
}

function placeOf(item: unknown): number {
  return (item as { data: { place: number } }).data.place
}

function told(slice: Slice | undefined, { tooltip: template, format }: TreeOptions): string {
  if (slice === undefined) return ''
  const { words, color } = slice
  const text = sliceText(words.y ?? 0, words.percentage ?? 0, format)
  const line = template === null ? text : filled(template, words)
  return tooltipText(words.name, [[color, line]])
}
