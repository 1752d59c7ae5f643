import { expect, test } from 'vitest'
import type { Chart } from '../api/dashboards.ts'
import { datasetOf, unfiltered } from './unfiltered.ts'

const browser = { key: '$browser', type: 'event', operator: 'exact', value: ['Chrome'] }
const country = { key: 'country', type: 'event', operator: 'exact', value: ['DE'] }
const network = { key: 'network', type: 'dimension', operator: 'exact', value: ['x'] }

function chart(query: unknown, type = 'line'): Chart {
  return { id: 1, title: '', description: null, type, options: {}, colors: [], query }
}

test('charts of events know nothing of dimensions of datasets', () => {
  const trend = chart({ kind: 'InsightVizNode', source: { kind: 'TrendsQuery' } })
  expect(unfiltered(trend, [browser, network], [])).toEqual([network])
})

test('a report knows the dimensions of its dataset', () => {
  const customers = chart({ kind: 'ReportQuery', dataset: 'customers' })
  expect(datasetOf(customers)).toBe('customers')
  expect(unfiltered(customers, [browser, country, network], ['country', 'segment'])).toEqual([
    browser,
    network,
  ])
})

test('fixed numbers know nothing of filters, SQL what it reads by its placeholder, texts need none', () => {
  expect(unfiltered(chart({ kind: 'BusinessWidget', widget: 'mrr' }), [browser], [])).toEqual([browser])
  expect(unfiltered(chart({ kind: 'HogQLQuery', query: 'select 1' }), [browser], [])).toEqual([browser])
  expect(
    unfiltered(chart({ kind: 'HogQLQuery', query: 'select 1 from events where {filters}' }), [browser], []),
  ).toEqual([])
  expect(unfiltered(chart(null, 'text'), [browser], [])).toEqual([])
})
