import { expect, test } from 'vitest'
import { intervalOf } from './refresh.ts'

test('a dashboard is looked at again as often as it says', () => {
  expect(intervalOf({ refresh_interval: 90 })).toEqual({ interval: 90_000 })
})

test('a dashboard that says nothing is left alone', () => {
  expect(intervalOf({ refresh_interval: null })).toEqual({})
})
