import { expect, test } from 'vitest'
import type { ChartAnswer, Column, Row } from '../api/answers.ts'
import { plotOf } from './plot.ts'

const answer = (
  columns: readonly string[],
  rows: readonly Row[],
  names: readonly string[] = [],
): ChartAnswer => ({
  id: 1,
  title: 'Chart',
  type: 'line',
  columns: columns.map((text) => {
    const [name = '', type = 'text'] = text.split(':')
    return { name, type: type as Column['type'] }
  }),
  rows,
  ...(names.length > 0 ? { series: names.map((name) => ({ name })) } : {}),
})

test('a trend has a series for each of its events, over the buckets in order of time', () => {
  const plot = plotOf(
    answer(
      ['series:integer', 'time:time', 'value:number'],
      [
        [0, '2026-01-02T00:00:00Z', 2],
        [0, '2026-01-01T00:00:00Z', 1],
        [1, '2026-01-02T00:00:00Z', 9],
      ],
      ['Visits', 'Orders'],
    ),
  )
  expect(plot.over).toBe('time')
  expect(plot.categories).toEqual(['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'])
  expect(plot.series).toMatchObject([
    { name: 'Visits', place: 0, key: null, values: [1, 2] },
    { name: 'Orders', place: 1, key: null, values: [null, 9] },
  ])
})

test('breakdown values name the series of a single event, and follow the event’s name otherwise', () => {
  const columns = ['series:integer', 'breakdown:text', 'time:time', 'value:number']
  const rows: Row[] = [
    [0, 'Chrome', '2026-01-01T00:00:00Z', 1],
    [0, '$$_posthog_breakdown_null_$$', '2026-01-01T00:00:00Z', 2],
    [0, '$$_posthog_breakdown_other_$$', '2026-01-01T00:00:00Z', 3],
  ]
  const single = plotOf(answer(columns, rows, ['Visits']))
  expect(single.series.map(({ name }) => name)).toEqual(['Chrome', '(none)', 'Other'])
  const several = plotOf(
    answer(columns, [...rows, [1, 'Chrome', '2026-01-01T00:00:00Z', 4]], ['Visits', 'Orders']),
  )
  expect(several.series.map(({ name }) => name).at(-1)).toBe('Orders – Chrome')
  expect(several.series.at(-1)?.key).toBe('Chrome')
})

test('the previous period lies under the current one, bucket by bucket', () => {
  const plot = plotOf(
    answer(
      ['series:integer', 'period:text', 'time:time', 'value:number'],
      [
        [0, 'current', '2026-01-03T00:00:00Z', 3],
        [0, 'current', '2026-01-04T00:00:00Z', 4],
        [0, 'previous', '2026-01-01T00:00:00Z', 1],
        [0, 'previous', '2026-01-02T00:00:00Z', 2],
      ],
      ['Visits'],
    ),
  )
  expect(plot.categories).toEqual(['2026-01-03T00:00:00Z', '2026-01-04T00:00:00Z'])
  expect(plot.series.map(({ period, values }) => [period, values])).toEqual([
    ['current', [3, 4]],
    ['previous', [1, 2]],
  ])
})

test('totals stand side by side by breakdown value', () => {
  const plot = plotOf(
    answer(
      ['series:integer', 'breakdown:text', 'value:number'],
      [
        [0, 'Chrome', 5],
        [0, null, 2],
      ],
      ['Visits'],
    ),
  )
  expect(plot).toMatchObject({ categories: ['Chrome', '(none)'], categoryKeys: ['Chrome', '(none)'] })
  expect(plot.series).toMatchObject([{ name: 'Visits', values: [5, 2] }])
})

test('a report has its dimension across and a series for each metric', () => {
  const plot = plotOf(
    answer(
      ['network:text', 'impressions:integer', 'link_clicks:integer'],
      [
        ['LinkedIn', 10, 1],
        ['X', 20, null],
      ],
    ),
  )
  expect(plot.categories).toEqual(['LinkedIn', 'X'])
  expect(plot.series).toMatchObject([
    { name: 'Impressions', values: [10, 20] },
    { name: 'Link clicks', values: [1, null] },
  ])
})

test('a report over time and a second dimension has a series for each of its values', () => {
  const plot = plotOf(
    answer(
      ['day:time', 'network:text', 'clicks:integer'],
      [
        ['2026-01-01', 'X', 1],
        ['2026-01-02', 'X', 2],
        ['2026-01-02', 'LinkedIn', 3],
      ],
    ),
  )
  expect(plot.series).toMatchObject([
    { name: 'X', key: 'X', values: [1, 2] },
    { name: 'LinkedIn', key: 'LinkedIn', values: [null, 3] },
  ])
})

test('rows without any number make no plot', () => {
  expect(plotOf(answer(['event:text'], [['a'], ['b']])).series).toEqual([])
})
