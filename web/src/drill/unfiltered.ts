import type { Chart } from '../api/dashboards.ts'
import { bareQuery } from '../dashboard/pick.ts'
import type { PropertyFilter } from './point.ts'

/** The dataset whose dimensions decide which filters hold for a chart; undefined where its kind decides. */
export function datasetOf({ query }: Chart): string | undefined {
  const { kind, dataset } = bareQuery(query)
  return kind === 'ReportQuery' && dataset !== 'events' ? String(dataset) : undefined
}

/**
 * Those of the filters that a chart's data knows nothing of, which leave it as it is.
 *
 * `dimensions` are those of its dataset.
 */
export function unfiltered(
  chart: Chart,
  conditions: readonly PropertyFilter[],
  dimensions: readonly string[],
): readonly PropertyFilter[] {
  if (chart.type === 'text') return []
  if (datasetOf(chart) !== undefined) return conditions.filter(({ key }) => !dimensions.includes(key))
  const { kind, query } = bareQuery(chart.query)
  const isDeaf = deaf.includes(String(kind)) || (kind === 'HogQLQuery' && !String(query).includes('{filters'))
  return isDeaf ? conditions : conditions.filter(({ type }) => type === 'dimension')
}

/** Kinds of questions that no property narrows down. */
const deaf = ['BusinessWidget', 'CubeQuery', 'DatasetTree', 'OtqlQuery']
