import { say } from '../lang/say.ts'
import type { Drawing } from './legend.ts'
import { cartesian, type DrawContext, legendName } from './marks.ts'
import type { Plot } from './plot.ts'

/** From the axis outwards; each has its own place in the palette, whatever else is on the page. */
const statuses = new Map([
  ['returning', { place: 0, name: () => say('Returning') }],
  ['resurrecting', { place: 4, name: () => say('Resurrecting') }],
  ['new', { place: 2, name: () => say('New') }],
  ['dormant', { place: 3, name: () => say('Dormant') }],
])

/** Who came, came back and stayed, stacked; who stayed away hangs below zero. */
export function lifecycleChart(plot: Plot, context: DrawContext): Drawing {
  const known = [...statuses].flatMap(([status, { place, name }]) =>
    plot.series
      .filter((series) => series.key === status)
      .map((series) => ({ ...series, name: name(), key: null, place })),
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
