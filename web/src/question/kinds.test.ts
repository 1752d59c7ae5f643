import { expect, test } from 'vitest'
import { allFields, asked, begun, kindOf, kinds, renewed, sourceOf, withSource } from './kinds.ts'
import { isQuery, isSame, objects, type Query, read, text, write } from './query.ts'
import { dice, made, touched } from './samples.ts'

/** The question with fields that no form knows, in every object of it. */
function adorned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(adorned)
  if (!isQuery(value)) return value
  const inner = Object.entries(value).map(([name, one]) => [name, adorned(one)])
  return { ...Object.fromEntries(inner), unknown_to_forms: { kept: [1, null, true] } }
}

function adornments(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + adornments(one), 0)
  if (!isQuery(value)) return 0
  const own = isSame(value.unknown_to_forms, { kept: [1, null, true] }) ? 1 : 0
  return Object.values(value).reduce<number>((sum, one) => sum + adornments(one), own)
}

const seeds = Array.from({ length: 20 }, (_, at) => at + 1)
const every = Object.keys(kinds)

test.each(every)('%s: writing what each field reads leaves the question as it is', (kind) => {
  for (const seed of seeds) {
    const query = adorned(made(kind, dice(seed))) as Query
    for (const { at } of allFields(query)) expect(write(query, at, read(query, at))).toBe(query)
  }
})

test.each(every)('%s: what is typed into a field is read from it, and other fields stay', (kind) => {
  for (const seed of seeds) {
    const roll = dice(seed)
    const query = adorned(made(kind, roll)) as Query
    const fields = allFields(query).filter(({ as }) => as === 'number' || as === 'code')
    for (const field of fields) {
      const value = field.as === 'number' ? 3 : 'select 3'
      const after = write(query, field.at, value)
      expect(read(after, field.at)).toBe(value)
      const others = allFields(query).filter(({ at }) => !at.startsWith(field.at) && !field.at.startsWith(at))
      for (const { at } of others) expect(read(after, at)).toEqual(read(query, at))
    }
  }
})

test.each(every)('%s: what no form knows survives a change', (kind) => {
  for (const seed of seeds) {
    const query = adorned(made(kind, dice(seed))) as Query
    const plain = allFields(query).filter((field) =>
      ['number', 'flag', 'values', 'some', 'code'].includes(field.as),
    )
    for (const field of plain) {
      const after = touched(query, field, dice(seed))
      expect(adornments(after)).toBeGreaterThanOrEqual(adornments(query))
    }
  }
})

test.each(every)('%s: a question in the newest words stays as it is', (kind) => {
  for (const seed of seeds) {
    const query = made(kind, dice(seed))
    expect(renewed(renewed(query))).toEqual(renewed(query))
  }
})

test('a question is found within what a dialect wrapped around it, and put back there', () => {
  const trend = begun('TrendsQuery', {})
  const viewed = { kind: 'InsightVizNode', source: trend, full: true }
  const listed = { kind: 'DataTableNode', source: { kind: 'DataVisualizationNode', source: trend } }
  expect(sourceOf(viewed)).toEqual(trend)
  expect(sourceOf(listed)).toEqual(trend)
  expect(sourceOf(null)).toEqual({})
  const changed = { ...trend, interval: 'week' }
  expect(withSource(viewed, changed)).toEqual({ ...viewed, source: changed })
  expect(sourceOf(withSource(listed, changed))).toEqual(changed)
  expect(withSource(viewed, { kind: 'HogQLQuery' })).toEqual({ kind: 'HogQLQuery' })
})

test('the question behind a list of persons is no wrapping', () => {
  const persons = begun('ActorsQuery', begun('TrendsQuery', {}))
  expect(sourceOf(persons)).toEqual(persons)
  expect(read(persons, 'source.source.kind')).toBe('TrendsQuery')
})

test('kinds without a form are told', () => {
  expect(kindOf({ kind: 'SavedInsightNode' })).toBeNull()
  expect(kindOf({})).toBeNull()
})

