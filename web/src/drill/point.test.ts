import { expect, test } from 'vitest'
import type { ChartAnswer, Column, Row } from '../api/answers.ts'
import type { Chart } from '../api/dashboards.ts'
import { otherMarker } from '../chart/cell.ts'
import { filtersOf, pointLabel, pointOf, readDrilled } from './point.ts'

const at = { x: 0, y: 0 }

function chart(query: unknown): Chart {
  return { id: 7, title: 'Visits', description: null, type: 'line', options: {}, colors: [], query }
}

function answer(columns: readonly string[], rows: readonly Row[]): ChartAnswer {
  const typed = columns.map((name): Column => ({ name, type: name === 'value' ? 'number' : 'text' }))
  return { id: 7, title: 'Visits', type: 'line', columns: typed, rows }
}

const byBrowser = {
  kind: 'InsightVizNode',
  source: {
    kind: 'TrendsQuery',
    interval: 'week',
    breakdownFilter: { breakdown: '$browser', breakdown_type: 'event' },
  },
}

test('a point of a trend is its row without the number', () => {
  const shown = answer(
    ['series', 'breakdown', 'time', 'value'],
    [
      [0, 'Chrome', '2026-03-02T00:00:00Z', 12],
      [0, 'Safari', '2026-03-02T00:00:00Z', 3],
    ],
  )
  const point = pointOf({ chart: chart(byBrowser), answer: shown, spot: { row: 1 }, at })
  expect(point).toEqual({ series: 0, breakdown: 'Safari', time: '2026-03-02T00:00:00Z' })
  expect(pointLabel(point, chart(byBrowser), { zone: 'UTC', locale: 'en-GB' })).toBe(
    'Safari, Week of 2 Mar 2026',
  )
})

test('a point of a funnel is its step and breakdown, and not what the step is called', () => {
  const shown = answer(['step', 'name', 'count'], [[1, 'pay', 4]])
  const point = pointOf({ chart: chart({ kind: 'FunnelsQuery' }), answer: shown, spot: { row: 0 }, at })
  expect(point).toEqual({ step: 1 })
  expect(pointLabel(point, chart({}), { zone: 'UTC' })).toBe('Step 2')
})

test('a point of a report has its dimensions, and which of its numbers is meant', () => {
  const query = {
    kind: 'ReportQuery',
    dataset: 'posts',
    dimensions: ['network', 'month'],
    metrics: ['likes', 'views'],
  }
  const shown = answer(['network', 'month', 'likes', 'views'], [['x', '2026-03', 5, 7]])
  const point = pointOf({ chart: chart(query), answer: shown, spot: { row: 0, column: 'views' }, at })
  expect(point).toEqual({ network: 'x', month: '2026-03', metric: 'views' })
  expect(filtersOf(point, chart(query))).toEqual([
    { key: 'network', type: 'dimension', operator: 'exact', value: ['x'] },
  ])
})

test('values of a breakdown filter, each by its property', () => {
  expect(filtersOf({ breakdown: 'Chrome' }, chart(byBrowser))).toEqual([
    { key: '$browser', type: 'event', operator: 'exact', value: ['Chrome'] },
  ])
  const two = {
    kind: 'TrendsQuery',
    breakdownFilter: {
      breakdowns: [
        { property: 'plan', type: 'person' },
        { property: 'industry', type: 'group', group_type_index: 1 },
      ],
    },
  }
  expect(filtersOf({ breakdown: 'pro::$$_posthog_breakdown_null_$$' }, chart(two))).toEqual([
    { key: 'plan', type: 'person', operator: 'exact', value: ['pro'] },
    { key: 'industry', type: 'group', operator: 'is_not_set', group_type_index: 1 },
  ])
})

test('what is no value of its own filters nothing', () => {
  expect(filtersOf({ breakdown: otherMarker }, chart(byBrowser))).toEqual([])
  expect(filtersOf({ series: 0 }, chart(byBrowser))).toEqual([])
  const computed = {
    kind: 'TrendsQuery',
    breakdownFilter: { breakdown: 'lower(event)', breakdown_type: 'hogql' },
  }
  expect(filtersOf({ breakdown: 'pay' }, chart(computed))).toEqual([])
})

test('a URL that cannot be read opens nothing', () => {
  expect(readDrilled('{"chart":7,"point":{"series":0}}')).toEqual({ chart: 7, point: { series: 0 } })
  for (const text of [undefined, '', '[', '7', '{"chart":{}}', '{"chart":7}', 'null']) {
    expect(readDrilled(text)).toBeNull()
  }
})
