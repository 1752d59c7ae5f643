import type { Dataset, TreePoint } from '../../api/answers.ts'
import { numberOf, valueName } from '../cell.ts'
import type { Plot, PlotSeries } from '../plot.ts'
import type { Fact } from './numbers.ts'

export type Aggregate = Extract<Dataset, { type: 'aggregate' }>

/** A data set's points as every mark draws them, and beside each number where it came from. */
export interface TreePlot extends Plot {
  /** By series, then category. */
  readonly facts: readonly (readonly Fact[])[]
}

/** The points inside the point of a key, inside the next; what leads nowhere is left out of the path. */
export interface Level {
  readonly points: readonly TreePoint[]
  readonly path: readonly string[]
}

/** Points as a file may hold them: what is none is left out. */
function pointsOf(given: unknown): readonly TreePoint[] {
  return Array.isArray(given) ? given.filter((point) => typeof point === 'object' && point !== null) : []
}

export function levelAt({ dataset }: Aggregate, path: readonly string[], xKey: string): Level {
  return path.reduce<Level>(
    (level, key) => {
      const inside = bucketsOf(level.points.find((point) => keyOf(point, xKey) === key))
      return inside.length === 0 ? level : { points: inside, path: [...level.path, key] }
    },
    { points: pointsOf(dataset), path: [] },
  )
}

/** One series a title. */
export function seriesPlot(points: readonly TreePoint[], titles: readonly string[], xKey: string): TreePlot {
  const categories = points.map((point) => keyOf(point, xKey))
  return {
    categories,
    over: 'value',
    series: titles.map((title, place) => series(titleName(title), place, points, title)),
    facts: titles.map((title) => points.map((point) => factOf(point, title))),
  }
}

/** One series for each key that buckets have, over the points they are in. */
export function bucketsPlot(points: readonly TreePoint[], title: string, xKey: string): TreePlot {
  const keys = [...new Set(points.flatMap((point) => bucketsOf(point).map((inside) => keyOf(inside, xKey))))]
  const inside = keys.map((key) =>
    points.map((point) => bucketsOf(point).find((bucket) => keyOf(bucket, xKey) === key)),
  )
  return {
    categories: points.map((point) => keyOf(point, xKey)),
    over: 'value',
    series: keys.map((key, place) => series(key, place, inside[place] ?? [], title)),
    facts: inside.map((buckets) => buckets.map((bucket) => factOf(bucket, title))),
  }
}

function series(
  name: string,
  place: number,
  points: readonly (TreePoint | undefined)[],
  title: string,
): PlotSeries {
  return { name, place, key: null, period: 'current', values: points.map((point) => numberAt(point, title)) }
}

/** A point without the property that was asked for goes by its key. */
export function keyOf(point: TreePoint, xKey: string): string {
  const key = point[xKey] ?? point.key
  return typeof key === 'string' && key !== '' ? key : nameOf(key)
}

function nameOf(key: unknown): string {
  return typeof key === 'number' ? String(key) : valueName((key ?? null) as Parameters<typeof valueName>[0])
}

export function bucketsOf(point: TreePoint | undefined): readonly TreePoint[] {
  return pointsOf(point?.buckets)
}

export function numberAt(point: TreePoint | undefined, column: string): number | null {
  return numberOf(point?.[column] as Parameters<typeof numberOf>[0])
}

/** The title of a series nobody named is no word for readers. */
export function titleName(title: string): string {
  return title === 'value' ? 'count' : title
}

function factOf(point: TreePoint | undefined, title: string): Fact {
  return { count: numberAt(point, `${title}-count`), percentage: numberAt(point, `${title}-percentage`) }
}
