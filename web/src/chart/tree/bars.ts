import type { Drawing } from '../legend.ts'
import { cartesianDrawing } from './cartesian.ts'
import type { Scene } from './scene.ts'

/** Bars beside each other or stacked; what has no value is drawn as 0. */
export function barsDrawing(scene: Scene, values: 'up' | 'across'): Drawing {
  const { bigBars, stacking } = scene.options
  return cartesianDrawing(scene, {
    values,
    times: null,
    mark: (series, color) => ({
      type: 'bar',
      name: series.name,
      data: series.values.map((value) => value ?? 0),
      color,
      cursor: scene.opens ? 'pointer' : 'default',
      barCategoryGap: bigBars ? '12%' : '40%',
      barGap: '8%',
      ...(bigBars ? {} : { barMaxWidth: 12 }),
      emphasis: { disabled: true },
      ...(stacking ? { stack: 'all' } : {}),
    }),
  })
}
