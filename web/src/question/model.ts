/**
 * Questions as the server takes them. A form changes fields of the JSON and leaves alone what it does not
 * know, so that a question made elsewhere keeps everything it says.
 */
export type Query = Readonly<Record<string, unknown>>

export type Kind =
  | 'TrendsQuery'
  | 'FunnelsQuery'
  | 'RetentionQuery'
  | 'LifecycleQuery'
  | 'StickinessQuery'
  | 'PathsQuery'
  | 'HogQLQuery'
  | 'OtqlQuery'

export const kinds: Readonly<Record<Kind, { readonly label: string; readonly types: readonly string[] }>> = {
  TrendsQuery: {
    label: 'Trend',
    types: ['line', 'area', 'columns', 'bars', 'pie', 'metric', 'table', 'map', 'calendar'],
  },
  FunnelsQuery: { label: 'Funnel', types: ['funnel', 'table'] },
  RetentionQuery: { label: 'Retention', types: ['retention', 'table'] },
  LifecycleQuery: { label: 'Lifecycle', types: ['lifecycle', 'table'] },
  StickinessQuery: { label: 'Stickiness', types: ['stickiness', 'line', 'table'] },
  PathsQuery: { label: 'Paths', types: ['paths', 'table'] },
  HogQLQuery: {
    label: 'SQL',
    types: ['table', 'line', 'area', 'columns', 'bars', 'pie', 'metric', 'bridge'],
  },
  OtqlQuery: { label: 'OTQL', types: ['table', 'bars', 'columns', 'line', 'pie', 'metric'] },
}

/** The display of a trend that fits how it is drawn: some show one number for the whole range. */
const displays: Readonly<Record<string, string>> = {
  line: 'ActionsLineGraph',
  area: 'ActionsAreaGraph',
  columns: 'ActionsBar',
  bars: 'ActionsBarValue',
  pie: 'ActionsPie',
  metric: 'BoldNumber',
  table: 'ActionsTable',
  map: 'WorldMap',
  calendar: 'CalendarHeatmap',
}

/** The question within what a dialect wrapped around it. */
export function sourceOf(query: unknown): Query {
  const inner = field(query, 'source')
  return isQuery(inner) ? sourceOf(inner) : isQuery(query) ? query : {}
}

export function kindOf(query: Query): Kind | null {
  const kind = text(query.kind)
  return kind in kinds ? (kind as Kind) : null
}

/** A question of another kind, with the series, filters and dates that it can keep. */
export function ofKind(kind: Kind, before: Query): Query {
  const kept = pick(before, ['properties', 'dateRange', 'filterTestAccounts'])
  const series = seriesOf(before)
  switch (kind) {
    case 'TrendsQuery':
    case 'StickinessQuery':
      return { kind, ...kept, series }
    case 'LifecycleQuery':
      return { kind, ...kept, series: series.slice(0, 1) }
    case 'FunnelsQuery':
      return { kind, ...kept, series: series.length > 1 ? series : [...series, event(null)] }
    case 'RetentionQuery': {
      const id = text(series[0]?.event)
      const entity = { id, name: id, type: 'events' }
      const retentionFilter = {
        period: 'Day',
        totalIntervals: 8,
        targetEntity: entity,
        returningEntity: entity,
      }
      return { kind, ...kept, retentionFilter }
    }
    case 'PathsQuery':
      return {
        kind,
        ...kept,
        pathsFilter: { includeEventTypes: ['$pageview', 'custom_event'], stepLimit: 5 },
      }
    case 'HogQLQuery':
      return {
        kind,
        query:
          'select event, count() as events\nfrom events\nwhere timestamp > now() - interval 7 day\ngroup by event\norder by events desc',
      }
    case 'OtqlQuery':
      return { kind, query: 'SELECT @count{} FROM UserPoint' }
  }
}

export function event(name: string | null): Query {
  return { kind: 'EventsNode', event: name, name: name ?? 'All events' }
}

