import { expect, test } from 'vitest'
import type { ChartAnswer, Column, Row } from '../api/answers.ts'
import { pivotOf } from './pivot.ts'

const place = { zone: 'UTC', locale: 'en-GB' }

function answer(names: readonly string[], rows: readonly Row[]): ChartAnswer {
  const types: Readonly<Record<string, Column['type']>> = { series: 'integer', time: 'time', value: 'number' }
  const columns = names.map((name): Column => ({ name, type: types[name] ?? 'text' }))
  return { id: 1, title: '', type: 'table', columns, rows, series: [{ name: 'Orders' }, { name: 'Revenue' }] }
}

test('totals by a breakdown stand side by side, a series a column', () => {
  const rows = [
    [0, 'Shirt', 3],
    [0, 'Mug', 2],
    [1, 'Shirt', 90.5],
  ]
  expect(pivotOf(answer(['series', 'breakdown', 'value'], rows), place)).toEqual({
    headings: [
      { title: 'Breakdown', numeric: false },
      { title: 'Orders', numeric: true },
      { title: 'Revenue', numeric: true },
    ],
    rows: [
      ['Shirt', '3', '90.5'],
      ['Mug', '2', '–'],
    ],
    values: [
      ['Shirt', 3, 90.5],
      ['Mug', 2, null],
    ],
    spots: [0, 1],
  })
})

test('numbers over time are a row a series, with how it developed', () => {
  const rows = [
    [0, '2026-03-01T00:00:00Z', 3],
    [0, '2026-03-02T00:00:00Z', 5],
    [1, '2026-03-01T00:00:00Z', 9],
    [1, '2026-03-02T00:00:00Z', 4],
  ]
  expect(pivotOf(answer(['series', 'time', 'value'], rows), place)).toMatchObject({
    rows: [
      ['Orders', '5', '3', '5'],
      ['Revenue', '4', '4', '9'],
    ],
    spots: [1, 3],
    sparks: [
      [3, 5],
      [9, 4],
    ],
  })
})

test('rows that are no trend, compared periods and single points stay rows', () => {
  expect(pivotOf(answer(['network', 'value'], [['x', 1]]), place)).toBeNull()
  expect(pivotOf(answer(['series', 'period', 'value'], [[0, 'current', 1]]), place)).toBeNull()
  expect(pivotOf(answer(['series', 'time', 'value'], [[0, '2026-03-01T00:00:00Z', 1]]), place)).toBeNull()
})
