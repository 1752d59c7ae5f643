import type { ChartAnswer } from '../api/answers.ts'
import type { Chart } from '../api/dashboards.ts'
import type { At, Spot } from '../chart/spot.ts'

/** A number of a chart that a reader wants to know more about. */
export interface Pick {
  readonly chart: Chart
  readonly answer: ChartAnswer
  readonly spot: Spot
  readonly at: At
}

const kinds = /^(Trends|Funnels|Retention|Lifecycle|Stickiness|Paths|Report)Query$|^BusinessWidget$/

/** Whether a click on a number of a chart leads anywhere. */
export function canPick(chart: Chart): boolean {
  return hasBehind(chart) || targetOf(chart) !== undefined
}

/** Whether the server can list what a number is made of. */
export function hasBehind({ query }: Chart): boolean {
  return kinds.test(String(bareQuery(query).kind))
}

/** The question itself, out of the nodes that only say how it is shown. */
export function bareQuery(query: unknown): Readonly<Record<string, unknown>> {
  const node = Object(query) as Readonly<Record<string, unknown>>
  return node.source === undefined ? node : bareQuery(node.source)
}

/** The dashboard that a click on a chart's numbers leads to; undefined for none. */
export function targetOf({ options }: Chart): number | undefined {
  const target = options?.target_dashboard
  return typeof target === 'number' ? target : undefined
}
