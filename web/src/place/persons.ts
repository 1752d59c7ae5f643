import type { Question } from '../api/answers.ts'
import type { Chart, Dashboard } from '../api/dashboards.ts'

/** Who is looked at: everyone, a segment, or those who fit a builder's statement. */
export type Persons = Pick<Question, 'segment_id' | 'scope_query' | 'properties'>

/** The persons of a segment, for trees of data sets and for questions about events. */
export function ofSegment(id: string): Persons {
  const cohort = { type: 'cohort', key: 'id', value: Number(id) }
  return { segment_id: id, properties: JSON.stringify([cohort]) }
}

/** The titles of the charts that show everyone all the same. */
export function unmoved(dashboard: Dashboard, persons: Persons): readonly string[] {
  if (persons.segment_id === undefined && persons.scope_query === undefined) return []
  const charts = dashboard.sections.flatMap(({ cards }) => cards.flatMap((card) => card.charts))
  return charts.filter((chart) => !follows(chart, persons)).map(({ title }) => title)
}

const aboutNobody = ['OtqlQuery', 'ReportQuery', 'BusinessWidget']

function follows({ type, query }: Chart, { segment_id }: Persons): boolean {
  if (type === 'text') return true
  const source = sourceOf(query)
  const kind = field(source, 'kind')
  if (kind === 'DatasetTree') return true
  if (segment_id === undefined || aboutNobody.includes(String(kind))) return false
  return kind !== 'HogQLQuery' || String(field(source, 'query')).includes('{filters}')
}

/** What is asked inside of what only says how to show it. */
function sourceOf(query: unknown): unknown {
  const inner = field(query, 'source')
  return typeof inner === 'object' && inner !== null ? inner : query
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
