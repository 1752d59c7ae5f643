import type { BarSeriesOption } from 'echarts/charts'
import { colorOf } from './colors.ts'
import type { Drawing } from './legend.ts'
import { cartesian, type DrawContext, legendName } from './marks.ts'
import type { Plot, PlotSeries } from './plot.ts'

/** Values side by side, running across: for names that need room. */
export function barChart(plot: Plot, context: DrawContext): Drawing {
  return draw(plot, context, 'across')
}

/** Values side by side, running up; breakdowns over time are stacked. */
export function columnChart(plot: Plot, context: DrawContext): Drawing {
  return draw(plot, context, 'up')
}

function draw(plot: Plot, context: DrawContext, values: 'up' | 'across'): Drawing {
  const stacked = plot.over === 'time' && plot.series.some((series) => series.key !== null)
  return cartesian(plot, context, {
    values,
    gap: true,
    mark: (series, color) => ({
      type: 'bar',
      name: legendName(series),
      data: dataOf(series, plot, context),
      color,
      barMaxWidth: values === 'up' ? 36 : 22,
      barGap: '15%',
      itemStyle: {
        borderRadius: stacked ? 0 : radius(values),
        opacity: series.period === 'previous' ? 0.4 : 1,
      },
      emphasis: { disabled: true },
      ...(stacked ? { stack: `${series.place} ${series.period}` } : {}),
    }),
  })
}

/** A single series over breakdown values wears their colours. */
function dataOf(series: PlotSeries, plot: Plot, context: DrawContext): NonNullable<BarSeriesOption['data']> {
  const keys = plot.series.every(({ place }) => place === series.place) ? plot.categoryKeys : undefined
  if (keys === undefined) return [...series.values]
  return series.values.map((value, index) => ({
    value: value ?? '-',
    itemStyle: { color: colorOf(keys[index] ?? '', context.colors, context.theme.palette) },
  }))
}

function radius(values: 'up' | 'across'): [number, number, number, number] {
  return values === 'up' ? [3, 3, 0, 0] : [0, 3, 3, 0]
}
