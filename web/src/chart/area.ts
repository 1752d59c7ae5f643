import type { Drawing } from './legend.ts'
import { lineMark } from './line.ts'
import { cartesian, type DrawContext } from './marks.ts'
import type { Plot } from './plot.ts'

/** Lines stacked on each other, with the space between them filled; each period has its own stack. */
export function areaChart(plot: Plot, context: DrawContext): Drawing {
  return cartesian(plot, context, {
    values: 'up',
    gap: false,
    mark: (series, color) => ({
      ...lineMark(series, color),
      stack: series.period,
      areaStyle: { opacity: series.period === 'previous' ? 0 : 0.22 },
    }),
  })
}
