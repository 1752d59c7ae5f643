import type { LineSeriesOption } from 'echarts/charts'
import type { Drawing } from './legend.ts'
import { cartesian, type DrawContext, legendName } from './marks.ts'
import type { Plot, PlotSeries } from './plot.ts'

/** Numbers over time, one line a series; the compared period is dashed. */
export function lineChart(plot: Plot, context: DrawContext): Drawing {
  return cartesian(plot, context, { values: 'up', gap: false, mark: lineMark })
}

export function lineMark(series: PlotSeries, color: string): LineSeriesOption {
  const previous = series.period === 'previous'
  return {
    type: 'line',
    name: legendName(series),
    data: [...series.values],
    color,
    // A lone point has no line to show it.
    showSymbol: series.values.length < 2,
    symbol: 'circle',
    symbolSize: 6,
    lineStyle: { width: 2, type: previous ? 'dashed' : 'solid', opacity: previous ? 0.6 : 1 },
    emphasis: { disabled: true },
  }
}
