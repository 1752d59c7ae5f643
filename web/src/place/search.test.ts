import { expect, test } from 'vitest'
import { withRange } from '../dashboard/search.ts'
import { asking, readPlaceSearch, withScope, withTab } from './search.ts'

test('what makes no sense is not read', () => {
  expect(readPlaceSearch({ tab: 'x', scope_query: ' ', compare: 'true', edit: 'true' })).toEqual({
    compare: 'true',
  })
})

test('other dates leave the dashboard and the persons as they are', () => {
  const search = { tab: '3', scope_query: 'SELECT @count{} FROM UserPoint', date_from: '-7d' }
  expect(asking(search, withRange(search, { from: '-30d', to: undefined }))).toEqual({
    ...search,
    date_from: '-30d',
  })
})

test('another dashboard keeps the dates, not the values of the filters', () => {
  expect(withTab({ tab: '3', date_from: '-7d', filters: '{"channels":["1"]}' }, 4)).toEqual({
    tab: '4',
    date_from: '-7d',
  })
})

test('an empty statement is none', () => {
  expect(withScope({ scope_query: 'x' }, '')).toEqual({})
})
