import { expect, test } from 'vitest'
import type { ChartAnswer } from '../api/answers.ts'
import { extendColors, noColors } from './colors.ts'

const over = (...values: string[]): ChartAnswer => ({
  id: 1,
  title: 'Chart',
  type: 'bars',
  columns: [
    { name: 'series', type: 'integer' },
    { name: 'breakdown', type: 'text' },
    { name: 'value', type: 'number' },
  ],
  rows: values.map((value) => [0, value, 1]),
})

test('ten values have ten colours, and none changes when more come in', () => {
  const first = extendColors(noColors, over('a', 'b', 'c'))
  const all = extendColors(first, over('d', 'e', 'f', 'g', 'h', 'i', 'j'))
  expect(new Set(Object.values(all)).size).toBe(10)
  expect(all).toMatchObject(first)
})

test('a chart without new values leaves the book as it is', () => {
  const book = extendColors(noColors, over('a'))
  expect(extendColors(book, over('a'))).toBe(book)
})

test('the eleventh value shares a colour instead of having none', () => {
  const book = extendColors(noColors, over(...'abcdefghijk'))
  expect(Object.keys(book)).toHaveLength(11)
})

test('values of one chart differ in colour, also when other charts took all places', () => {
  const categories = ['clothing', 'home', 'kitchen', 'bags', 'paper', 'toys', 'books', 'garden']
  const book = extendColors(extendColors(noColors, over(...'abcdefghij')), over(...categories))
  expect(new Set(categories.map((name) => book[name])).size).toBe(categories.length)
})
