import { expect, test } from 'vitest'
import type { ChartAnswer, Column, Row } from '../api/answers.ts'
import { extendColors, lightPalette, noColors } from './colors.ts'
import { funnelOf } from './funnel.ts'
import { calendarHeat, retentionHeat } from './heat.ts'
import type { DrawContext } from './marks.ts'
import { pathsChart, pathsSummary } from './paths.ts'
import { type Spec, spec } from './spec.ts'
import { lightTheme } from './theme.ts'

const context: DrawContext = {
  zone: 'Europe/Berlin',
  locale: 'en-GB',
  theme: lightTheme,
  colors: noColors,
  motion: true,
}

const answer = (type: string, columns: string, rows: readonly Row[]): ChartAnswer => ({
  id: 1,
  title: 'Chart',
  type,
  columns: columns.split(' ').map((text) => {
    const [name = '', kind = 'text'] = text.split(':')
    return { name, type: kind as Column['type'] }
  }),
  rows,
})

const shown = (given: ChartAnswer) => spec(given.type, given, context)

const steps = 'step:integer name:text count:integer average_time:number median_time:number'

test('a funnel has a step for each of its rows, in shares of those who began', () => {
  const given = answer('funnel', steps, [
    [0, 'Viewed', 200, null, null],
    [1, 'Paid', 50, 3_700, 60],
  ])
  expect(shown(given)).toEqual({ kind: 'funnel', answer: given })
  expect(funnelOf(given, context)).toMatchObject({
    legend: [],
    steps: [
      { name: 'Viewed', hint: '', bars: [{ share: 1, count: '200', percent: '100%' }] },
      {
        name: 'Paid',
        hint: '25% went on, 1h 1m on average',
        bars: [
          {
            share: 0.25,
            story:
              'Paid: 50 (25% of those who began); 25% of the step before, 150 lost; 1h 1m after the step before on average',
          },
        ],
      },
    ],
  })
})

test('a funnel by a property has a bar a value, in the colours of the dashboard', () => {
  const given = answer('funnel', 'step:integer name:text breakdown:text count:integer', [
    [0, 'Viewed', 'Chrome', 10],
    [1, 'Paid', 'Chrome', 5],
    [0, 'Viewed', 'Safari', 4],
    [1, 'Paid', 'Safari', 0],
  ])
  const colors = extendColors(noColors, given)
  const funnel = funnelOf(given, { ...context, colors })
  expect(funnel.steps[1]?.bars.map(({ name, share }) => [name, share])).toEqual([
    ['Chrome', 0.5],
    ['Safari', 0],
  ])
  expect(new Set(funnel.legend.map(({ color }) => color)).size).toBe(2)
  expect(funnel.steps[1]?.hint).toBe('')
})

test('times to convert are columns, and conversion over time is a line a value', () => {
  const times = answer('funnel', 'seconds:number count:integer average_time:number', [
    [60, 3, 90],
    [120, 1, 90],
  ])
  expect(plotted(shown(times)).drawing.option.xAxis).toMatchObject({ data: ['from 1m', 'from 2m'] })
  const trend = answer('funnel', 'breakdown:text time:time value:number', [
    ['Chrome', '2026-03-01T00:00:00+01:00', 50],
    ['Safari', '2026-03-01T00:00:00+01:00', 40],
  ])
  expect(plotted(shown(trend)).drawing.option.series).toMatchObject([
    { type: 'line', name: 'Chrome', data: [50] },
    { type: 'line', name: 'Safari', data: [40] },
  ])
})

test('retention is a table of shares; intervals to come are empty', () => {
  const rows: Row[] = [
    ['2026-03-02T00:00:00+01:00', 0, 10],
    ['2026-03-02T00:00:00+01:00', 1, 5],
    ['2026-03-09T00:00:00+01:00', 0, 30],
    ['2026-03-09T00:00:00+01:00', 1, 0],
  ]
  const columns = 'cohort:time interval:integer count:integer'
  const given = answer('retention', columns, rows)
  expect(shown(given)).toEqual({ kind: 'retention', answer: given })
  expect(retentionHeat(given, context)).toMatchObject({
    columns: ['Week 0', 'Week 1'],
    rows: [
      { label: 'All', size: '40', cells: [{ text: '100%' }, { text: '50%' }] },
      { size: '10', cells: [{ heat: 1 }, { heat: 0.5, text: '50%' }] },
      { size: '30', cells: [{ text: '100%' }] },
    ],
  })
  const past: Row[] = [...rows.slice(0, 3), ['2026-03-09T00:00:00+01:00', 1, 3]]
  expect(retentionHeat(answer('retention', columns, past), context).rows[2]?.cells[1]?.text).toBe('10%')
})

