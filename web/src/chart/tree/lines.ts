import type { Drawing } from '../legend.ts'
import { lineMark } from '../line.ts'
import { cartesianDrawing } from './cartesian.ts'
import type { TreePlot } from './plot.ts'
import type { Scene } from './scene.ts'
import { type TimeAxis, timesOf } from './times.ts'

/** Lines, filled or not, that go on where a value is missing. */
export function linesDrawing(scene: Scene, isFilled: boolean): Drawing {
  const { plot, options } = scene
  const given = timesOf(plot.categories, options.mode)
  const times = given === null ? null : { ...given, instants: [...given.instants].sort((a, b) => a - b) }
  const ordered = given === null ? scene : { ...scene, plot: inOrder(plot, given) }
  return cartesianDrawing(ordered, {
    values: 'up',
    times,
    mark: (series, color) => ({
      ...lineMark(series, color),
      data: series.values.map((value, at) => (times === null ? value : [times.instants[at] ?? 0, value])),
      connectNulls: true,
      ...(isFilled ? { areaStyle: { opacity: 0.22 } } : {}),
      ...(options.doubleYAxis && series.place === 1 ? { yAxisIndex: 1 } : {}),
    }),
  })
}

/** The plot with its categories in the order of time. */
function inOrder(plot: TreePlot, { instants }: TimeAxis): TreePlot {
  const order = instants.map((_, index) => index).sort((a, b) => (instants[a] ?? 0) - (instants[b] ?? 0))
  const sorted = <T>(all: readonly T[]) => order.flatMap((index) => all.slice(index, index + 1))
  return {
    ...plot,
    categories: sorted(plot.categories),
    series: plot.series.map((series) => ({ ...series, values: sorted(series.values) })),
    facts: plot.facts.map(sorted),
  }
}