export function seriesOf(query: Query): readonly Query[] {
  const given = list(query.series)
  return given.length > 0 ? given : [event('$pageview')]
}

export function withSeries(query: Query, series: readonly Query[]): Query {
  return { ...query, series }
}

/** The question as it is to be asked for this way of drawing. */
export function drawnAs(query: Query, type: string): Query {
  const display = displays[type]
  if (kindOf(query) !== 'TrendsQuery' || display === undefined) return query
  return within(query, 'trendsFilter', { display })
}

/** A part of the question with other fields; those without a value go. */
export function within(query: Query, part: string, fields: Query): Query {
  const merged = { ...(isQuery(query[part]) ? query[part] : {}), ...fields }
  const kept = Object.entries(merged).filter(([, value]) => value !== undefined && value !== '')
  const { [part]: _, ...rest } = query
  return kept.length === 0 ? rest : { ...rest, [part]: Object.fromEntries(kept) }
}

export interface Breakdown {
  readonly property: string
  readonly type: 'event' | 'person'
}

/** What the question is broken down by, in whichever of its two forms it is written. */
export function breakdownOf(query: Query): Breakdown | null {
  const filter = part(query, 'breakdownFilter')
  const [first] = list(filter.breakdowns)
  const property = text(first?.property ?? filter.breakdown)
  const type = text(first?.type ?? filter.breakdown_type)
  return property === '' ? null : { property, type: type === 'person' ? 'person' : 'event' }
}

export function withBreakdown(query: Query, breakdown: Breakdown | null): Query {
  const { breakdownFilter: _, ...rest } = query
  if (breakdown === null) return rest
  const { property, type } = breakdown
  return { ...rest, breakdownFilter: { breakdown: property, breakdown_type: type } }
}

export interface Condition {
  readonly key: string
  readonly type: 'event' | 'person'
  readonly operator: string
  readonly value: unknown
}

/** The conditions of a flat list; null when they are grouped, which only the JSON shows. */
export function conditionsOf(query: Query): readonly Condition[] | null {
  const properties = query.properties
  if (properties === undefined || properties === null) return []
  if (!Array.isArray(properties)) return null
  const flat = properties.every((one) => isQuery(one) && ['event', 'person', ''].includes(text(one.type)))
  if (!flat) return null
  return properties.map((one: Query) => ({
    key: text(one.key),
    type: text(one.type) === 'person' ? 'person' : 'event',
    operator: text(one.operator) || 'exact',
    value: one.value,
  }))
}

export function withConditions(query: Query, conditions: readonly Condition[]): Query {
  const { properties: _, ...rest } = query
  return conditions.length === 0 ? rest : { ...rest, properties: conditions }
}

/** Without what is not finished: a question being written is asked all the same. */
export function askable(query: Query): Query {
  const conditions = conditionsOf(query)
  if (conditions === null) return query
  const whole = conditions.filter(({ key, operator, value }) => {
    const needsNone = operator === 'is_set' || operator === 'is_not_set'
    return key !== '' && (needsNone || (value !== undefined && value !== ''))
  })
  return whole.length === conditions.length ? query : withConditions(query, whole)
}

/** Where a text stops making sense, told from the sentence about it. */
export function placeIn(sentence: string): { readonly line: number; readonly column: number } | null {
  const [, line, column] = /line (\d+),? column (\d+)/i.exec(sentence) ?? []
  return line === undefined ? null : { line: Number(line), column: Number(column) }
}

export function part(query: Query, name: string): Query {
  const inner = query[name]
  return isQuery(inner) ? inner : {}
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function list(value: unknown): readonly Query[] {
  return Array.isArray(value) ? value.filter(isQuery) : []
}

function pick(query: Query, names: readonly string[]): Query {
  return Object.fromEntries(
    names.filter((name) => query[name] !== undefined).map((name) => [name, query[name]]),
  )
}

function field(value: unknown, name: string): unknown {
  return isQuery(value) ? value[name] : undefined
}

function isQuery(value: unknown): value is Query {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
