import { expect, test } from 'vitest'
import { itemsOf, spotsOf, stepOf, stepped } from './move.ts'
import { card } from './samples.ts'

const row = [card(1, [0, 0, 6, 4]), card(2, [6, 0, 6, 4]), card(3, [0, 4, 12, 2])]
const step = (key: string, shift = false) => {
  const made = stepOf(key, shift)
  if (made === null) throw new Error(`${key} does nothing`)
  return made
}

test('arrows move, Shift and arrows resize, other keys do nothing', () => {
  expect(stepOf('ArrowLeft', false)).toEqual({ x: -1, y: 0, w: 0, h: 0 })
  expect(stepOf('ArrowDown', true)).toEqual({ x: 0, y: 0, w: 0, h: 1 })
  expect(stepOf('Enter', false)).toBeNull()
})

test('only cards that stand elsewhere are named', () => {
  expect(spotsOf(row, itemsOf(row))).toEqual([])
  const items = itemsOf(row).map((item) => (item.i === '3' ? { ...item, h: 3 } : item))
  expect(spotsOf(row, items)).toEqual([{ id: 3, x: 0, y: 4, w: 12, h: 3 }])
})

test('a card steps above the one above it, which makes room', () => {
  expect(stepped(row, 3, step('ArrowUp'))).toEqual([
    { id: 1, x: 0, y: 2, w: 6, h: 4 },
    { id: 2, x: 6, y: 2, w: 6, h: 4 },
    { id: 3, x: 0, y: 0, w: 12, h: 2 },
  ])
})

test('a card steps below the one below it', () => {
  const column = [card(1, [0, 0, 12, 2]), card(2, [0, 2, 12, 3])]
  expect(stepped(column, 1, step('ArrowDown'))).toEqual([
    { id: 1, x: 0, y: 3, w: 12, h: 2 },
    { id: 2, x: 0, y: 0, w: 12, h: 3 },
  ])
})

test('a card grows and pushes the others down', () => {
  expect(stepped(row, 1, step('ArrowDown', true))).toEqual([
    { id: 1, x: 0, y: 0, w: 6, h: 5 },
    { id: 3, x: 0, y: 5, w: 12, h: 2 },
  ])
})

test('a card stays inside the grid', () => {
  expect(stepped(row, 1, step('ArrowLeft'))).toBeNull()
  expect(stepped(row, 2, step('ArrowRight', true))).toBeNull()
  expect(stepped(row, 3, step('ArrowUp', true))).toEqual([{ id: 3, x: 0, y: 4, w: 12, h: 1 }])
  expect(stepped(row, 9, step('ArrowUp'))).toBeNull()
})
