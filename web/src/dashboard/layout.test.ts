import { expect, test } from 'vitest'
import type { Card } from '../api/dashboards.ts'
import { placed } from './layout.ts'

const card = (id: number, x: number, y: number, w: number, h: number): Card => ({
  id,
  x,
  y,
  w,
  h,
  layout: 'vertical',
  charts: [],
})

const places = (cards: Card[]) => placed(cards).map(({ card: { id }, x, y }) => [id, x, y])

test('cards move up into free rows', () => {
  expect(places([card(1, 0, 3, 6, 4), card(2, 6, 9, 6, 2), card(3, 0, 20, 12, 1)])).toEqual([
    [1, 0, 0],
    [2, 6, 0],
    [3, 0, 4],
  ])
})

test('cards on one place are moved apart', () => {
  expect(places([card(1, 0, 0, 12, 2), card(2, 0, 0, 12, 2)])).toEqual([
    [1, 0, 0],
    [2, 0, 2],
  ])
})

test('cards that are too wide or stand outside come into the grid', () => {
  expect(placed([card(1, 10, 0, 30, 2)])[0]).toMatchObject({ x: 0, w: 12 })
  expect(placed([card(1, 11, 0, 4, 2)])[0]).toMatchObject({ x: 8, w: 4 })
})

test('the order is the order of reading', () => {
  expect(places([card(1, 6, 0, 6, 2), card(2, 0, 0, 6, 2)]).map(([id]) => id)).toEqual([2, 1])
})
