import { expect, test } from 'vitest'
import { bridgeChart, stepsOf, summaryOfSteps } from './bridge.ts'
import { noColors } from './colors.ts'
import type { DrawContext } from './marks.ts'
import { plotOf } from './plot.ts'
import { lightTheme } from './theme.ts'

const context: DrawContext = {
  zone: 'UTC',
  locale: 'en-GB',
  theme: lightTheme,
  colors: noColors,
  motion: false,
}

const steps = (columns: string[], rows: (string | number | null)[][]) =>
  stepsOf(
    plotOf({
      id: 1,
      title: '',
      type: 'bridge',
      columns: columns.map((name, index) => ({
        name,
        type: typeof rows[0]?.[index] === 'string' ? 'text' : 'number',
      })),
      rows,
    }),
  )

test('a row of metrics leads from the first to the sum of all', () => {
  const way = steps(['mrr_start', 'new_mrr', 'churned_mrr', 'mrr'], [[0.1, 0.2, -0.05, 0.25]])
  expect(way.map(({ name, isLevel }) => [name, isLevel])).toEqual([
    ['MRR start', true],
    ['New MRR', false],
    ['Churned MRR', false],
    ['MRR', true],
  ])
  expect(way.map(({ from, to }) => [from, to])[2]?.[0]).toBeCloseTo(0.3)
  expect(summaryOfSteps(way, context)).toBe('MRR start 0.1, New MRR +0.2, Churned MRR -0.05, MRR 0.25')
})

test('categories of one metric are steps, and what comes to no sum is a movement', () => {
  const way = steps(
    ['movement', 'value'],
    [
      ['new', 5],
      ['churn', -8],
      ['expansion', 1],
    ],
  )
  expect(way.map(({ from, to, isLevel }) => [from, to, isLevel])).toEqual([
    [0, 5, true],
    [5, -3, false],
    [-3, -2, false],
  ])
  const series = bridgeChart(way, context).option.series as { data: (number | { value: number })[] }[]
  const drawn = series.map(({ data }) => data.map((one) => (typeof one === 'number' ? one : one.value)))
  expect(drawn).toEqual([
    [0, 0, -2],
    [5, 5, 0],
    [0, -3, -1],
  ])
})

test('what has fewer than two values, or several series, is no bridge', () => {
  expect(steps(['mrr'], [[1]])).toEqual([])
  expect(
    steps(
      ['month', 'a', 'b'],
      [
        ['x', 1, 2],
        ['y', 1, 2],
      ],
    ),
  ).toEqual([])
})
