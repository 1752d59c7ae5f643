import type { ChartOption } from '../marks.ts'

/** What the place of a round drawing is like. */
export type Shape = 'wide' | 'square' | 'tall'

/** What ECharts draws otherwise in a narrower place, whenever the place changes. */
export function byShape(option: (shape: Shape) => ChartOption) {
  return [
    { query: { maxAspectRatio: 1.25 }, option: option('tall') },
    { query: { minAspectRatio: 1.25, maxAspectRatio: 1.7 }, option: option('square') },
    { option: option('wide') },
  ]
}
