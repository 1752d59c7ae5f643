import type { Cell } from '../api/answers.ts'
import type { Chart } from '../api/dashboards.ts'
import { noneMarker, otherMarker, valueName } from '../chart/cell.ts'
import { columnTitle } from '../chart/plot.ts'
import { bareQuery, type Pick } from '../dashboard/pick.ts'
import { say } from '../lang/say.ts'
import { fullTime, type Grain, type Place } from '../lib/time.ts'

/** The cells that tell a row of a chart's answer apart, by column. */
export type Point = Readonly<Record<string, Cell>>

/** What a URL says of a point that is looked behind. */
export interface Drilled {
  readonly chart: number | string
  readonly point: Point
}

/** Columns that tell rows apart, of every kind of chart but reports. */
const telling = new Set([
  ...['series', 'breakdown', 'period', 'time', 'step', 'cohort', 'interval', 'status', 'intervals'],
  ...['source', 'target', 'month', 'name', 'currency'],
])

/** The point that was picked. Of a row with several numbers it says which one. */
export function pointOf({ chart, answer, spot }: Pick): Point {
  const row = answer.rows[spot.row] ?? []
  const query = bareQuery(chart.query)
  const dimensions = query.kind === 'ReportQuery' ? lengthOf(query.dimensions) : undefined
  const cells = answer.columns.flatMap(({ name }, index): [string, Cell][] => {
    const tells = dimensions === undefined ? telling.has(name) : index < dimensions
    // The name of a funnel's step only says what its number means.
    return tells && !(name === 'name' && answer.columns.some((one) => one.name === 'step'))
      ? [[name, row[index] ?? null]]
      : []
  })
  const metric =
    dimensions !== undefined && spot.column !== undefined ? [['metric', spot.column] as const] : []
  return Object.fromEntries([...cells, ...metric])
}

export function readDrilled(text: string | undefined): Drilled | null {
  try {
    const read: unknown = JSON.parse(text ?? 'null')
    const { chart, point } = Object(read) as Partial<Drilled>
    const isChart = typeof chart === 'number' || typeof chart === 'string'
    return isChart && typeof point === 'object' && point !== null ? { chart, point } : null
  } catch {
    return null
  }
}

/** What a point is called: its values and its time. */
export function pointLabel(point: Point, chart: Chart, place: Place): string {
  const grain = grainOf(bareQuery(chart.query))
  const parts = Object.entries(point).map(([name, value]) =>
    value === null || typeof value === 'boolean' ? '' : (words[name] ?? plain)(value, grain, place, name),
  )
  return parts.filter((part) => part !== '').join(', ')
}

type Words = (value: Cell, grain: Grain, place: Place, name: string) => string

const plain: Words = (value, _, { locale }) => valueName(value, locale)
const silent: Words = () => ''
const timed: Words = (value, grain, place) => fullTime(String(value), grain, place)
const counted: Words = (value, _, __, name) => `${columnTitle(name)} ${value}`
const stop: Words = (value) => String(value).replace(/^\d+_/, '')

/** How the cells of some columns are told. */
const words: Readonly<Record<string, Words>> = {
  series: silent,
  metric: silent,
  period: silent,
  time: timed,
  cohort: timed,
  step: (value) => say('Step {number}', { number: Number(value) + 1 }),
  interval: counted,
  intervals: counted,
  source: stop,
  target: stop,
}

/** A property filter as the server takes it. */
export interface PropertyFilter {
  readonly key: string
  readonly type: string
  readonly operator: string
  readonly value?: Cell
  readonly group_type_index?: number
}

/** The filters that narrow the dashboard down to the values of a point. */
export function filtersOf(point: Point, chart: Chart): PropertyFilter[] {
  const query = bareQuery(chart.query)
  if (query.kind === 'ReportQuery')
    return names(query.dimensions).flatMap((name) =>
      name in point ? filterFor({ property: name, type: 'dimension' }, point[name] ?? null) : [],
    )
  const breakdowns = breakdownsOf(query)
  const value = point.breakdown
  if (value === undefined) return []
  const values: readonly Cell[] = breakdowns.length > 1 ? String(value).split('::') : [value]
  return breakdowns.flatMap((breakdown, index) => filterFor(breakdown, values[index] ?? null))
}

interface Breakdown {
  readonly property: string
  readonly type: string
  readonly group_type_index?: number
}

function filterFor({ property, type, group_type_index }: Breakdown, value: Cell): PropertyFilter[] {
  if (value === otherMarker || !filterable.includes(type)) return []
  const whose = group_type_index === undefined ? {} : { group_type_index }
  if (type === 'cohort')
    return value === 'all' ? [] : [{ key: 'id', type, operator: 'in', value: Number(value) }]
  if (value === null || value === noneMarker)
    return [{ key: property, type, operator: 'is_not_set', ...whose }]
  return [{ key: property, type, operator: 'exact', value: [String(value)], ...whose }]
}

const filterable = ['event', 'person', 'session', 'group', 'event_metadata', 'dimension', 'cohort']

function breakdownsOf(query: Readonly<Record<string, unknown>>): Breakdown[] {
  const { breakdown, breakdown_type, breakdown_group_type_index, breakdowns } = Object(
    query.breakdownFilter,
  ) as Readonly<Record<string, unknown>>
  if (Array.isArray(breakdowns) && breakdowns.length > 0) return breakdowns.map(breakdownIn)
  const one = Array.isArray(breakdown) ? breakdown[0] : breakdown
  if (one === undefined || one === null) return []
  return [breakdownIn({ property: one, type: breakdown_type, group_type_index: breakdown_group_type_index })]
}

function breakdownIn(node: unknown): Breakdown {
  const { property, type, group_type_index } = Object(node) as Readonly<Record<string, unknown>>
  const known = typeof type === 'string' ? type : 'event'
  return typeof group_type_index === 'number'
    ? { property: String(property), type: known, group_type_index }
    : { property: String(property), type: known }
}

function names(dimensions: unknown): string[] {
  return Array.isArray(dimensions)
    ? dimensions.filter((one): one is string => typeof one === 'string' && !times.has(one))
    : []
}

const times = new Set(['date', 'week', 'month'])

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0
}

function grainOf({ interval, retentionFilter }: Readonly<Record<string, unknown>>): Grain {
  const period = String(interval ?? Reflect.get(Object(retentionFilter), 'period') ?? 'day').toLowerCase()
  return (['minute', 'hour', 'day', 'week', 'month'] as const).find((grain) => grain === period) ?? 'day'
}
