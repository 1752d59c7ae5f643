import { expect, test } from 'vitest'
import type { ChartAnswer, Column, Row } from '../api/answers.ts'
import { extendColors, lightPalette, noColors } from './colors.ts'
import { without } from './legend.ts'
import type { DrawContext } from './marks.ts'
import { type Spec, spec } from './spec.ts'
import { lightTheme } from './theme.ts'

const context: DrawContext = {
  zone: 'Europe/Berlin',
  locale: 'en-GB',
  theme: lightTheme,
  colors: noColors,
  motion: true,
}

const answer = (
  columns: readonly Column[],
  rows: readonly Row[],
  names: readonly string[] = ['Visits'],
): ChartAnswer => ({
  id: 1,
  title: 'Chart',
  type: 'line',
  columns,
  rows,
  series: names.map((name) => ({ name })),
})

const series: Column = { name: 'series', type: 'integer' }
const breakdown: Column = { name: 'breakdown', type: 'text' }
const period: Column = { name: 'period', type: 'text' }
const time: Column = { name: 'time', type: 'time' }
const value: Column = { name: 'value', type: 'number' }

const daily = answer(
  [series, time, value],
  [
    [0, '2026-03-28T00:00:00+01:00', 1200],
    [0, '2026-03-29T00:00:00+01:00', 1500],
    [0, '2026-03-30T00:00:00+02:00', 900],
  ],
)

const byBrowser = answer(
  [series, breakdown, value],
  [
    [0, 'Chrome', 30],
    [0, 'Safari', 10],
    [0, '$$_posthog_breakdown_other_$$', 2],
  ],
)

test('a line has the days of the project’s zone across and its numbers up', () => {
  const { drawing, summary } = plotted(spec('line', daily, context))
  const { option, legend } = drawing
  expect(option.xAxis).toMatchObject({ data: ['Sat, 28 Mar 2026', 'Sun, 29 Mar 2026', 'Mon, 30 Mar 2026'] })
  expect(option.series).toMatchObject([{ type: 'line', name: 'Visits', data: [1200, 1500, 900] }])
  expect(legend).toEqual([])
  expect(summary).toBe('Visits; Sat, 28 Mar 2026 to Mon, 30 Mar 2026; values from 900 to 1,500')
})

test('the compared period is dashed, in the same colour, and named', () => {
  const compared = answer(
    [series, period, time, value],
    [
      [0, 'current', '2026-03-30T00:00:00+02:00', 5],
      [0, 'previous', '2026-03-23T00:00:00+01:00', 4],
    ],
  )
  const { option, legend } = plotted(spec('line', compared, context)).drawing
  expect(legend.map(({ faint }) => faint)).toEqual([false, true])
  expect(option.series).toMatchObject([
    { name: 'Visits', color: lightPalette.series[0], lineStyle: { type: 'solid' } },
    { name: 'Visits (previous period)', color: lightPalette.series[0], lineStyle: { type: 'dashed' } },
  ])
})

test('areas stack, bars run across, columns run up', () => {
  expect(plotted(spec('area', daily, context)).drawing.option.series).toMatchObject([
    { type: 'line', stack: 'current' },
  ])
  expect(plotted(spec('bars', byBrowser, context)).drawing.option).toMatchObject({
    xAxis: { type: 'value' },
    yAxis: { type: 'category', data: ['Chrome', 'Safari', 'Other'] },
  })
  expect(plotted(spec('columns', byBrowser, context)).drawing.option).toMatchObject({
    yAxis: { type: 'value' },
  })
})

test('a series that was switched off is not drawn', () => {
  const { option } = plotted(spec('pie', byBrowser, context)).drawing
  expect(without(option, new Set(['Safari'])).series).toMatchObject([
    { data: [{ name: 'Chrome' }, { name: 'Other' }] },
  ])
  const line = plotted(spec('line', daily, context)).drawing.option
  expect(without(line, new Set(['Visits'])).series).toEqual([])
})

test('a breakdown value has one colour in every chart', () => {
  const colors = extendColors(noColors, byBrowser)
  const pie = plotted(spec('pie', byBrowser, { ...context, colors })).drawing.option.series
  const bars = plotted(spec('bars', byBrowser, { ...context, colors })).drawing.option.series
  expect(colorsIn(pie)).toEqual(colorsIn(bars))
  expect(new Set(colorsIn(pie)).size).toBe(3)
  expect(colorsIn(pie)[2]).toBe(lightPalette.other)
})

test('a metric shows its number, with the change when compared', () => {
  const compared = answer(
    [series, period, value],
    [
      [0, 'current', 120],
      [0, 'previous', 100],
    ],
  )
  expect(spec('metric', compared, context)).toEqual({
    kind: 'metric',
    metrics: [{ name: 'Visits', value: 120, previous: 100, change: 0.2, spot: { row: 0 } }],
  })
  expect(spec('metric', answer([series, value], [[0, 7]]), context)).toMatchObject({
    metrics: [{ value: 7, previous: null, change: null }],
  })
})

test('types that are not drawn here, and numbers that fit no mark, show their table', () => {
  expect(spec('radar', byBrowser, context).kind).toBe('table')
  expect(spec('pie', daily, context).kind).toBe('table')
  expect(spec('metric', daily, context).kind).toBe('table')
})

test('a table names series, markers and times', () => {
  const shown = spec(
    'table',
    answer(
      [series, breakdown, time, value],
      [
        [0, null, '2026-03-28T00:00:00+01:00', 1234.5],
        [1, 'Chrome', '2026-03-29T00:00:00+01:00', null],
      ],
      ['Visits', 'Orders'],
    ),
    context,
  )
  expect(shown).toMatchObject({
    table: {
      headings: [
        { title: 'Series' },
        { title: 'Breakdown' },
        { title: 'Time' },
        { title: 'Value', numeric: true },
      ],
      rows: [
        ['Visits', '(none)', 'Sat, 28 Mar 2026', '1,234.5'],
        ['Orders', 'Chrome', 'Sun, 29 Mar 2026', '–'],
      ],
    },
  })
})

test('no rows are an empty chart; zeros are not', () => {
  expect(spec('line', answer([series, time, value], []), context).kind).toBe('empty')
  expect(spec('line', answer([series, time, value], [[0, '2026-03-28T00:00:00Z', 0]]), context).kind).toBe(
    'plot',
  )
})

test('readers who asked for less motion get none', () => {
  expect(plotted(spec('line', daily, { ...context, motion: false })).drawing.option.animation).toBe(false)
})

function plotted(shown: Spec) {
  if (shown.kind !== 'plot') throw new Error(`Expected a plot, got ${shown.kind}`)
  return shown
}

function colorsIn(given: unknown): unknown[] {
  const [first] = given as { data: { itemStyle: { color: string } }[] }[]
  return first?.data.map((item) => item.itemStyle.color) ?? []
}