test('a lifecycle is stacked, each status in a colour of its own', () => {
  const time = '2026-03-01T00:00:00+01:00'
  const drawing = plotted(
    shown(
      answer('lifecycle', 'status:text time:time value:number', [
        ['new', time, 4],
        ['returning', time, 3],
        ['resurrecting', time, 2],
        ['dormant', time, -5],
      ]),
    ),
  ).drawing
  expect(drawing.option.series).toMatchObject([
    { name: 'Returning', stack: 'lifecycle', data: [3] },
    { name: 'Resurrecting', stack: 'lifecycle', data: [2] },
    { name: 'New', stack: 'lifecycle', data: [4] },
    { name: 'Dormant', stack: 'lifecycle', data: [-5], color: lightPalette.series[3] },
  ])
  expect(new Set(drawing.legend.map(({ color }) => color)).size).toBe(4)
})

test('stickiness is columns over the number of intervals', () => {
  const columns = 'series:integer intervals:integer value:number'
  const drawing = plotted(
    shown(
      answer('stickiness', columns, [
        [0, 1, 9],
        [0, 2, 4],
      ]),
    ),
  ).drawing
  expect(drawing.option.xAxis).toMatchObject({ data: ['1', '2'] })
  expect(drawing.option.series).toMatchObject([{ type: 'bar', data: [9, 4] }])
})

test('paths flow from step to step, named by what differs', () => {
  const given = answer('paths', 'source:text target:text value:integer', [
    ['1_https://shop.example', '2_https://shop.example/cart', 7],
    ['2_https://shop.example/cart', '3_https://shop.example', 2],
  ])
  expect(shown(given)).toEqual({ kind: 'paths', answer: given })
  expect(pathsSummary(given)).toBe(
    '2 ways; most went from https://shop.example to https://shop.example/cart (7)',
  )
  const [sankey] = pathsChart(given, context).option.series as {
    data: { name: string }[]
    links: unknown[]
    label: { formatter: (item: { name: string }) => string }
  }[]
  expect(sankey?.links).toHaveLength(2)
  expect(sankey?.data.map((node) => sankey.label.formatter(node))).toEqual(['/', '/cart', '/'])
})

test('what is in the data does not become part of the page', () => {
  const given = answer('paths', 'source:text target:text value:integer', [['1_<b>', '2_x', 1]])
  const { formatter } = pathsChart(given, context).option.tooltip as {
    formatter: (item: unknown) => string
  }
  expect(formatter({ name: '1_<b>', value: 1, data: {} })).toBe('&#60;b&#62;<br><b>1</b>')
})

test('a calendar has days by weeks, or hours by weekdays', () => {
  const days = answer('calendar', 'series:integer time:time value:number', [
    [0, '2026-03-06T00:00:00+01:00', 2],
    [0, '2026-03-07T00:00:00+01:00', 0],
    [0, '2026-03-08T00:00:00+01:00', 8],
    [0, '2026-03-09T00:00:00+01:00', 4],
  ])
  const heat = calendar(days)
  expect(heat.columns).toEqual(['6 Mar', '9 Mar'])
  expect(heat.rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell?.text)])).toEqual([
    ['Mon', undefined, '4'],
    ['Tue', undefined, undefined],
    ['Wed', undefined, undefined],
    ['Thu', undefined, undefined],
    ['Fri', '2', undefined],
    ['Sat', '0', undefined],
    ['Sun', '8', undefined],
  ])
  const hours = calendar(
    answer('calendar', 'series:integer time:time value:number', [
      [0, '2026-03-06T10:00:00+01:00', 2],
      [0, '2026-03-06T11:00:00+01:00', 3],
      [0, '2026-03-13T10:00:00+01:00', 5],
    ]),
  )
  expect(hours.rows[4]?.cells[10]).toMatchObject({ text: '7', heat: 1, story: 'Fri, 10:00: 7' })
})

test('rows of other columns than a type needs are shown as a table', () => {
  for (const type of ['retention', 'paths', 'calendar', 'map']) {
    expect(shown(answer(type, 'name:text other:text', [['a', 'b']])).kind).toBe('table')
  }
})

test('columns of dates and lists are read', () => {
  const rows: Row[] = [['2026-03-01', 'signup', 3]]
  expect(plotted(shown(answer('line', 'day:date event:text n:integer', rows))).drawing.option).toMatchObject({
    series: [{ name: 'signup', data: [3] }],
  })
  expect(shown(answer('table', 'day:date names:list', [['2026-03-01', ['a', 'b']]]))).toMatchObject({
    table: { rows: [['Sun, 1 Mar 2026', 'a · b']] },
  })
})

test('a legend that is not wanted is not there', () => {
  const given = answer('stickiness', 'series:integer intervals:integer value:number', [
    [0, 1, 9],
    [1, 1, 4],
  ])
  expect(plotted(shown(given)).drawing.legend).toHaveLength(2)
  expect(plotted(spec('stickiness', given, { ...context, legend: false })).drawing.legend).toEqual([])
})

function plotted(decided: Spec) {
  if (decided.kind !== 'plot') throw new Error(`Expected a plot, got ${decided.kind}`)
  return decided
}

function calendar(given: ChartAnswer) {
  const decided = shown(given)
  if (decided.kind !== 'calendar') throw new Error(`Expected a calendar, got ${decided.kind}`)
  return calendarHeat(decided.plot, context)
}
