import { expect, test } from 'vitest'
import { insidePath, parseSearch, stringifySearch } from './search.ts'

test('search texts stay as they are, numbers and signs too', () => {
  const search = { date_from: '-30d', q: '2026', tag: 'a&b' }
  expect(stringifySearch(search)).toBe('?date_from=-30d&q=2026&tag=a%26b')
  expect(parseSearch(stringifySearch(search))).toEqual(search)
})

test('what is absent leaves no trace', () => {
  expect(stringifySearch({ date_from: undefined, q: '' })).toBe('')
})

test('only paths of this page are followed after the login', () => {
  expect(insidePath('/dashboards?project=2')).toBe('/dashboards?project=2')
  expect(insidePath('//evil.example')).toBeUndefined()
  expect(insidePath('/\\evil.example')).toBeUndefined()
  expect(insidePath('https://evil.example')).toBeUndefined()
})
