import { expect, test } from 'vitest'
import { placesIn, spotOfPath } from './places.ts'

const text = `{
  "name": "A, \\"b\\": [c]",
  "sections": [
    { "cards": [] },
    { "cards": [{ "w": 30 }, { "w": -1.5e3 }] }
  ],
  "last": true
}`

test('every value has its place', () => {
  const places = placesIn(text)
  const at = (path: string, length: number) =>
    text.slice(places.get(path) ?? -1, (places.get(path) ?? 0) + length)
  expect(at('sections[1].cards[0].w', 2)).toBe('30')
  expect(at('sections[1].cards[1].w', 6)).toBe('-1.5e3')
  expect(at('sections[0].cards', 2)).toBe('[]')
  expect(at('last', 4)).toBe('true')
  expect(places.get('')).toBe(0)
  expect([...places.keys()]).toHaveLength(12)
})

test('a path is a line and a column', () => {
  expect(spotOfPath(text, 'sections[1].cards[0].w')).toEqual({ line: 5, column: 24 })
})

test('what is missing is told where it should be', () => {
  expect(spotOfPath(text, 'sections[1].cards[0].charts[0].query')).toEqual({ line: 5, column: 17 })
  expect(spotOfPath(text, 'nothing.here')).toEqual({ line: 1, column: 1 })
})
