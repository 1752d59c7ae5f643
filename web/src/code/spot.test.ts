import { expect, test } from 'vitest'
import { offsetOf, spotAt } from './spot.ts'

const text = 'select 1\nfrom events'

test('a place is as many characters in as stand before it', () => {
  expect(offsetOf(text, { line: 1, column: 1 })).toBe(0)
  expect(offsetOf(text, { line: 2, column: 6 })).toBe(14)
  expect(text.slice(14)).toBe('events')
})

test('places beyond the line or the text are its end', () => {
  expect(offsetOf(text, { line: 1, column: 99 })).toBe(8)
  expect(offsetOf(text, { line: 9, column: 1 })).toBe(text.length)
})

test('there and back again', () => {
  for (const offset of [0, 8, 9, 14, text.length]) expect(offsetOf(text, spotAt(text, offset))).toBe(offset)
})
