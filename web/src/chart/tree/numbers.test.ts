import { expect, test } from 'vitest'
import { metricText, pointText, sliceText } from './numbers.ts'

const fact = { count: 1234, percentage: 30 }
const nothing = { count: null, percentage: null }

test.each([
  ['count', 1234, '1,234'],
  [null, 1234567, '1,234,567'],
  ['index', 3, '3'],
  ['float', 1234.5, '1,234.50'],
  ['percentage', 0.4217, '42.17%'],
  ['percentage', 12.5, '1,250.00%'],
] as const)('a metric in format %s writes %d as %s', (format, value, text) => {
  expect(metricText(value, format)).toBe(text)
})

test.each([
  ['count', fact, '33.33'],
  [null, fact, '33.33'],
  ['float', fact, '33.33'],
  ['percentage', fact, '33.33% (1,234)'],
  ['percentage', nothing, '33.33%'],
  ['index', fact, '33.33 (30%, 1,234)'],
  ['index', nothing, '33.33'],
] as const)('a point in format %s with %o is written %s', (format, of, text) => {
  expect(pointText(33.333, of, format)).toBe(text)
})

test.each([
  ['count', '1,234'],
  ['percentage', '33.33%'],
  [null, '33.33%'],
  ['index', '33.33%'],
] as const)('a slice in format %s is written %s', (format, text) => {
  expect(sliceText(1234, 100 / 3, format)).toBe(text)
})
