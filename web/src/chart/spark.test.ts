import { expect, test } from 'vitest'
import { sparkPath } from './spark.ts'

test('a line goes from edge to edge, the largest value on top', () => {
  expect(sparkPath([0, 10, 5])).toBe('M0 22L50 2L100 12')
})

test('a gap breaks the line, and equal values lie in the middle', () => {
  expect(sparkPath([1, null, 1])).toBe('M0 12M100 12')
})

test('a single value is no line', () => {
  expect(sparkPath([3])).toBe('')
  expect(sparkPath([null, 3])).toBe('')
})
