import { expect, test } from 'vitest'
import { changedFields } from './changed.ts'
import { begun } from './kinds.ts'
import { type Query, write } from './query.ts'

const trend = begun('TrendsQuery', {})
const to = (at: string, value: unknown): Query => write(trend, at, value)

test('what was changed is called as the form calls it', () => {
  expect(changedFields(trend, to('interval', 'week'))).toEqual(['Per'])
  expect(changedFields(trend, to('series[0].math', 'dau'))).toEqual(['Measured by'])
  expect(changedFields(trend, to('dateRange.date_from', '-7d'))).toEqual(['Dates'])
  expect(changedFields(trend, trend)).toEqual([])
})

test('a list that grew and a filter that changed are told as one', () => {
  const two = to('series', [
    { kind: 'EventsNode', event: 'a' },
    { kind: 'EventsNode', event: 'b' },
  ])
  expect(changedFields(trend, two)).toContain('Events and actions')
  const properties = [{ key: 'a', type: 'event', operator: 'exact', value: ['b'] }]
  expect(changedFields(trend, to('properties', properties))).toEqual(['Only where'])
})

test('an older way to say the same is no change, and another kind no list of fields', () => {
  const old = to('trendsFilter', { formula: 'A * 2' })
  expect(changedFields(old, to('trendsFilter', { formulaNodes: [{ formula: 'A * 2' }] }))).toEqual([])
  expect(changedFields(trend, begun('FunnelsQuery', {}))).toEqual([])
  expect(changedFields({ kind: 'InsightVizNode', source: trend }, to('interval', 'hour'))).toEqual(['Per'])
})
