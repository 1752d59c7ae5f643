import { expect, test } from 'vitest'
import type { ChartAnswer } from '../api/answers.ts'
import { pointsAt } from './nearest.ts'
import { spec } from './spec.ts'
import { lightTheme } from './theme.ts'

const context = { zone: 'UTC', locale: 'en-GB', theme: lightTheme, colors: {}, motion: true }

const byBrowser: ChartAnswer = {
  id: 1,
  title: 'Visits',
  type: 'line',
  columns: [
    { name: 'series', type: 'integer' },
    { name: 'breakdown', type: 'text' },
    { name: 'time', type: 'time' },
    { name: 'value', type: 'number' },
  ],
  rows: [
    [0, 'Chrome', '2026-03-01T00:00:00Z', 5],
    [0, 'Safari', '2026-03-01T00:00:00Z', 7],
    [0, 'Chrome', '2026-03-02T00:00:00Z', 6],
  ],
}

const byNetwork: ChartAnswer = {
  id: 2,
  title: 'Posts',
  type: 'bars',
  columns: [
    { name: 'network', type: 'text' },
    { name: 'likes', type: 'integer' },
    { name: 'views', type: 'integer' },
  ],
  rows: [
    ['x', 1, 2],
    ['instagram', 3, 4],
  ],
}

function find(type: string, answer: ChartAnswer) {
  const shown = spec(type, answer, context)
  if (shown.kind !== 'plot' || shown.drawing.find === undefined) throw new Error(`No plot: ${shown.kind}`)
  return shown.drawing.find
}

test('a point of a line leads to the row it was drawn from, whichever lines are hidden', () => {
  const found = find('line', byBrowser)
  expect(found({ seriesId: '0', dataIndex: 1, name: '' })).toEqual({ row: 2 })
  expect(found({ seriesId: '1', dataIndex: 0, name: '' })).toEqual({ row: 1 })
  expect(found({ seriesId: '1', dataIndex: 1, name: '' })).toBeUndefined()
})

test('a bar of a report leads to its row and its number', () => {
  expect(find('bars', byNetwork)({ seriesId: '1', dataIndex: 1, name: '' })).toEqual({
    row: 1,
    column: 'views',
  })
})

test('a slice is found by its name, whichever others are hidden', () => {
  const one: ChartAnswer = { ...byNetwork, columns: byNetwork.columns.slice(0, 2), rows: byNetwork.rows }
  expect(find('pie', one)({ seriesId: '0', dataIndex: 0, name: 'instagram' })).toEqual({
    row: 1,
    column: 'likes',
  })
})

test('stacked lines stand on each other', () => {
  const lines = [
    { id: '0', type: 'line', stack: 'a', data: [2, 3] },
    { id: '1', type: 'line', stack: 'a', data: [4, null] },
    { id: '2', type: 'bar', data: [9, 9] },
    { id: '3', type: 'line', data: [1, 1] },
  ]
  expect(pointsAt(lines, 0)).toEqual([
    { id: '0', value: 2 },
    { id: '1', value: 6 },
    { id: '3', value: 1 },
  ])
  expect(pointsAt(lines, 1)).toEqual([
    { id: '0', value: 3 },
    { id: '3', value: 1 },
  ])
})
