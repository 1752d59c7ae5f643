import { expect, test } from 'vitest'
import { customRange, lastOf, presets, rangeLabel, todayIn } from './dateRange.ts'

const today = '2026-08-14'

test('presets are recognised by what the URL holds', () => {
  expect(rangeLabel({ from: '-30d', to: undefined }, today)).toBe('Last 30 days')
  expect(rangeLabel({ from: '2026-07-01', to: undefined }, today)).toBe('Quarter to date')
  expect(rangeLabel({ from: undefined, to: undefined }, today)).toBe('Dashboard’s dates')
})

test('own ranges are written as dates', () => {
  expect(rangeLabel({ from: '2026-01-02', to: '2026-01-31' }, today, 'en-GB')).toBe(
    '2 Jan 2026 – 31 Jan 2026',
  )
  expect(rangeLabel({ from: '2026-01-02', to: undefined }, today, 'en-GB')).toBe('Since 2 Jan 2026')
  expect(rangeLabel({ from: '-45d', to: undefined }, today)).toBe('Last 45 days')
})

test('a quarter starts in January, April, July or October', () => {
  const start = (day: string) => presets(day).find(({ label }) => label === 'Quarter to date')?.from
  expect(start('2026-03-31')).toBe('2026-01-01')
  expect(start('2026-04-01')).toBe('2026-04-01')
  expect(start('2026-12-31')).toBe('2026-10-01')
})

test('an own range needs a first day that is not after the last', () => {
  expect(customRange('', '')).toEqual({ ok: false, message: 'Give the first day.' })
  expect(customRange('2026-02-02', '2026-02-01')).toMatchObject({ ok: false })
  expect(customRange('2026-02-02', '')).toEqual({ ok: true, range: { from: '2026-02-02', to: undefined } })
})

test('today is today in the project’s zone', () => {
  const now = new Date('2026-07-01T02:00:00Z')
  expect(todayIn('America/Los_Angeles', now)).toBe('2026-06-30')
  expect(todayIn('Europe/Berlin', now)).toBe('2026-07-01')
})

test('a stretch up to now has a whole number of units, and says so', () => {
  expect(lastOf('45', 'd')).toEqual({ from: '-45d', to: undefined })
  expect(rangeLabel({ from: '-45d', to: undefined }, today)).toBe('Last 45 days')
  expect(rangeLabel({ from: '-1w', to: undefined }, today)).toBe('Last 1 week')
  for (const text of ['', '0', '-3', '1.5', 'many', '99999']) expect(lastOf(text, 'd')).toBeNull()
})
