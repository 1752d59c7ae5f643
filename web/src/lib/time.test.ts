import { expect, test } from 'vitest'
import { axisTimes, fullTime, grainOf } from './time.ts'

const berlin = { zone: 'Europe/Berlin', locale: 'en-GB' }

test('grain follows the smallest gap, across a clock change too', () => {
  expect(
    grainOf(['2026-03-28T00:00:00+01:00', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00']),
  ).toBe('day')
  expect(grainOf(['2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'])).toBe('month')
  expect(grainOf(['2026-02-01T00:00:00Z', '2026-02-08T00:00:00Z'])).toBe('week')
  expect(grainOf(['2026-02-01T00:00:00Z', '2026-02-01T01:00:00Z'])).toBe('hour')
})

test('a single bucket is a day when it starts one', () => {
  expect(grainOf(['2026-02-01T00:00:00+01:00'])).toBe('day')
  expect(grainOf(['2026-02-01T13:00:00+01:00'])).toBe('hour')
})

test('labels are in the zone of the project, not of the reader', () => {
  expect(axisTimes(['2026-03-29T00:00:00+01:00'], 'day', berlin)).toEqual(['29 Mar'])
  expect(fullTime('2026-03-29T00:00:00+01:00', 'day', berlin)).toBe('Sun, 29 Mar 2026')
  expect(fullTime('2026-06-30T22:00:00Z', 'month', berlin)).toBe('July 2026')
})

test('a date without clock stays that date in every zone', () => {
  expect(fullTime('2026-03-01', 'day', { zone: 'America/Los_Angeles', locale: 'en-GB' })).toBe(
    'Sun, 1 Mar 2026',
  )
})

test('hours name their day when there are several days', () => {
  const times = ['2026-03-01T00:00:00+01:00', '2026-03-04T05:00:00+01:00']
  expect(axisTimes(times, 'hour', berlin)).toEqual(['1 Mar, 00:00', '4 Mar, 05:00'])
})
