import { fullNumber, percent } from '../lib/number.ts'
import { colorOf, placeColor } from './colors.ts'
import { type ChartOption, categoryLabels, type DrawContext, frame, tooltip } from './marks.ts'
import type { Plot } from './plot.ts'

export interface Slice {
  readonly name: string
  readonly value: number
  readonly color: string
}

/** Shares of a whole, as a ring; the names stand in the legend and the shares beside their slices. */
export function pieChart(plot: Plot, context: DrawContext): ChartOption {
  const slices = slicesOf(plot, context)
  const base = frame(true, context)
  return {
    ...base,
    tooltip: {
      ...tooltip(context),
      trigger: 'item',
      valueFormatter: (value) => shareText(Number(value), slices, context.locale),
    },
    legend: { ...base.legend, orient: 'vertical', top: 'middle', left: '55%', right: 0 },
    series: [
      {
        type: 'pie',
        left: 0,
        width: '50%',
        radius: ['58%', '96%'],
        data: slices.map(({ name, value, color }) => ({ name, value, itemStyle: { color } })),
        itemStyle: { borderColor: context.theme.surface, borderWidth: 2 },
        label: { show: false },
        labelLine: { show: false },
        emphasis: { scale: false },
      },
    ],
  }
}

/** The present period only: shares of two wholes do not add up. */
export function slicesOf(plot: Plot, context: DrawContext): Slice[] {
  const { palette } = context.theme
  const names = categoryLabels(plot, context).full
  const series = plot.series.filter(({ period }) => period === 'current')
  return series.flatMap(({ name, place, values }) =>
    values.flatMap((value, index) => {
      if (value === null || value <= 0) return []
      const key = plot.categoryKeys?.[index]
      const category = names[index] ?? ''
      const color =
        key !== undefined && series.length === 1
          ? colorOf(key, context.colors, palette)
          : placeColor(place * values.length + index, palette)
      return [
        { name: series.length === 1 ? category : [name, category].filter(Boolean).join(' – '), value, color },
      ]
    }),
  )
}

function shareText(value: number, slices: readonly Slice[], locale: string | undefined): string {
  const whole = slices.reduce((sum, slice) => sum + slice.value, 0)
  return `${fullNumber(value, locale)} (${percent(whole === 0 ? 0 : value / whole, locale)})`
}
