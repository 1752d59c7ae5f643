import type { Drawing } from './legend.ts'
import { cartesian, type DrawContext, legendName } from './marks.ts'
import { columnTitle, type Plot, type PlotSeries } from './plot.ts'

/** From the axis outwards; each has its own place in the palette, whatever else is on the page. */
const statuses = new Map([
  ['returning', 0],
  ['resurrecting', 4],
  ['new', 2],
  ['dormant', 3],
])

/** Who came, came back and stayed, stacked; who stayed away hangs below zero. */
export function lifecycleChart(plot: Plot, context: DrawContext): Drawing {
  const known = [...statuses].flatMap(([status, place]) =>
    plot.series.filter((series) => series.key === status).map((series) => named(series, place)),
  )
  const chosen = known.reduce<string[]>((colors, { place }) => {
    colors[place] = context.theme.palette.series[place] ?? context.theme.palette.none
    return colors
  }, [])
  return cartesian(
    { ...plot, series: known },
    { ...context, chosen },
    {
      values: 'up',
      gap: true,
      mark: (series, color) => ({
        type: 'bar',
        name: legendName(series),
        data: [...series.values],
        color,
        stack: 'lifecycle',
        barMaxWidth: 36,
        emphasis: { disabled: true },
      }),
    },
  )
}

function named(series: PlotSeries, place: number): PlotSeries {
  return { ...series, name: columnTitle(series.name), key: null, place }
}
