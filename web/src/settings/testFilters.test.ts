import { expect, test } from 'vitest'
import { readFilter, writeFilter } from './testFilters.ts'

test('a filter that the form can show goes through it unchanged', () => {
  const filter = { type: 'person', key: 'email', operator: 'not_icontains', value: '@acme.com' }
  const read = readFilter(filter)
  expect(read && writeFilter(read)).toEqual(filter)
})

test('a list of one value is that value, and a condition of being set has none', () => {
  expect(readFilter({ key: '$host', operator: 'exact', value: ['localhost'] })).toEqual({
    type: 'event',
    key: '$host',
    operator: 'exact',
    value: 'localhost',
  })
  expect(readFilter({ type: 'person', key: 'tester', operator: 'is_not_set' })?.value).toBe('')
})

test('what the form would lose something of is left alone', () => {
  expect(readFilter({ type: 'cohort', key: 'id', value: 5 })).toBeUndefined()
  expect(readFilter({ key: 'a', operator: 'regex', value: '.*' })).toBeUndefined()
  expect(readFilter({ key: 'a', operator: 'exact', value: ['x', 'y'] })).toBeUndefined()
  expect(readFilter({ key: 'a', operator: 'exact', value: 'x', extra: 1 })).toBeUndefined()
  expect(readFilter(null)).toBeUndefined()
})
