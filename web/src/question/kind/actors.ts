import { say } from '../../lang/say.ts'
import type { Field, Option } from '../field.ts'
import { joined } from '../part/common.ts'
import { personFilter } from '../part/filters.ts'
import { isQuery, type Query, read, text, under } from '../query.ts'
import { funnels } from './funnels.ts'
import type { Kind } from './kind.ts'
import { lifecycle } from './lifecycle.ts'
import { paths } from './paths.ts'
import { retention } from './retention.ts'
import { stickiness } from './stickiness.ts'
import { trends } from './trends.ts'

/** The charts whose points have persons behind them. */
const charts: Readonly<Record<string, Kind>> = {
  TrendsQuery: trends,
  FunnelsQuery: funnels,
  RetentionQuery: retention,
  LifecycleQuery: lifecycle,
  StickinessQuery: stickiness,
  PathsQuery: paths,
}

export const actors: Kind = {
  label: () => say('List of persons'),
  meaning: () => say('Persons, one a row, by their properties or by another question.'),
  types: ['table'],
  begin: (before) => ({
    kind: 'ActorsQuery',
    select: ['person_display_name', 'id', 'created_at'],
    ...(text(before.kind) in charts
      ? { source: pointOf(before, text(before.kind)), select: ['person_display_name', 'event_count'] }
      : {}),
  }),
  form: (query, at) => {
    const chart = read(query, 'source.source')
    const kind = isQuery(chart) ? charts[text(chart.kind)] : undefined
    const own = ownForm(query, at)
    return isQuery(chart) && kind !== undefined
      ? joined(own, kind.form(chart, under(at, 'source.source')))
      : own
  },
}

function ownForm(query: Query, at: string) {
  return {
    rows: [
      [source(query, at), ...point(query, under(at, 'source'))],
      [
        {
          as: 'values',
          at: under(at, 'select'),
          label: say('Columns'),
          words: { of: 'actor_column' },
        } as const,
      ],
      [personFilter(under(at, 'properties'))],
      [
        { as: 'text', at: under(at, 'search'), label: say('Search') } as const,
        {
          as: 'number',
          at: under(at, 'limit'),
          label: say('Rows'),
          otherwise: 100,
          min: 1,
          max: 10_000,
        } as const,
      ],
    ],
    more: [
      [
        {
          as: 'values',
          at: under(at, 'orderBy'),
          label: say('Ordered by'),
          hint: say('Such as created_at DESC'),
        } as const,
      ],
    ],
  }
}

function source(query: Query, at: string): Field {
  const inner = query.source
  const options: readonly Option[] = Object.entries(charts).map(([value, { label }]) => ({
    value,
    label: label(),
  }))
  if (isQuery(inner) && inner.kind === 'HogQLQuery') {
    return { as: 'code', at: under(at, 'source.query'), label: say('Persons of'), language: 'sql' }
  }
  return {
    as: 'choice',
    at: under(at, 'source.source.kind'),
    label: say('Persons behind'),
    blank: say('Everybody'),
    options,
    holder: under(at, 'source'),
    becomes: (before, kind) =>
      kind === '' ? {} : pointOf(isQuery(before.source) ? before.source : {}, kind),
  }
}

/** All persons of a chart, of the kind it is or is to become. */
function pointOf(chart: Query, kind: string): Query {
  const source = chart.kind === kind ? chart : (charts[kind] ?? trends).begin(chart)
  const isFunnel = kind === 'FunnelsQuery'
  const isStep = kind === 'StickinessQuery' || kind === 'RetentionQuery'
  return {
    kind: 'InsightActorsQuery',
    source,
    ...(isFunnel ? { funnelStep: 1 } : {}),
    ...(isStep ? { day: 1 } : {}),
  }
}

/** Which point of the chart. */
function point(query: Query, at: string): readonly Field[] {
  switch (text(read(query, 'source.source.kind'))) {
    case 'TrendsQuery':
      return [
        series(at),
        { as: 'text', at: under(at, 'day'), label: say('On the day'), placeholder: '2026-01-31' },
      ]
    case 'FunnelsQuery':
      return [
        {
          as: 'number',
          at: under(at, 'funnelStep'),
          label: say('Step'),
          hint: say('Below 0: those who were lost before it.'),
        },
      ]
    case 'RetentionQuery':
      return [
        { as: 'number', at: under(at, 'interval'), label: say('Began in interval'), otherwise: 0, min: 0 },
        { as: 'number', at: under(at, 'day'), label: say('Intervals later'), min: 0 },
      ]
    case 'LifecycleQuery':
      return [
        { as: 'text', at: under(at, 'day'), label: say('On the day'), placeholder: '2026-01-31' },
        status(at),
      ]
    case 'StickinessQuery':
      return [
        series(at),
        { as: 'number', at: under(at, 'day'), label: say('Active in so many intervals'), min: 1 },
      ]
    default:
      return []
  }
}

function series(at: string): Field {
  return {
    as: 'number',
    at: under(at, 'series'),
    label: say('Number of the series'),
    otherwise: 0,
    min: 0,
    fromOne: true,
  }
}

function status(at: string): Field {
  return {
    as: 'choice',
    at: under(at, 'status'),
    label: say('Who were'),
    options: [
      { value: 'new', label: say('New') },
      { value: 'returning', label: say('Returning') },
      { value: 'resurrecting', label: say('Resurrecting') },
      { value: 'dormant', label: say('Dormant') },
    ],
  }
}
