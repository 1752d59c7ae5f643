import { expect, test } from 'vitest'
import type { ChartAnswer, Column, Row } from '../api/answers.ts'
import { ownMetrics } from './metric.ts'

function answer(names: string, rows: readonly Row[]): ChartAnswer {
  const columns = names.split(' ').map((name): Column => {
    return { name, type: name === 'month' || name === 'currency' ? 'text' : 'number' }
  })
  return { id: 1, title: '', type: 'metric', columns, rows }
}

test('a number that comes with the one before it shows how it changed', () => {
  expect(ownMetrics(answer('value previous change_percent', [[110, 100, 10]]))).toMatchObject([
    { value: 110, previous: 100, change: 0.1, spot: { row: 0 } },
  ])
})

test('of months the last counts, against the one before, with the way it came', () => {
  const months = answer('month value currency', [
    ['2026-01-01', 80, 'EUR'],
    ['2026-02-01', 100, 'EUR'],
    ['2026-03-01', 90, 'EUR'],
  ])
  expect(ownMetrics(months)).toMatchObject([
    {
      value: 90,
      previous: 100,
      change: -0.1,
      spark: [80, 100, 90],
      format: { kind: 'money', currency: 'EUR' },
      spot: { row: 2 },
    },
  ])
})

test('a count with its amount is two numbers, the amount in its currency', () => {
  expect(ownMetrics(answer('value amount currency', [[3, 120.5, 'EUR']]))).toMatchObject([
    { value: 3, previous: null },
    { value: 120.5, format: { kind: 'money', currency: 'EUR' } },
  ])
})

test('series and rows of other kinds are left to others', () => {
  expect(ownMetrics(answer('series value', [[0, 3]]))).toEqual([])
  expect(ownMetrics(answer('posts', [[3]]))).toEqual([])
})
