import { expect, test } from 'vitest'
import type { ChartAnswer, Row } from '../api/answers.ts'
import { formatOf, written, writtenShort } from './format.ts'

function answer(names: readonly string[], rows: readonly Row[]): ChartAnswer {
  return { id: 1, title: '', type: 'table', columns: names.map((name) => ({ name, type: 'number' })), rows }
}

test('rates are percentages', () => {
  const rate = formatOf(answer(['net_revenue_retention'], [[0.994]]), 'net_revenue_retention')
  expect(written(0.9944, rate, 'en')).toBe('99.4%')
  expect(writtenShort(0.5, rate, 'en')).toBe('50%')
})

test('money is written in its currency, where there is one', () => {
  const euros = answer(['month', 'mrr', 'currency'], [['2026-03', 21, 'EUR']])
  expect(written(1234.5, formatOf(euros, 'mrr'), 'en-GB')).toBe('€1,234.50')
  const mixed = answer(
    ['mrr', 'currency'],
    [
      [21, 'EUR'],
      [3, 'USD'],
    ],
  )
  expect(formatOf(mixed, 'mrr')).toEqual({ kind: 'plain' })
  expect(formatOf(mixed, 'mrr', mixed.rows[1])).toEqual({ kind: 'money', currency: 'USD' })
  expect(formatOf(answer(['mrr'], [[21]]), 'mrr')).toEqual({ kind: 'plain' })
  expect(formatOf(answer(['mrr', 'currency'], [[21, 'euro']]), 'mrr')).toEqual({ kind: 'plain' })
})

test('other numbers stay as they are', () => {
  expect(formatOf(answer(['customers', 'currency'], [[2, 'EUR']]), 'customers')).toEqual({ kind: 'plain' })
  expect(written(0.994, { kind: 'plain' }, 'en')).toBe('0.99')
})
