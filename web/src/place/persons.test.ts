import { expect, test } from 'vitest'
import type { Dashboard } from '../api/dashboards.ts'
import { dashboard } from '../edit/samples.ts'
import { ofSegment, unmoved } from './persons.ts'

function boardOf(...queries: unknown[]): Dashboard {
  const charts = queries.map((query, id) => ({
    ...{ id, title: `${id}`, description: null, type: 'line', options: {}, colors: [] },
    query,
  }))
  const card = { id: 1, x: 0, y: 0, w: 6, h: 4, layout: 'vertical' as const, charts }
  return dashboard(1, { title: '', cards: [card] })
}

const board = boardOf(
  { kind: 'DatasetTree' },
  { kind: 'InsightVizNode', source: { kind: 'TrendsQuery' } },
  { kind: 'HogQLQuery', query: 'select 1' },
  { kind: 'DataTableNode', source: { kind: 'HogQLQuery', query: 'select 1 from events where {filters}' } },
  { kind: 'ReportQuery' },
)

test('a segment narrows trees, questions about events, and SQL that takes filters', () => {
  expect(unmoved(board, ofSegment('7'))).toEqual(['2', '4'])
  expect(ofSegment('7')).toEqual({
    segment_id: '7',
    properties: '[{"type":"cohort","key":"id","value":7}]',
  })
})

test('a builder\u2019s statement narrows trees alone', () => {
  expect(unmoved(board, { scope_query: 'x' })).toEqual(['1', '2', '3', '4'])
})

test('where nobody is chosen, nothing is left out', () => {
  expect(unmoved(board, {})).toEqual([])
})
