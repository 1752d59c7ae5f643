import { expect, test } from 'vitest'
import { nextOrder, orderOf } from './order.ts'
import type { Table } from './table.ts'

const table: Table = {
  headings: [
    { title: 'Name', numeric: false },
    { title: 'Value', numeric: true },
  ],
  rows: [
    ['b', '1,000'],
    ['a10', '9'],
    ['', '–'],
    ['a9', '200'],
  ],
  values: [
    ['b', 1000],
    ['a10', 9],
    ['', null],
    ['a9', 200],
  ],
}

test('numbers are sorted by their value, texts as people count, empty ones last', () => {
  expect(orderOf(table, { column: 1, descending: true })).toEqual([0, 3, 1, 2])
  expect(orderOf(table, { column: 1, descending: false })).toEqual([1, 3, 0, 2])
  expect(orderOf(table, { column: 0, descending: false })).toEqual([3, 1, 0, 2])
  expect(orderOf(table, { column: 0, descending: true })).toEqual([0, 1, 3, 2])
  expect(orderOf(table, null)).toEqual([0, 1, 2, 3])
})

test('a heading sorts, turns, and gives back the order that came', () => {
  const first = nextOrder(null, 1, true)
  expect(first).toEqual({ column: 1, descending: true })
  const second = nextOrder(first, 1, true)
  expect(second).toEqual({ column: 1, descending: false })
  expect(nextOrder(second, 1, true)).toBeNull()
  expect(nextOrder(second, 0, false)).toEqual({ column: 0, descending: false })
})
