import { expect, test } from 'vitest'
import { patienceAfter, restAfter } from './live.ts'

test('the longer a look took, the longer is the rest after it', () => {
  expect(restAfter(0)).toBe(2_000)
  expect(restAfter(5_000)).toBe(10_000)
  expect(restAfter(10_000_000)).toBe(60_000)
})

test('tries after a lost connection come more and more seldom', () => {
  expect([1, 2, 3, 9].map(patienceAfter)).toEqual([2_000, 4_000, 8_000, 30_000])
})
