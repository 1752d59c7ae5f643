import { fullNumber, percent } from '../lib/number.ts'
import { colorOf, placeColor } from './colors.ts'
import type { Drawing } from './legend.ts'
import { type ChartOption, categoryLabels, type DrawContext, frame, tooltip } from './marks.ts'
import type { Plot } from './plot.ts'
import { type Click, type Spot, spotOf } from './spot.ts'

export interface Slice {
  readonly name: string
  readonly value: number
  readonly color: string
  readonly spot?: Spot | undefined
}

/** Shares of a whole, as a ring with its names beside it. */
export function pieChart(plot: Plot, context: DrawContext): Drawing {
  const slices = slicesOf(plot, context)
  const option: ChartOption = {
    ...frame(context),
    tooltip: {
      ...tooltip(context),
      trigger: 'item',
      valueFormatter: (value) => shareText(Number(value), slices, context.locale),
    },
    series: [
      {
        type: 'pie',
        radius: ['58%', '94%'],
        data: slices.map(({ name, value, color }) => ({ name, value, itemStyle: { color } })),
        itemStyle: { borderColor: context.theme.surface, borderWidth: 2 },
        label: { show: false },
        labelLine: { show: false },
        emphasis: { scale: false },
      },
    ],
  }
  const legend = slices.map(({ name, color }) => ({ name, color, faint: false }))
  const find = ({ name }: Click) => slices.find((slice) => slice.name === name)?.spot
  return { option, legend, legendPlace: 'beside', find }
}

/** The present period only: shares of two wholes do not add up. */
export function slicesOf(plot: Plot, context: DrawContext): Slice[] {
  const { palette } = context.theme
  const names = categoryLabels(plot, context).full
  const series = plot.series.filter(({ period }) => period === 'current')
  return series.flatMap((one) => {
    const { name, place, values } = one
    return values.flatMap((value, index) => {
      if (value === null || value <= 0) return []
      const key = plot.categoryKeys?.[index]
      const category = names[index] ?? ''
      const color =
        key !== undefined && series.length === 1
          ? colorOf(key, context.colors, palette)
          : placeColor(place * values.length + index, palette)
      const title = series.length === 1 ? category : [name, category].filter(Boolean).join(' – ')
      return [{ name: title, value, color, spot: spotOf(one, index) }]
    })
  })
}

function shareText(value: number, slices: readonly Slice[], locale: string | undefined): string {
  const whole = slices.reduce((sum, slice) => sum + slice.value, 0)
  return `${fullNumber(value, locale)} (${percent(whole === 0 ? 0 : value / whole, locale)})`
}
