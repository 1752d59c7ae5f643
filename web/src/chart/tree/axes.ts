import { compactNumber } from '../../lib/number.ts'
import { categoryAxis, type DrawContext, valueAxis } from '../marks.ts'
import { numberLocale } from './numbers.ts'
import type { Scene } from './scene.ts'
import { type TimeAxis, tickText } from './times.ts'

/** Of few keys each is written where it has room, however long another is. */
export function keyAxis({ plot, context }: Scene, gap: boolean, vertical: boolean) {
  const axis = categoryAxis(plot, context, gap, vertical)
  const isFew = plot.categories.length <= 20
  return isFew ? { ...axis, axisLabel: { ...axis.axisLabel, interval: 0 } } : axis
}

export function timeAxis(times: TimeAxis, context: DrawContext) {
  const keys = categoryAxis({ categories: [], over: 'value', series: [] }, context, false, false)
  return {
    type: 'time' as const,
    axisLine: keys.axisLine,
    axisTick: keys.axisTick,
    splitNumber: 6,
    minInterval: leastGap(times),
    axisLabel: { ...keys.axisLabel, formatter: (instant: number) => tickText(instant, times, context) },
  }
}

/** No two ticks are written alike. */
function leastGap({ grain }: TimeAxis): number {
  const hour = 3_600_000
  if (grain === 'minute') return 0
  return grain === 'hour' ? hour : 24 * hour
}

/** Two axes when the second series is measured on its own, at the right. */
export function numberAxes({ plot, options: { plotLine, format, hideYAxis, doubleYAxis }, context }: Scene) {
  const unit = format === 'percentage' ? '%' : ''
  const plain = valueAxis(context)
  const axis = {
    ...plain,
    show: !hideYAxis,
    axisLabel: {
      ...plain.axisLabel,
      formatter: (value: number) => `${compactNumber(value, numberLocale())}${unit}`,
    },
  }
  const first = plotLine === null ? axis : { ...axis, ...reaching(plotLine) }
  if (!doubleYAxis || plot.series.length < 2) return first
  return [first, { ...axis, position: 'right' as const, splitLine: { show: false } }]
}

/** Makes room for a line beyond the values. */
function reaching(line: number) {
  return {
    max: ({ max }: { max: number }) => (line > max ? line * (line > 0 ? 1.05 : 1) : undefined),
    min: ({ min }: { min: number }) => (line < min && line < 0 ? line * 1.05 : undefined),
  } as { max: () => number; min: () => number }
}
