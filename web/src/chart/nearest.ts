import type { createChart } from './echarts.ts'
import type { Click } from './spot.ts'

type Chart = ReturnType<typeof createChart>

/** How far beside a line a click still means it, in pixels. */
const reach = 30

interface Line {
  readonly id?: unknown
  readonly type?: unknown
  readonly stack?: unknown
  readonly data?: readonly unknown[]
}

/** The point of a line that is meant by a click beside it: lines are too thin to be hit. */
export function nearestPoint(chart: Chart, [x, y]: readonly [number, number]): Click | undefined {
  const lines = (chart.getOption() as { series?: readonly Line[] } | undefined)?.series ?? []
  if (!lines.some(({ type }) => type === 'line') || !chart.containPixel({ gridIndex: 0 }, [x, y]))
    return undefined
  const index = Math.round(Number(chart.convertFromPixel({ gridIndex: 0 }, [x, y])[0]))
  const height = (value: number) => Number(chart.convertToPixel({ gridIndex: 0 }, [index, value])[1])
  const [best] = pointsAt(lines, index)
    .map(({ id, value }) => ({ id, distance: Math.abs(height(value) - y) }))
    .filter(({ distance }) => distance <= reach)
    .sort((one, other) => one.distance - other.distance)
  return best === undefined ? undefined : { seriesId: best.id, dataIndex: index, name: '' }
}

/** The lines' values at an index, each upon those it is stacked on. */
export function pointsAt(lines: readonly Line[], index: number): { id: string; value: number }[] {
  const stacked = new Map<unknown, number>()
  return lines.flatMap(({ id, type, stack, data }) => {
    const own = data?.[index]
    if (type !== 'line' || typeof own !== 'number') return []
    const value = own + (stack === undefined ? 0 : (stacked.get(stack) ?? 0))
    stacked.set(stack, value)
    return [{ id: String(id), value }]
  })
}
