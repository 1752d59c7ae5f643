import { expect, test } from 'vitest'
import { placeOfJson } from './json.ts'

const place = (text: string) => {
  const { mistake } = placeOfJson(text)
  return mistake === null ? null : [mistake.line, mistake.column]
}

test('an object is read', () => {
  expect(placeOfJson('{"a": [1, {"b": null}], "c": -1.5e3}').value).toEqual({ a: [1, { b: null }], c: -1500 })
})

test('what is no object says so', () => {
  expect(placeOfJson('[1]').mistake?.message).toContain('object')
  expect(placeOfJson('null').mistake?.message).toContain('object')
})

test('the place is that of the first thing that does not fit', () => {
  expect(place('{"a": 1,\n "b": }')).toEqual([2, 7])
  expect(place('{"a" 1}')).toEqual([1, 6])
  expect(place('{"a": 1 "b": 2}')).toEqual([1, 9])
  expect(place('{"a": 1,}')).toEqual([1, 9])
  expect(place('{"a": [1,]}')).toEqual([1, 10])
  expect(place('{"a": [1}')).toEqual([1, 9])
  expect(place("{'a': 1}")).toEqual([1, 2])
  expect(place('{"a": 01}')).toEqual([1, 8])
  expect(place('{"a": 1} x')).toEqual([1, 10])
  expect(place('{"a": 1')).toEqual([1, 8])
  expect(place('')).toEqual([1, 1])
})
