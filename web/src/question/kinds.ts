import { type Field, type Form, fieldsOf } from './field.ts'
import { actors } from './kind/actors.ts'
import { business } from './kind/business.ts'
import { cube } from './kind/cube.ts'
import { events } from './kind/events.ts'
import { funnels } from './kind/funnels.ts'
import type { Kind } from './kind/kind.ts'
import { lifecycle } from './kind/lifecycle.ts'
import { paths } from './kind/paths.ts'
import { report } from './kind/report.ts'
import { retention } from './kind/retention.ts'
import { stickiness } from './kind/stickiness.ts'
import { otql, sql } from './kind/text.ts'
import { tree } from './kind/tree.ts'
import { displayedAs, trends } from './kind/trends.ts'
import { namedBreakdowns } from './part/breakdowns.ts'
import { askable, isCondition } from './part/condition.ts'
import { isQuery, type Query, read, text, write } from './query.ts'

/** Every kind of question that has a form, by what the server calls it. */
export const kinds: Readonly<Record<string, Kind>> = {
  TrendsQuery: trends,
  FunnelsQuery: funnels,
  RetentionQuery: retention,
  LifecycleQuery: lifecycle,
  StickinessQuery: stickiness,
  PathsQuery: paths,
  EventsQuery: events,
  ActorsQuery: actors,
  ReportQuery: report,
  BusinessWidget: business,
  CubeQuery: cube,
  HogQLQuery: sql,
  OtqlQuery: otql,
  DatasetTree: tree,
}

/** The kind of a question; null where there is no form for it. */
export function kindOf(query: Query): Kind | null {
  return kinds[text(query.kind)] ?? null
}

/** A question as its form shows it: older ways to say something in the newest one. */
export function renewed(query: Query): Query {
  const newest = kindOf(query)?.renewed?.(query) ?? query
  return filtersOf(newest).reduce((listed, at) => write(listed, at, inList(read(listed, at))), newest)
}

/** The paths of all filters of a question. */
function filtersOf(query: Query): readonly string[] {
  return allFields(query)
    .filter(({ as }) => as === 'filter')
    .map(({ at }) => at)
}

/** A single condition in the place of a filter is a list of one. */
function inList(filter: unknown): unknown {
  return isQuery(filter) && isCondition(filter) ? [filter] : filter
}

export function formOf(query: Query): Form {
  return kindOf(query)?.form(query, '') ?? { rows: [] }
}

export function allFields(query: Query): readonly Field[] {
  return fieldsOf(formOf(query), query)
}

/** A question as it is to be asked and kept for this way of drawing: without what is not finished. */
export function asked(query: Query, type: string): Query {
  const whole = namedBreakdowns(askable(query, filtersOf(query)), '')
  return query.kind === 'TrendsQuery' ? displayedAs(whole, type) : whole
}

const wrappers = ['InsightVizNode', 'DataVisualizationNode', 'DataTableNode']

/** The question within what a dialect wrapped around it. */
export function sourceOf(query: unknown): Query {
  if (!isQuery(query)) return {}
  return wrappers.includes(text(query.kind)) && isQuery(query.source) ? sourceOf(query.source) : query
}

/** What a dialect wrapped around a question, around another one. A question of another kind goes without. */
export function withSource(query: unknown, source: Query): Query {
  if (!isQuery(query) || sourceOf(query).kind !== source.kind) return source
  return wrappers.includes(text(query.kind)) && isQuery(query.source)
    ? { ...query, source: withSource(query.source, source) }
    : source
}

export function begun(kind: string, before: Query): Query {
  return kinds[kind]?.begin(before) ?? before
}
