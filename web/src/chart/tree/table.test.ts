import { expect, test } from 'vitest'
import { sorted, treeTable } from './table.ts'

const table = treeTable(
  [
    { key: 'b 10', n: 2 },
    { key: 'a', n: null },
    { key: 'b 9', n: 7 },
  ],
  ['n'],
  'key',
  false,
)
const keys = (column: number, descending: boolean) =>
  sorted(table, { column, descending }).map(({ key }) => key)

test('rows are sorted by their numbers, those without one last', () => {
  expect(keys(0, true)).toEqual(['b 9', 'b 10', 'a'])
  expect(keys(0, false)).toEqual(['b 10', 'b 9', 'a'])
})

test('keys are sorted as people count', () => {
  expect(keys(-1, false)).toEqual(['a', 'b 9', 'b 10'])
})

test('without an order rows stay as they came', () => {
  expect(sorted(table, null)).toBe(table.rows)
})
