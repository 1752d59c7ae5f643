import { expect, test } from 'vitest'
import { conditionParts, readConditions, withCondition, writeConditions } from './conditions.ts'

const chrome = { key: '$browser', type: 'event', operator: 'exact', value: ['Chrome'] }

test('filters come back from a URL as they went', () => {
  expect(readConditions(writeConditions([chrome]))).toEqual([chrome])
  expect(writeConditions([])).toBeUndefined()
  for (const text of [undefined, '', '{', '{"key":1}', '[1, null]']) expect(readConditions(text)).toEqual([])
})

test('a filter takes the place of the one about the same property', () => {
  const safari = { ...chrome, value: ['Safari'] }
  const ofPerson = { ...chrome, type: 'person' }
  expect(withCondition([chrome], safari)).toEqual([safari])
  expect(withCondition([chrome], ofPerson)).toEqual([chrome, ofPerson])
})

test('a filter is read as property, sign and value', () => {
  expect(conditionParts(chrome)).toEqual({ name: 'browser', words: '= Chrome' })
  expect(conditionParts({ key: 'plan', type: 'person', operator: 'is_not_set' })).toEqual({
    name: 'plan',
    words: '∅',
  })
})
