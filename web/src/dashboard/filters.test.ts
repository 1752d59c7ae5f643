import { expect, test } from 'vitest'
import { choiceLabel, isSame, readChoices, withoutValues, withValue, writeChoices } from './filters.ts'

const channels = { technical_name: 'CHANNELS', title: 'Channels', multi_select: true }
const country = { technical_name: 'country', multi_select: false }
const filters = [channels, country]

test('choices in the URL go by any case of the name, and unknown names choose nothing', () => {
  const text = '{"channels":["12","34"],"Country":["FR"],"other":["x"],"CHANNELS2":[]}'
  expect(readChoices(text, filters)).toEqual({ CHANNELS: ['12', '34'], country: ['FR'] })
})

test.each([undefined, '', 'no JSON', '[]', 'null', '{"CHANNELS":"12"}'])('%o chooses nothing', (text) => {
  expect(readChoices(text, filters)).toEqual({})
})

test('several values are kept by a filter for several, one by the other', () => {
  const both = withValue(withValue({}, channels, '12', true), channels, '34', true)
  expect(both).toEqual({ CHANNELS: ['12', '34'] })
  expect(withValue(both, channels, '12', false)).toEqual({ CHANNELS: ['34'] })
  expect(withValue({ country: ['FR'] }, country, 'DE', true)).toEqual({ country: ['DE'] })
})

test('a filter without values leaves the URL', () => {
  expect(writeChoices({ CHANNELS: ['12'], country: [] })).toBe('{"CHANNELS":["12"]}')
  expect(writeChoices(withoutValues({ CHANNELS: ['12'] }, channels))).toBeUndefined()
})

test('the order of picking makes no difference', () => {
  expect(isSame({ a: ['1', '2'], b: [] }, { a: ['2', '1'] })).toBe(true)
  expect(isSame({ a: ['1'] }, { a: ['2'] })).toBe(false)
})

test('a button names its lone value, or counts', () => {
  const values = [{ value: '12', label: 'Website' }]
  expect(choiceLabel([], values)).toBe('any')
  expect(choiceLabel(['12'], values)).toBe('Website')
  expect(choiceLabel(['99'], values)).toBe('99')
  expect(choiceLabel(['12', '99'], values)).toBe('2 chosen')
})
