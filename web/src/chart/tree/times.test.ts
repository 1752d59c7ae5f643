import { expect, test } from 'vitest'
import { headText, tickText, timesOf } from './times.ts'

const place = { zone: 'Asia/Kathmandu', locale: 'en-GB' }

test.each([
  ['2024-05', '2024-05-01T00:00:00.000Z'],
  ['2024-05-03', '2024-05-03T00:00:00.000Z'],
  ['20240503', '2024-05-03T00:00:00.000Z'],
  ['2024050313', '2024-05-03T13:00:00.000Z'],
  ['2024-05-03T13', '2024-05-03T13:00:00.000Z'],
  ['2024-05-03T13:05', '2024-05-03T13:05:00.000Z'],
  ['2024-05-03T13:05:06.000+02:00', '2024-05-03T11:05:06.000Z'],
  ['1714694400000', '2024-05-03T00:00:00.000Z'],
])('%s is the instant %s', (key, instant) => {
  expect(timesOf([key], null)?.instants).toEqual([Date.parse(instant)])
})

test.each(['7', 'Product 3', '2024', '2024-13-01', '20241399', 'May 2024', ''])('%o is no time', (key) => {
  expect(timesOf([key], null)).toBeNull()
})

test('times are on an axis of their own only when all keys are some', () => {
  expect(timesOf(['2024-05-01', 'unknown'], null)).toBeNull()
  expect(timesOf(['2024-05-01', 'unknown'], 'DAY')).toBeNull()
  expect(timesOf([], null)).toBeNull()
})

test('DEFAULT has categories, DAY and HOUR decide how times are written', () => {
  const keys = ['2024-05-01T10:00', '2024-05-01T11:00']
  expect(timesOf(keys, 'DEFAULT')).toBeNull()
  const day = timesOf(keys, 'DAY')
  const hour = timesOf(keys, 'HOUR')
  if (day === null || hour === null) throw new Error('Both have an axis of times')
  expect(tickText(day.instants[0] ?? 0, day, place)).toBe('1 May')
  expect(tickText(hour.instants[0] ?? 0, hour, place)).toBe('10:00')
})

test('times are written in UTC, whatever the zone of the project', () => {
  const axis = timesOf(['2024-05-01', '2024-05-02'], null)
  if (axis === null) throw new Error('Both are days')
  expect(headText(axis.instants[0] ?? 0, axis, place)).toBe('Wed, 1 May 2024')
})