test('another kind keeps the series, filters and dates it can', () => {
  const properties = [{ key: 'a', value: 1 }]
  const before = { ...begun('TrendsQuery', {}), series: [{ kind: 'EventsNode', event: 'visit' }], properties }
  expect(begun('StickinessQuery', before)).toMatchObject({ series: before.series, properties })
  expect(objects(begun('FunnelsQuery', before).series)).toHaveLength(2)
  expect(begun('RetentionQuery', before)).toMatchObject({
    retentionFilter: { targetEntity: { id: 'visit' } },
  })
  expect(begun('HogQLQuery', before)).not.toHaveProperty('properties')
  expect(begun('EventsQuery', before)).toMatchObject({ event: 'visit', properties })
})

test('a trend asks for what its drawing needs, and keeps the variant that fits', () => {
  const smooth = { ...begun('TrendsQuery', {}), trendsFilter: { smoothingIntervals: 7 } }
  expect(asked(smooth, 'pie')).toMatchObject({
    trendsFilter: { smoothingIntervals: 7, display: 'ActionsPie' },
  })
  const total = { ...smooth, trendsFilter: { display: 'ActionsLineGraphCumulative' } }
  expect(asked(total, 'line')).toBe(total)
  expect(asked({ kind: 'HogQLQuery', query: 'select 1' }, 'pie')).toEqual({
    kind: 'HogQLQuery',
    query: 'select 1',
  })
})

test('older ways to break down and to compute are shown in the newest', () => {
  const old = {
    ...begun('TrendsQuery', {}),
    breakdownFilter: { breakdown: 'plan', breakdown_type: 'person', breakdown_limit: 3 },
    trendsFilter: { formula: 'A / 2', showLegend: true },
  }
  expect(renewed(old)).toMatchObject({
    breakdownFilter: { breakdowns: [{ property: 'plan', type: 'person' }], breakdown_limit: 3 },
    trendsFilter: { formulaNodes: [{ formula: 'A / 2' }], showLegend: true },
  })
  expect(read(renewed(old), 'breakdownFilter.breakdown')).toBeUndefined()
  const cohorts = { ...old, breakdownFilter: { breakdown: [3, 'all'], breakdown_type: 'cohort' } }
  expect(read(renewed(cohorts), 'breakdownFilter.breakdowns[0]')).toEqual({
    property: [3, 'all'],
    type: 'cohort',
  })
})

test('a condition that stands alone is shown as a list of one', () => {
  const properties = { key: 'a', operator: 'exact', value: 'b' }
  const series = [{ kind: 'EventsNode', event: 'visit', properties }]
  const shown = renewed({ ...begun('TrendsQuery', {}), properties, series })
  expect(read(shown, 'properties')).toEqual([properties])
  expect(read(shown, 'series[0].properties')).toEqual([properties])
  expect(allFields(shown).map(({ at }) => at)).toContain('series[0].properties[0].operator')
})

test('what is not finished is not asked', () => {
  const condition = (key: string, operator: string, value?: unknown) => ({
    key,
    type: 'event',
    operator,
    value,
  })
  const properties = [condition('', 'exact', 'x'), condition('a', 'exact', ''), condition('b', 'is_set')]
  const group = {
    type: 'OR',
    values: [condition('c', 'exact', 'x'), { type: 'AND', values: [condition('', 'exact')] }],
  }
  const trend = { ...begun('TrendsQuery', {}), properties }
  expect(read(asked(trend, 'line'), 'properties')).toEqual([properties[2]])
  const grouped = asked({ ...trend, properties: group }, 'line')
  expect(read(grouped, 'properties')).toEqual({ type: 'OR', values: [group.values[0]] })
  const series = [{ kind: 'EventsNode', event: 'visit', properties: [condition('a', 'exact')] }]
  expect(read(asked({ ...trend, series }, 'line'), 'series[0].properties')).toBeUndefined()
  const broken = asked(
    { ...trend, breakdownFilter: { breakdowns: [{ type: 'event', property: '' }] } },
    'line',
  )
  expect(text(read(broken, 'breakdownFilter'))).toBe('')
})
