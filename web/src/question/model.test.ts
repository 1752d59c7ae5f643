import { expect, test } from 'vitest'
import {
  askable,
  breakdownOf,
  conditionsOf,
  drawnAs,
  event,
  kindOf,
  ofKind,
  placeIn,
  seriesOf,
  sourceOf,
  withBreakdown,
  within,
} from './model.ts'

const trend = { kind: 'TrendsQuery', series: [event('visit')], interval: 'week' }

test('a question is found within what a dialect wrapped around it', () => {
  expect(sourceOf({ kind: 'InsightVizNode', source: trend })).toEqual(trend)
  expect(
    sourceOf({ kind: 'DataTableNode', source: { kind: 'DataVisualizationNode', source: trend } }),
  ).toEqual(trend)
  expect(sourceOf(null)).toEqual({})
})

test('kinds without a form are told', () => {
  expect(kindOf(trend)).toBe('TrendsQuery')
  expect(kindOf({ kind: 'DatasetTree' })).toBeNull()
  expect(kindOf({})).toBeNull()
})

test('another kind keeps the series, filters and dates it can', () => {
  const before = { ...trend, properties: [{ key: 'a' }], dateRange: { date_from: '-7d' } }
  expect(ofKind('StickinessQuery', before)).toMatchObject({
    series: trend.series,
    dateRange: { date_from: '-7d' },
  })
  expect(seriesOf(ofKind('FunnelsQuery', before))).toHaveLength(2)
  expect(ofKind('RetentionQuery', before)).toMatchObject({
    retentionFilter: { targetEntity: { id: 'visit' } },
  })
  expect(ofKind('HogQLQuery', before)).not.toHaveProperty('properties')
})

test('a trend asks for what its drawing needs, and keeps its other options', () => {
  const smooth = { ...trend, trendsFilter: { smoothingIntervals: 7 } }
  expect(drawnAs(smooth, 'pie')).toMatchObject({
    trendsFilter: { smoothingIntervals: 7, display: 'ActionsPie' },
  })
  expect(drawnAs({ kind: 'HogQLQuery' }, 'pie')).toEqual({ kind: 'HogQLQuery' })
})

test('a part that says nothing any more goes', () => {
  const dated = within(trend, 'dateRange', { date_from: '-7d' })
  expect(dated).toMatchObject({ dateRange: { date_from: '-7d' } })
  expect(within(dated, 'dateRange', { date_from: '' })).toEqual(trend)
})

test('breakdowns are read in both forms', () => {
  const breakdown = { property: 'plan', type: 'person' as const }
  expect(breakdownOf(withBreakdown(trend, breakdown))).toEqual(breakdown)
  expect(breakdownOf({ breakdownFilter: { breakdowns: [breakdown] } })).toEqual(breakdown)
  expect(breakdownOf(withBreakdown(withBreakdown(trend, breakdown), null))).toBeNull()
})

test('conditions in groups are left to the JSON', () => {
  expect(conditionsOf(trend)).toEqual([])
  expect(conditionsOf({ properties: [{ key: 'a', value: 1 }] })).toEqual([
    { key: 'a', type: 'event', operator: 'exact', value: 1 },
  ])
  expect(conditionsOf({ properties: { type: 'AND', values: [] } })).toBeNull()
  expect(conditionsOf({ properties: [{ key: 'id', type: 'cohort', value: 3 }] })).toBeNull()
})

test('conditions that are not finished are not asked', () => {
  const condition = (key: string, operator: string, value?: unknown) => ({
    key,
    type: 'event' as const,
    operator,
    value,
  })
  const properties = [
    condition('', 'exact', 'x'),
    condition('a', 'exact', ''),
    condition('b', 'is_set'),
    condition('c', 'exact', 'x'),
  ]
  expect(conditionsOf(askable({ ...trend, properties }))?.map(({ key }) => key)).toEqual(['b', 'c'])
  expect(askable(trend)).toBe(trend)
})

test('the place of a mistake is found in its sentence', () => {
  expect(placeIn('query: Line 2, column 6: this makes no sense.')).toEqual({ line: 2, column: 6 })
  expect(placeIn('The query makes no sense at line 1, column 9: "}".')).toEqual({ line: 1, column: 9 })
  expect(placeIn('There is no such event.')).toBeNull()
})
