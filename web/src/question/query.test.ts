import { expect, test } from 'vitest'
import { fieldAt } from './field.ts'
import { allFields, begun } from './kinds.ts'
import { above, isWithin, read, under, write } from './query.ts'

const trend = { kind: 'TrendsQuery', series: [{ event: 'a' }, { event: 'b' }] }

test('a place is read and written by its path', () => {
  expect(read(trend, 'series[1].event')).toBe('b')
  expect(read(trend, 'series[4].event')).toBeUndefined()
  expect(write(trend, 'series[1].event', 'c').series).toEqual([{ event: 'a' }, { event: 'c' }])
  expect(write(trend, 'dateRange.date_from', '-7d')).toEqual({ ...trend, dateRange: { date_from: '-7d' } })
  expect(write({}, 'date_ranges[0].end_date', 'now')).toEqual({ date_ranges: [{ end_date: 'now' }] })
})

test('a part that says nothing any more goes', () => {
  const dated = write(trend, 'dateRange.date_from', '-7d')
  expect(write(dated, 'dateRange.date_from', '')).toEqual(trend)
  expect(
    write({ ...dated, dateRange: { date_from: '-7d', explicitDate: true } }, 'dateRange.date_from', ''),
  ).toEqual({
    ...trend,
    dateRange: { explicitDate: true },
  })
})

test('what is written again changes nothing', () => {
  const empty = { ...trend, trendsFilter: {}, properties: null }
  expect(write(empty, 'trendsFilter.display', undefined)).toBe(empty)
  expect(write(empty, 'properties', null)).toBe(empty)
})

test('paths are put together and taken apart', () => {
  expect(under(under('', 'series'), 1)).toBe('series[1]')
  expect(above('series[1].event')).toBe('series[1]')
  expect(above('series[1]')).toBe('series')
  expect(isWithin('series[1].event', 'series[1]')).toBe(true)
  expect(isWithin('series[10]', 'series[1]')).toBe(false)
})

test('a mistake is about the field that is nearest to its path', () => {
  const sum = write(begun('TrendsQuery', {}), 'series[0].math', 'sum')
  const fields = allFields(sum)
  expect(fieldAt(fields, 'series[0].math_property')?.label).toBe('Property')
  expect(fieldAt(fields, 'series[0].limit')?.at).toBe('series')
  expect(fieldAt(fields, 'modifiers')).toBeNull()
  const filtered = write(sum, 'properties', {
    type: 'OR',
    values: [{ key: 'a', operator: 'gt', value: 'x' }],
  })
  expect(fieldAt(allFields(filtered), 'properties.values[0].value')?.at).toBe('properties.values[0].value')
})
