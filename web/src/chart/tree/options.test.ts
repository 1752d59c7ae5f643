import { expect, test } from 'vitest'
import { optionsOf } from './options.ts'

test('names are read with and without underscores, at every depth', () => {
  const snake = optionsOf({
    big_bars: false,
    hide_x_axis: true,
    plot_line_value: 100,
    data_labels: { enabled: true, filter: { property: 'y', operator: '>', value: 3 } },
  })
  const camel = optionsOf({
    bigBars: false,
    hideXAxis: true,
    plotLineValue: 100,
    dataLabels: { enabled: true, filter: { property: 'y', operator: '>', value: 3 } },
  })
  expect(snake).toEqual(camel)
  expect(snake).toMatchObject({ bigBars: false, hideXAxis: true, plotLine: 100 })
  expect(snake.labels?.filter).toEqual({ property: 'y', operator: '>', value: 3 })
})

test('what is not said is as the vendor has it', () => {
  expect(optionsOf(undefined)).toMatchObject({
    legend: null,
    format: null,
    labels: null,
    drilldown: null,
    bigBars: true,
    stacking: false,
    plotLine: null,
    xKey: 'key',
    mode: null,
    colors: [],
  })
})

test('only an explicit false makes bars thin, and a line at 0 is none', () => {
  expect(optionsOf({ big_bars: null, plot_line_value: 0 })).toMatchObject({ bigBars: true, plotLine: null })
})

test('the key is a text, or a text with the kind of axis', () => {
  expect(optionsOf({ xKey: 'day' })).toMatchObject({ xKey: 'day', mode: null })
  expect(optionsOf({ xKey: { key: 'day', mode: 'hour' } })).toMatchObject({ xKey: 'day', mode: 'HOUR' })
})

test('colours come from either place, and only those that surely are some', () => {
  expect(optionsOf({}, ['#112233', 'red', 'url(x)', '#AABBCC']).colors).toEqual(['#112233', '#AABBCC'])
  expect(optionsOf({ colors: ['#000000'] }, ['#112233']).colors).toEqual(['#000000'])
})

test('a legend stands where it is enabled', () => {
  expect(optionsOf({ legend: { position: 'right' } }).legend).toBeNull()
  expect(optionsOf({ legend: { enabled: true, position: 'RIGHT' } }).legend?.position).toBe('right')
})

test.each([null, 7, 'text', [1, 2]])('options that are %o are none', (given) => {
  expect(optionsOf(given)).toEqual(optionsOf({}))
})
