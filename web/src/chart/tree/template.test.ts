import { expect, test } from 'vitest'
import { filled, passes } from './template.ts'
import { tooltipText } from './words.ts'

const words = { name: '<img src=x>', series: 'visits', y: 1234.567, percentage: 12.345, count: 99 }

test.each([
  ['{point.y}', '1,234.57'],
  ['{point.y:.1f}', '1234.6'],
  ['{point.y:,.0f} times', '1,235 times'],
  ['{point.percentage:.2f} %', '12.35 %'],
  ['<b>{point.count}</b><br/>of {series.name}', '99\nof visits'],
  ['{point.name}', '<img src=x>'],
  ['{point.nothing}!', '!'],
  ['{point.y', '{point.y'],
])('%s becomes %s', (template, text) => {
  expect(filled(template, words)).toBe(text)
})

test('nothing from the data is read as HTML in a tooltip', () => {
  const text = tooltipText('<script>', [['#112233', filled('<i>{point.name}</i>', words)]])
  expect(text).not.toMatch(/<script|<img|<i>/)
  expect(text).toContain('&#60;img src=x&#62;')
})

test.each([
  ['percentage', '>', 10, true],
  ['percentage', '>=', '20', false],
  ['y', '<', 2000, true],
  ['count', '==', 99, true],
  ['count', '!==', 99, false],
  ['name', '===', '<img src=x>', true],
  ['nothing', '>', 1, false],
  ['y', 'like', 1, true],
])('a label with the filter %s %s %s is shown: %s', (property, operator, value, shown) => {
  expect(passes({ property, operator, value }, words)).toBe(shown)
})
